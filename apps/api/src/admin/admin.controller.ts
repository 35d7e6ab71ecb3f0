import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { demandOperator, demandSeesAll, FromCaller, type Caller } from '../auth/caller.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { HandOver } from '../subscriptions/hand-over.service.ts';
import { FailuresAnswer, FailuresQuery, RedriveAnswer, RedriveBody } from './failures.dto.ts';
import { FailuresService } from './failures.service.ts';
import { OverviewAnswer } from './overview.dto.ts';
import { OverviewService } from './overview.service.ts';
import { ReassignAnswer, ReassignBody } from './reassign.dto.ts';

/** Operators do, auditors see; nobody else. */
@ApiTags('admin')
@Controller('api/v1/admin')
export class AdminController {
  constructor(
    @Inject(OverviewService) private readonly overview: OverviewService,
    @Inject(FailuresService) private readonly failures: FailuresService,
    @Inject(HandOver) private readonly handOver: HandOver,
  ) {}

  @Get('overview')
  @ApiOperation({
    summary: 'Queues, workers, open jobs, durations, subscriptions; for operators and auditors',
  })
  @Answers(200, 'As it is now.', OverviewAnswer)
  @Problems()
  readOverview(@FromCaller() caller: Caller): Promise<OverviewAnswer> {
    demandSeesAll(caller);
    return this.overview.read();
  }

  @Get('failures')
  @ApiOperation({
    summary: 'Failed, quarantined and partly delivered runs by their cause; for operators and auditors',
  })
  @Answers(200, 'The most frequent first.', FailuresAnswer)
  @Problems()
  listFailures(
    @FromCaller() caller: Caller,
    @Query({ schema: FailuresQuery }) query: FailuresQuery,
  ): Promise<FailuresAnswer> {
    demandSeesAll(caller);
    return this.failures.list(query);
  }

  @Post('failures/redrive')
  @ApiOperation({
    summary:
      'Resume failed and quarantined runs and send mails that failed, together; a dry run unless told otherwise; for operators',
  })
  @Answers(200, 'What became, or would become, of each.', RedriveAnswer)
  @Problems()
  redriveFailures(
    @FromCaller() caller: Caller,
    @Body({ schema: RedriveBody }) body: RedriveBody,
  ): Promise<RedriveAnswer> {
    demandOperator(caller);
    return this.failures.redrive(caller, body);
  }

  @Post('subscriptions/reassign')
  @ApiOperation({
    summary: 'Hand subscriptions over together, a dry run unless told otherwise; for operators',
  })
  @Answers(200, 'What became, or would become, of each.', ReassignAnswer)
  @Problems()
  async reassignSubscriptions(
    @FromCaller() caller: Caller,
    @Body({ schema: ReassignBody }) body: ReassignBody,
  ): Promise<ReassignAnswer> {
    demandOperator(caller);
    const items = await this.handOver.reassign(caller, body);
    const reassigned = items.filter((item) => item.reassigned).length;
    return { dryRun: body.dryRun, reassigned, items };
  }
}
