import { Body, Controller, Headers, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { AnswersAnew } from '../http/idempotency.interceptor.ts';
import { RetryWhileDown } from '../http/retry-while-down.ts';
import { identityOf } from '../http/request-identity.ts';
import { JobAnswer } from '../jobs/jobs.dto.ts';
import { jobPath } from '../jobs/present-job.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { waitPreference } from './prefer.ts';
import { AcceptedAnswer, GenerateBody } from './reports.dto.ts';
import { ReportsService } from './reports.service.ts';

@ApiTags('jobs')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(@Inject(ReportsService) private readonly reports: ReportsService) {}

  @Post('generate')
  @HttpCode(202)
  @RetryWhileDown()
  @AnswersAnew()
  @ApiOperation({ summary: 'Make a report once, to download' })
  @ApiHeader({
    name: 'Prefer',
    description: '`wait=N`: answer 200 with the finished job if it is done within N seconds, 60 at most.',
    required: false,
    schema: { type: 'string' },
  })
  @Answers(200, 'Done within the time that the caller would wait.', JobAnswer)
  @Answers(202, 'Accepted: nothing of it can be lost.', AcceptedAnswer)
  @Problems('STUDY_NOT_FOUND', 'IDEMPOTENCY_KEY_REUSED', 'CONFLICT', 'HALTED')
  async generateReport(
    @FromCaller() caller: Caller,
    @Body({ schema: GenerateBody }) body: GenerateBody,
    @Headers('prefer') prefer: string | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JobAnswer | AcceptedAnswer> {
    const waitSeconds = waitPreference(prefer);
    const generated = await this.reports.generate(caller, body, { ...identityOf(request), waitSeconds });
    if (waitSeconds > 0) response.setHeader('Preference-Applied', `wait=${waitSeconds}`);
    if (generated.finished !== null) {
      response.status(200);
      return generated.finished;
    }
    response.setHeader('Location', jobPath(generated.accepted.jobId));
    return generated.accepted;
  }
}
