import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { AnswersAnew, idFromKey, isAnswered } from '../http/idempotency.interceptor.ts';
import type { Page } from '../http/page.dto.ts';
import { Conditional, Versioned } from '../http/versioned.ts';
import { jobPath } from '../jobs/present-job.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { Invitations } from './invitations.service.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';
import {
  changeSubscriptionBody,
  createSubscriptionBody,
  invitationAnswer,
  invitationBody,
  runNowAnswer,
  runNowBody,
  subscriptionAnswer,
  subscriptionQuery,
  subscriptionsPage,
  subscriptionsQuery,
  type ChangeSubscriptionBody,
  type CreateSubscriptionBody,
  type InvitationAnswer,
  type InvitationBody,
  type RunNowAnswer,
  type RunNowBody,
  type SubscriptionAnswer,
  type SubscriptionQueryDto,
  type SubscriptionsQueryDto,
} from './subscriptions.dto.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

@ApiTags('subscriptions')
@Controller('api/v1/subscriptions')
export class SubscriptionsController {
  constructor(
    @Inject(SubscriptionsService) private readonly subscriptions: SubscriptionsService,
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(SubscriptionWorkflows) private readonly workflows: SubscriptionWorkflows,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Subscribe to a study’s report' })
  @AnswersAnew()
  @Versioned()
  @Answers(201, 'Subscribed.', subscriptionAnswer)
  @Problems('STUDY_NOT_FOUND', 'UNPROCESSABLE', 'IDEMPOTENCY_KEY_REUSED', 'SUBSCRIPTION_EXISTS', 'CONFLICT')
  async createSubscription(
    @FromCaller() caller: Caller,
    @Body({ schema: createSubscriptionBody }) body: CreateSubscriptionBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubscriptionAnswer> {
    const id = idFromKey(request);
    const created = isAnswered(request)
      ? await this.subscriptions.read(caller, `sub_${id}`)
      : await this.subscriptions.create(caller, body, id);
    response.setHeader('Location', `/api/v1/subscriptions/${created.id}`);
    return created;
  }

  @Get()
  @ApiOperation({ summary: 'Your subscriptions; an operator or auditor: all' })
  @Answers(200, 'One page, newest first.', subscriptionsPage)
  @Problems()
  listSubscriptions(
    @FromCaller() caller: Caller,
    @Query({ schema: subscriptionsQuery }) query: SubscriptionsQueryDto,
  ): Promise<Page<SubscriptionAnswer>> {
    return this.subscriptions.list(caller, query);
  }

  @Get(':subscriptionId')
  @ApiOperation({ summary: 'One subscription' })
  @Versioned()
  @Answers(200, 'The subscription.', subscriptionAnswer)
  @Problems('NOT_FOUND')
  getSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Query({ schema: subscriptionQuery }) { timeZone }: SubscriptionQueryDto,
  ): Promise<SubscriptionAnswer> {
    return this.subscriptions.read(caller, id, timeZone);
  }

  @Patch(':subscriptionId')
  @ApiOperation({ summary: 'Change what is named, keep the rest' })
  @Versioned()
  @Answers(200, 'Changed.', subscriptionAnswer)
  @Problems('NOT_FOUND', 'SUBSCRIPTION_EXISTS', 'CONFLICT', 'UNPROCESSABLE')
  changeSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: changeSubscriptionBody }) body: ChangeSubscriptionBody,
  ): Promise<SubscriptionAnswer> {
    return this.subscriptions.change(caller, id, body);
  }

  @Delete(':subscriptionId')
  @ApiOperation({ summary: 'Cancel for good' })
  @Versioned()
  @Answers(200, 'Cancelled.', subscriptionAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  cancelSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
  ): Promise<SubscriptionAnswer> {
    return this.subscriptions.steer(caller, id, 'cancelled');
  }

  @Post(':subscriptionId/pause')
  @ApiOperation({ summary: 'Pause: runs that are due meanwhile are skipped' })
  @Versioned()
  @Answers(200, 'Paused.', subscriptionAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  pauseSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
  ): Promise<SubscriptionAnswer> {
    return this.subscriptions.steer(caller, id, 'paused');
  }

  @Post(':subscriptionId/resume')
  @ApiOperation({ summary: 'Resume a paused one' })
  @Versioned()
  @Answers(200, 'Active.', subscriptionAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  resumeSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
  ): Promise<SubscriptionAnswer> {
    return this.subscriptions.steer(caller, id, 'active');
  }

  @Post(':subscriptionId/invitations')
  @ApiOperation({ summary: 'Ask a recipient who unsubscribed whether they want to receive it again' })
  @Conditional()
  @Answers(202, 'They are asked by mail, once a day at most; only they can say so.', invitationAnswer)
  @Problems('NOT_FOUND', 'CONFLICT', 'UNPROCESSABLE')
  async inviteRecipient(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: invitationBody }) { recipient }: InvitationBody,
  ): Promise<InvitationAnswer> {
    return { mailed: await this.invitations.invite(caller, id, recipient) };
  }

  @Post(':subscriptionId/run-now')
  @ApiOperation({ summary: 'Make and mail the report now, beside the schedule' })
  @Conditional()
  @Answers(202, 'Asked for; watch the job.', runNowAnswer)
  @Problems('NOT_FOUND', 'CONFLICT', 'HALTED')
  async runSubscriptionNow(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: runNowBody }) body: RunNowBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunNowAnswer> {
    const subscription = await this.records.findOwn(caller, id);
    const runId = await this.workflows.runNow(caller, subscription, body.requestId ?? idFromKey(request));
    response.setHeader('Location', jobPath(runId));
    return { jobId: runId, runId };
  }
}
