import { Body, Controller, Inject, Post, Req, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Deprecated } from '../http/deprecated.ts';
import { AnswersAnew } from '../http/idempotency.interceptor.ts';
import { RetryWhileDown } from '../http/retry-while-down.ts';
import { identityOf } from '../http/request-identity.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { DEPRECATED_SINCE, olderJobPath, OUTSIDE_ROLLOUT } from './older-routes.ts';
import { SubmitAnswer, SubmitBody } from './pdf-queue.dto.ts';
import { PdfQueueService } from './pdf-queue.service.ts';
import { PdfQueueRollout } from './rollout.interceptor.ts';

@ApiTags('older PDF queue')
@Deprecated({ since: DEPRECATED_SINCE, successor: '/api/v1/reports/generate' })
@UseInterceptors(PdfQueueRollout)
@Controller('api/reports')
export class PdfQueueController {
  constructor(@Inject(PdfQueueService) private readonly queue: PdfQueueService) {}

  @Post('generate-async')
  @RetryWhileDown()
  @AnswersAnew()
  @ApiOperation({ summary: 'Make the report of a template (`code`) for a study (`productId`)' })
  @Answers(202, 'Accepted: nothing of it can be lost.', SubmitAnswer)
  @Answers(307, OUTSIDE_ROLLOUT)
  @Problems('STUDY_NOT_FOUND', 'NOT_FOUND', 'CONFLICT', 'HALTED')
  async submitOlderReport(
    @FromCaller() caller: Caller,
    @Body({ schema: SubmitBody }) body: SubmitBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmitAnswer> {
    const requested = await this.queue.submit(caller, body, identityOf(request));
    response.setHeader('Location', olderJobPath(requested.run._id));
    return this.queue.present(requested);
  }

  @Post('generate')
  @RetryWhileDown()
  @AnswersAnew()
  @ApiOperation({ summary: 'The same, and the PDF itself if it is done within a minute' })
  @ApiResponse({
    status: 200,
    description: 'The PDF.',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  })
  @Answers(202, 'It takes longer, or could not be made: the job says which.', SubmitAnswer)
  @Answers(307, OUTSIDE_ROLLOUT)
  @Problems('STUDY_NOT_FOUND', 'NOT_FOUND', 'CONFLICT', 'HALTED')
  async makeOlderReport(
    @FromCaller() caller: Caller,
    @Body({ schema: SubmitBody }) body: SubmitBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmitAnswer | StreamableFile> {
    const requested = await this.queue.submit(caller, body, identityOf(request));
    response.setHeader('Location', olderJobPath(requested.run._id));
    const pdf = await this.queue.pdfWithinGuard(caller, requested);
    if (pdf === null) return this.queue.present(requested);
    response.status(200);
    return new StreamableFile(pdf.bytes, { type: 'application/pdf', disposition: pdf.disposition });
  }
}
