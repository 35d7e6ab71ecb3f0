import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { DecisionBody, JobAnswer, ReleaseBody } from './jobs.dto.ts';
import { JobsService } from './jobs.service.ts';
import { Redeliveries } from './redeliveries.service.ts';
import { Redrives } from './redrive.service.ts';
import { Releases } from './releases.service.ts';

/** What is done about a run that did not come to a good end. */
@ApiTags('jobs')
@Controller('api/v1/jobs')
export class JobActionsController {
  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(Redrives) private readonly redrives: Redrives,
    @Inject(Releases) private readonly releases: Releases,
    @Inject(Redeliveries) private readonly redeliveries: Redeliveries,
  ) {}

  @Post(':jobId/redrive')
  @ApiOperation({
    summary:
      'Resume a failed run from the step that failed, make anew what was held back, or send the mails that failed',
  })
  @Answers(
    202,
    'It is queued again, on its own cut; what it had made and what passed is not made again.',
    JobAnswer,
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
  @Answers(202, 'They are being sent; read it again to see what becomes of them.', JobAnswer)
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
  @Answers(202, 'It is being sent; read it again to see what becomes of it.', JobAnswer)
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
  @Answers(202, 'It counts as sent, or is being sent.', JobAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  async decideDelivery(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Param('recipient') recipient: string,
    @Body({ schema: DecisionBody }) { decision }: DecisionBody,
  ): Promise<JobAnswer> {
    const run = await this.jobs.findOwn(caller, jobId);
    await this.redeliveries.decide(caller, run, recipient, decision);
    return this.jobs.read(caller, jobId);
  }

  @Post(':jobId/release')
  @ApiOperation({ summary: 'Send what the check before sending held back, as it is' })
  @Answers(202, 'It is queued again, to be sent; who has their report gets no second one.', JobAnswer)
  @Problems('NOT_FOUND', 'CONFLICT', 'HALTED')
  async releaseJob(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Body({ schema: ReleaseBody }) { reason }: ReleaseBody,
  ): Promise<JobAnswer> {
    const run = await this.jobs.findOwn(caller, jobId);
    return this.jobs.present(caller, await this.releases.release(caller, run, reason));
  }
}
