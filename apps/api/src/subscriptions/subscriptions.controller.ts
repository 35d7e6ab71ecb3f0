import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { AnswersAnew, idFromKey, isAnswered } from '../http/idempotency.interceptor.ts';
import type { Page } from '../http/page.dto.ts';
import { Versioned } from '../http/versioned.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { NewSubscriptions } from './new-subscriptions.service.ts';
import { SubscriptionChanges } from './subscription-changes.service.ts';
import { SubscriptionPresenter } from './subscription-presenter.service.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';
import {
  ChangeSubscriptionBody,
  CreateSubscriptionBody,
  SubscriptionAnswer,
  SubscriptionQueryDto,
  subscriptionsPage,
  SubscriptionsQueryDto,
} from './subscriptions.dto.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

@ApiTags('subscriptions')
@Controller('api/v1/subscriptions')
export class SubscriptionsController {
  constructor(
    @Inject(SubscriptionsService) private readonly subscriptions: SubscriptionsService,
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(NewSubscriptions) private readonly created: NewSubscriptions,
    @Inject(SubscriptionChanges) private readonly changes: SubscriptionChanges,
    @Inject(SubscriptionPresenter) private readonly presenter: SubscriptionPresenter,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Subscribe to a study’s report' })
  @AnswersAnew()
  @Versioned()
  @Answers(201, 'Subscribed.', SubscriptionAnswer)
  @Problems('STUDY_NOT_FOUND', 'UNPROCESSABLE', 'IDEMPOTENCY_KEY_REUSED', 'SUBSCRIPTION_EXISTS', 'CONFLICT')
  async createSubscription(
    @FromCaller() caller: Caller,
    @Body({ schema: CreateSubscriptionBody }) body: CreateSubscriptionBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubscriptionAnswer> {
    const id = idFromKey(request);
    const created = isAnswered(request)
      ? await this.records.find(caller, `sub_${id}`)
      : await this.created.create(caller, body, id);
    response.setHeader('Location', `/api/v1/subscriptions/${created._id}`);
    return this.presenter.present(created);
  }

  @Get()
  @ApiOperation({ summary: 'Your subscriptions; an operator or auditor: all' })
  @Answers(200, 'One page, newest first.', subscriptionsPage)
  @Problems()
  listSubscriptions(
    @FromCaller() caller: Caller,
    @Query({ schema: SubscriptionsQueryDto }) query: SubscriptionsQueryDto,
  ): Promise<Page<SubscriptionAnswer>> {
    return this.subscriptions.list(caller, query);
  }

  @Get(':subscriptionId')
  @ApiOperation({ summary: 'One subscription' })
  @Versioned()
  @Answers(200, 'The subscription.', SubscriptionAnswer)
  @Problems('NOT_FOUND')
  getSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Query({ schema: SubscriptionQueryDto }) { timeZone }: SubscriptionQueryDto,
  ): Promise<SubscriptionAnswer> {
    return this.subscriptions.read(caller, id, timeZone);
  }

  @Patch(':subscriptionId')
  @ApiOperation({ summary: 'Change what is named, keep the rest' })
  @Versioned()
  @Answers(200, 'Changed.', SubscriptionAnswer)
  @Problems('NOT_FOUND', 'SUBSCRIPTION_EXISTS', 'CONFLICT', 'UNPROCESSABLE')
  async changeSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: ChangeSubscriptionBody }) body: ChangeSubscriptionBody,
  ): Promise<SubscriptionAnswer> {
    return this.presenter.present(await this.changes.change(caller, id, body));
  }

  @Delete(':subscriptionId')
  @ApiOperation({ summary: 'Cancel for good' })
  @Versioned()
  @Answers(200, 'Cancelled.', SubscriptionAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  async cancelSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
  ): Promise<SubscriptionAnswer> {
    return this.presenter.present(await this.changes.steer(caller, id, 'cancelled'));
  }
}
