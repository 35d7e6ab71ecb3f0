import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { idFromKey } from '../http/idempotency.interceptor.ts';
import { Conditional, Versioned } from '../http/versioned.ts';
import { jobPath } from '../jobs/present-job.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { Invitations } from './invitations.service.ts';
import { SubscriptionChanges } from './subscription-changes.service.ts';
import { SubscriptionPresenter } from './subscription-presenter.service.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';
import {
  InvitationAnswer,
  InvitationBody,
  RunNowAnswer,
  RunNowBody,
  SubscriptionAnswer,
} from './subscriptions.dto.ts';

@ApiTags('subscriptions')
@Controller('api/v1/subscriptions/:subscriptionId')
export class SteeringController {
  constructor(
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(SubscriptionChanges) private readonly changes: SubscriptionChanges,
    @Inject(SubscriptionPresenter) private readonly presenter: SubscriptionPresenter,
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(SubscriptionWorkflows) private readonly workflows: SubscriptionWorkflows,
  ) {}

  @Post('pause')
  @ApiOperation({ summary: 'Pause: runs that are due meanwhile are skipped' })
  @Versioned()
  @Answers(200, 'Paused.', SubscriptionAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  async pauseSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
  ): Promise<SubscriptionAnswer> {
    return this.presenter.present(await this.changes.steer(caller, id, 'paused'));
  }

  @Post('resume')
  @ApiOperation({ summary: 'Resume a paused one' })
  @Versioned()
  @Answers(200, 'Active.', SubscriptionAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  async resumeSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
  ): Promise<SubscriptionAnswer> {
    return this.presenter.present(await this.changes.steer(caller, id, 'active'));
  }

  @Post('invitations')
  @ApiOperation({ summary: 'Ask a recipient who unsubscribed whether they want to receive it again' })
  @Conditional()
  @Answers(202, 'They are asked by mail, once a day at most; only they can say so.', InvitationAnswer)
  @Problems('NOT_FOUND', 'CONFLICT', 'UNPROCESSABLE')
  async inviteRecipient(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: InvitationBody }) { recipient }: InvitationBody,
  ): Promise<InvitationAnswer> {
    return { mailed: await this.invitations.invite(caller, id, recipient) };
  }

  @Post('run-now')
  @ApiOperation({ summary: 'Make and mail the report now, beside the schedule' })
  @Conditional()
  @Answers(202, 'Asked for; watch the job.', RunNowAnswer)
  @Problems('NOT_FOUND', 'CONFLICT', 'HALTED')
  async runSubscriptionNow(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: RunNowBody }) body: RunNowBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunNowAnswer> {
    const subscription = await this.records.findOwn(caller, id);
    const runId = await this.workflows.runNow(caller, subscription, body.requestId ?? idFromKey(request));
    response.setHeader('Location', jobPath(runId));
    return { jobId: runId, runId };
  }
}
