import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import type { Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { MyReport, myReportsPage, MyReportsQuery, ReceiveBody } from './my-reports.dto.ts';
import { MyReports } from './my-reports.service.ts';

@ApiTags('subscriptions')
@Controller('api/v1/me/reports')
export class MyReportsController {
  constructor(@Inject(MyReports) private readonly reports: MyReports) {}

  @Get()
  @ApiOperation({ summary: 'Everything that comes to you, whoever subscribed to it' })
  @Answers(200, 'One page, the newest subscriptions first; those that are over are left out.', myReportsPage)
  @Problems()
  listMyReports(
    @FromCaller() caller: Caller,
    @Query({ schema: MyReportsQuery }) query: MyReportsQuery,
  ): Promise<Page<MyReport>> {
    return this.reports.list(caller, query);
  }

  @Put(':subscriptionId')
  @ApiOperation({ summary: 'Unsubscribe from what comes to you, or take that back' })
  @Answers(200, 'So it is from now on.', MyReport)
  @Problems('NOT_FOUND')
  receiveReport(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: ReceiveBody }) { receives }: ReceiveBody,
  ): Promise<MyReport> {
    return this.reports.receive(caller, id, receives);
  }
}
