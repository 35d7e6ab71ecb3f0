import { Controller, Delete, Get, HttpCode, Inject, Param, Res, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { Deprecated } from '../http/deprecated.ts';
import { CancellationService } from '../jobs/cancellation.service.ts';
import { Downloads } from '../jobs/downloads.service.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { CONFIG } from '../platform/tokens.ts';
import { DEPRECATED_SINCE, OUTSIDE_ROLLOUT } from './older-routes.ts';
import { OlderJobAnswer } from './pdf-queue.dto.ts';
import { presentOlderJob } from './present-older-job.ts';
import { PdfQueueRollout } from './rollout.interceptor.ts';

@ApiTags('older PDF queue')
@Deprecated({ since: DEPRECATED_SINCE, successor: '/api/v1/jobs' })
@UseInterceptors(PdfQueueRollout)
@Controller('api/jobs')
export class OlderJobsController {
  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(Downloads) private readonly downloads: Downloads,
    @Inject(CancellationService) private readonly cancellation: CancellationService,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  @Get(':jobId')
  @ApiOperation({ summary: 'One job, in the older fields' })
  @Answers(200, 'The job.', OlderJobAnswer)
  @Answers(307, OUTSIDE_ROLLOUT)
  @Problems('NOT_FOUND')
  async getOlderJob(@FromCaller() caller: Caller, @Param('jobId') jobId: string): Promise<OlderJobAnswer> {
    return presentOlderJob(await this.jobs.read(caller, jobId), this.config.ROUNDS_PUBLIC_URL);
  }

  @Delete(':jobId')
  @ApiOperation({ summary: 'Cancel a job at whatever step it is' })
  @Answers(202, 'It was asked to stop; read it again to see that it has.', OlderJobAnswer)
  @Answers(307, OUTSIDE_ROLLOUT)
  @Problems('NOT_FOUND', 'CONFLICT')
  async cancelOlderJob(@FromCaller() caller: Caller, @Param('jobId') jobId: string): Promise<OlderJobAnswer> {
    return presentOlderJob(await this.cancellation.cancel(caller, jobId), this.config.ROUNDS_PUBLIC_URL);
  }

  @Get(':jobId/download')
  @HttpCode(302)
  @ApiOperation({ summary: 'The PDF of a job, after the rights were checked' })
  @Answers(302, 'To the file, by an address that is good for a minute.')
  @Answers(307, OUTSIDE_ROLLOUT)
  @Problems('NOT_FOUND', 'STUDY_NOT_FOUND', 'CONFLICT', 'QUARANTINED')
  async downloadOlderJob(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    response.setHeader('Location', await this.downloads.addressFor(caller, jobId, { format: 'pdf' }));
  }
}
