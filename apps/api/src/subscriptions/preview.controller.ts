import { Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { idFromKey } from '../http/idempotency.interceptor.ts';
import { Conditional } from '../http/versioned.ts';
import { jobPath } from '../jobs/present-job.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { PreviewAnswer } from './preview.dto.ts';
import { PreviewService } from './preview.service.ts';

@ApiTags('subscriptions')
@Controller('api/v1/subscriptions/:subscriptionId')
export class PreviewController {
  constructor(@Inject(PreviewService) private readonly previews: PreviewService) {}

  @Post('preview')
  @ApiOperation({ summary: 'Make the report for yourself alone, and see who would get what' })
  @Conditional()
  @Answers(202, 'Being made for you to download; nobody is mailed.', PreviewAnswer)
  @Problems('NOT_FOUND', 'CONFLICT', 'HALTED', 'UNPROCESSABLE')
  async previewSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PreviewAnswer> {
    const key = idFromKey(request);
    const preview = await this.previews.preview(caller, id, key === undefined ? undefined : `run_${key}`);
    response.setHeader('Location', jobPath(preview.jobId));
    return preview;
  }
}
