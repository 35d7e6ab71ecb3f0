import { Controller, Delete, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import type { Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { CancellationService } from './cancellation.service.ts';
import { JobFeed } from './job-feed.service.ts';
import { JobAnswer, jobsPage, JobsQueryDto } from './jobs.dto.ts';
import { JobsService } from './jobs.service.ts';

@ApiTags('jobs')
@Controller('api/v1/jobs')
export class JobsController {
  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(CancellationService) private readonly cancellation: CancellationService,
    @Inject(JobFeed) private readonly feed: JobFeed,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Runs that you asked for or receive; an operator or auditor: all' })
  @Answers(200, 'One page, newest first.', jobsPage)
  @Problems()
  listJobs(
    @FromCaller() caller: Caller,
    @Query({ schema: JobsQueryDto }) query: JobsQueryDto,
  ): Promise<Page<JobAnswer>> {
    return this.jobs.list(caller, query);
  }

  @Get(':jobId')
  @ApiOperation({ summary: 'One run as it is now' })
  @Answers(200, 'The run.', JobAnswer)
  @Problems('NOT_FOUND')
  getJob(@FromCaller() caller: Caller, @Param('jobId') jobId: string): Promise<JobAnswer> {
    return this.jobs.read(caller, jobId);
  }

  @Delete(':jobId')
  @ApiOperation({ summary: 'Cancel a run at whatever step it is' })
  @Answers(202, 'It was asked to stop; read it again to see that it has.', JobAnswer)
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
}
