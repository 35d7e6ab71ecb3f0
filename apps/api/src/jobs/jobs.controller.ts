import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  Inject,
  Param,
  Post,
  Query,
  Redirect,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import type { Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { CancellationService } from './cancellation.service.ts';
import { JobFeed } from './job-feed.service.ts';
import {
  decisionBody,
  downloadQuery,
  jobAnswer,
  jobsPage,
  jobsQuery,
  releaseBody,
  type DecisionBody,
  type DownloadQuery,
  type JobAnswer,
  type JobsQueryDto,
  type ReleaseBody,
} from './jobs.dto.ts';
import { Downloads } from './downloads.service.ts';
import { JobsService } from './jobs.service.ts';
import { Redeliveries } from './redeliveries.service.ts';
import { Redrives } from './redrive.service.ts';
import { Releases } from './releases.service.ts';

@ApiTags('jobs')
@Controller('api/v1/jobs')
export class JobsController {
  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(CancellationService) private readonly cancellation: CancellationService,
    @Inject(Redrives) private readonly redrives: Redrives,
    @Inject(Releases) private readonly releases: Releases,
    @Inject(Redeliveries) private readonly redeliveries: Redeliveries,
    @Inject(JobFeed) private readonly feed: JobFeed,
    @Inject(Downloads) private readonly downloads: Downloads,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Runs that you asked for or receive; an operator or auditor: all' })
  @Answers(200, 'One page, newest first.', jobsPage)
  @Problems()
  listJobs(
    @FromCaller() caller: Caller,
    @Query({ schema: jobsQuery }) query: JobsQueryDto,
  ): Promise<Page<JobAnswer>> {
    return this.jobs.list(caller, query);
  }

  @Get(':jobId')
  @ApiOperation({ summary: 'One run as it is now' })
  @Answers(200, 'The run.', jobAnswer)
  @Problems('NOT_FOUND')
  getJob(@FromCaller() caller: Caller, @Param('jobId') jobId: string): Promise<JobAnswer> {
    return this.jobs.read(caller, jobId);
  }

  @Delete(':jobId')
  @ApiOperation({ summary: 'Cancel a run at whatever step it is' })
  @Answers(202, 'It was asked to stop; read it again to see that it has.', jobAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  cancelJob(@FromCaller() caller: Caller, @Param('jobId') jobId: string): Promise<JobAnswer> {
    return this.cancellation.cancel(caller, jobId);
  }

  @Get(':jobId/events')
  @ApiOperation({
    summary: 'The same, live: server-sent events',
    description: `Each event has an \`id\`; its \`data\` is JSON: \`{jobId, status, step, progress, redrives, at, reason?,
error?}\`. \`event: progress\` tells each step as it begins, \`event: end\` how the job ended, after which the stream
is closed. Who comes back with \`Last-Event-ID\` is told what they missed, and nothing twice.`,
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string' } })
  @ApiResponse({
    status: 200,
    description: 'Until the job has ended.',
    // Of one event or of all of them: OpenAPI 3.1 does not say.
    content: { 'text/event-stream': { schema: {} } },
  })
  @Answers(204, 'The end was sent before: nothing more comes.')
  @Problems('NOT_FOUND')
  async watchJob(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Headers('last-event-id') lastId: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await this.feed.stream(caller, await this.jobs.find(caller, jobId), lastId ?? '', response);
  }

  @Post(':jobId/redrive')
  @ApiOperation({
    summary:
      'Resume a failed run from the step that failed, make anew what was held back, or send the mails that failed',
  })
  @Answers(
    202,
    'It is queued again, on its own cut; what it had made and what passed is not made again.',
    jobAnswer,
  )
  @Problems('NOT_FOUND', 'CONFLICT', 'HALTED')
  async redriveJob(@FromCaller() caller: Caller, @Param('jobId') jobId: string): Promise<JobAnswer> {
    const run = await this.jobs.findOwn(caller, jobId);
    if (run.status !== 'partly-delivered')
      return this.jobs.present(caller, await this.redrives.resume(caller, run));
    await this.redeliveries.retryFailed(caller, run);
    return this.jobs.read(caller, jobId);
  }

  @Post(':jobId/deliveries/retry')
  @ApiOperation({ summary: 'Send the mail again to all whose mail failed or came back, and to nobody else' })
  @Answers(202, 'They are being sent; read it again to see what becomes of them.', jobAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  async retryDeliveries(@FromCaller() caller: Caller, @Param('jobId') jobId: string): Promise<JobAnswer> {
    const run = await this.jobs.findOwn(caller, jobId);
    await this.redeliveries.retryFailed(caller, run);
    return this.jobs.read(caller, jobId);
  }

  @Post(':jobId/deliveries/:recipient/retry')
  @ApiOperation({
    summary:
      'Send the mail again to one recipient, by user id or e-mail address, whose mail failed or came back',
  })
  @Answers(202, 'It is being sent; read it again to see what becomes of it.', jobAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  async retryDelivery(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Param('recipient') recipient: string,
  ): Promise<JobAnswer> {
    const run = await this.jobs.findOwn(caller, jobId);
    await this.redeliveries.retry(caller, run, recipient);
    return this.jobs.read(caller, jobId);
  }

  @Post(':jobId/deliveries/:recipient/decision')
  @ApiOperation({
    summary: 'Say of a mail of which nobody else can tell that it was sent, or have it sent again',
  })
  @Answers(202, 'It counts as sent, or is being sent.', jobAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  async decideDelivery(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Param('recipient') recipient: string,
    @Body({ schema: decisionBody }) { decision }: DecisionBody,
  ): Promise<JobAnswer> {
    const run = await this.jobs.findOwn(caller, jobId);
    await this.redeliveries.decide(caller, run, recipient, decision);
    return this.jobs.read(caller, jobId);
  }

  @Post(':jobId/release')
  @ApiOperation({ summary: 'Send what the check before sending held back, as it is' })
  @Answers(202, 'It is queued again, to be sent; who has their report gets no second one.', jobAnswer)
  @Problems('NOT_FOUND', 'CONFLICT', 'HALTED')
  async releaseJob(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Body({ schema: releaseBody }) { reason }: ReleaseBody,
  ): Promise<JobAnswer> {
    const run = await this.jobs.findOwn(caller, jobId);
    return this.jobs.present(caller, await this.releases.release(caller, run, reason));
  }

  @Get(':jobId/download')
  @Redirect(undefined, 302)
  @ApiOperation({ summary: 'A file of the run, after the rights were checked' })
  @Answers(302, 'To the file, by an address that is good for a minute.')
  @Problems('NOT_FOUND', 'STUDY_NOT_FOUND', 'CONFLICT', 'QUARANTINED', 'ARTEFACT_GONE')
  async downloadJob(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Query({ schema: downloadQuery }) query: DownloadQuery,
  ): Promise<{ url: string }> {
    return { url: await this.downloads.addressFor(caller, jobId, query) };
  }
}
