import { Controller, Delete, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import type { Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { suppressionsPage, SuppressionsQuery, type SuppressionAnswer } from './suppressions.dto.ts';
import { Suppressions } from './suppressions.service.ts';

@ApiTags('admin')
@Controller('api/v1/admin/suppressions')
export class SuppressionsController {
  constructor(@Inject(Suppressions) private readonly suppressions: Suppressions) {}

  @Get()
  @ApiOperation({ summary: 'Addresses to which no more mail goes; for operators and auditors' })
  @Answers(200, 'One page, newest first.', suppressionsPage)
  @Problems()
  listSuppressions(
    @FromCaller() caller: Caller,
    @Query({ schema: SuppressionsQuery }) query: SuppressionsQuery,
  ): Promise<Page<SuppressionAnswer>> {
    return this.suppressions.list(caller, query);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Let mail go to the address again; for operators' })
  @Answers(204, 'Done.')
  @Problems('NOT_FOUND')
  liftSuppression(@FromCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.suppressions.lift(caller, id);
  }
}
