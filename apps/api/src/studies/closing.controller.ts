import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { closeStudyBody, ClosingAnswer } from './closing.dto.ts';
import { ClosingService } from './closing.service.ts';

@ApiTags('studies')
@Controller('api/v1/studies/:studyId')
export class ClosingController {
  constructor(@Inject(ClosingService) private readonly closing: ClosingService) {}

  @Post('close')
  @ApiOperation({ summary: 'Close a study: its subscriptions make their last run and end (operators)' })
  @Answers(200, 'Closed; subscriptions follow within a minute.', ClosingAnswer)
  @Problems('STUDY_NOT_FOUND', 'CONFLICT')
  closeStudy(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Body({ schema: closeStudyBody }) { at }: z.infer<typeof closeStudyBody>,
  ): Promise<ClosingAnswer> {
    return this.closing.close(caller, studyId, at);
  }

  @Post('reopen')
  @ApiOperation({ summary: 'Open a study again; subscriptions that have ended stay so (operators)' })
  @Answers(200, 'Open.', ClosingAnswer)
  @Problems('STUDY_NOT_FOUND', 'CONFLICT')
  reopenStudy(@FromCaller() caller: Caller, @Param('studyId') studyId: string): Promise<ClosingAnswer> {
    return this.closing.reopen(caller, studyId);
  }
}
