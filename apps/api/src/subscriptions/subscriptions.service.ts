import { Inject, Injectable } from '@nestjs/common';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import {
  createSubscriptionsRepository,
  type SubscriptionChange,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import { narrow } from '@rounds/adapters/mongo/study-filter';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { isOperator, seesAll, type Caller } from '../auth/caller.ts';
import { demandMatch } from '../http/entity-tag.ts';
import { cutPage, type Page } from '../http/page.dto.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { TemplateUse } from '../templates/template-use.service.ts';
import { presentSubscription } from './present-subscription.ts';
import { RecipientsService } from './recipients.service.ts';
import { checkUntil } from './rules.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';
import type {
  ChangeSubscriptionBody,
  CreateSubscriptionBody,
  SubscriptionAnswer,
  SubscriptionsQueryDto,
} from './subscriptions.dto.ts';

const STEERED = {
  active: 'subscription.resume',
  paused: 'subscription.pause',
  cancelled: 'subscription.cancel',
} as const;

@Injectable()
export class SubscriptionsService {
  constructor(
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(RecipientsService) private readonly recipients: RecipientsService,
    @Inject(SubscriptionWorkflows) private readonly workflows: SubscriptionWorkflows,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(TemplateUse) private readonly templates: TemplateUse,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * The record first, then its workflow: whatever stops in between, the record knows that it is ahead.
   *
   * @param id derived from the Idempotency-Key, where there is one
   * @throws RoundsError INVALID_INPUT, STUDY_NOT_FOUND, UNPROCESSABLE
   */
  async create(
    caller: Caller,
    body: CreateSubscriptionBody,
    id: string | undefined,
  ): Promise<SubscriptionAnswer> {
    const { recipients, until, ...wish } = body;
    checkUntil(body.schedule, until, this.now());
    await this.rights.scopeOn(body.studyId, caller.userId);
    const content = await this.templates.subscribe(body);
    const createdAt = new Date(this.now());
    const subscription = await this.subscriptions.insert({
      _id: id === undefined ? opaqueId('sub') : `sub_${id}`,
      ...(wish as Omit<typeof wish, keyof typeof content>),
      ...content,
      ownerId: caller.userId,
      recipients: await this.recipients.resolve(body.studyId, recipients ?? [caller.email]),
      optedOut: [],
      ...(until === undefined ? {} : { until }),
      status: 'active',
      revision: 1,
      appliedRevision: 0,
      runCount: 0,
      createdAt,
      updatedAt: createdAt,
    });
    const { _id, studyId, formats } = subscription;
    const details = { reportType: subscription.reportType, formats, recipients: subscription.recipients };
    await this.audit.record(caller, { action: 'subscription.create', id: _id, studyId, details });
    return this.present(await this.workflows.apply(subscription));
  }

  async list(caller: Caller, query: SubscriptionsQueryDto): Promise<Page<SubscriptionAnswer>> {
    const { limit, cursor: after, status, studyId } = query;
    const found = await this.subscriptions.list({
      studies: narrow(await this.rights.studiesOf(caller), studyId),
      ownerId: seesAll(caller) ? undefined : caller.userId,
      status,
      after,
      limit: limit + 1,
    });
    const { items, nextCursor } = cutPage(found, limit);
    return { items: await this.presentAll(items), nextCursor };
  }

  async read(caller: Caller, id: string): Promise<SubscriptionAnswer> {
    return this.present(await this.find(caller, id));
  }

  /** @throws RoundsError CONFLICT when it is over, or another writer was faster */
  async change(caller: Caller, id: string, body: ChangeSubscriptionBody): Promise<SubscriptionAnswer> {
    const subscription = await this.findOwn(caller, id);
    const { schedule = subscription.schedule, until = subscription.until } = body;
    checkUntil(schedule, until ?? undefined, this.now());
    const changed = await this.write(subscription, await this.changeOf(subscription, body));
    const fields = Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const details = { fields, revision: changed.revision };
    const { studyId } = changed;
    await this.audit.record(caller, { action: 'subscription.change', id, studyId, details });
    return this.present(changed);
  }

  /** Doing it again is no harm; a cancelled one stays so. */
  async steer(
    caller: Caller,
    id: string,
    status: 'active' | 'paused' | 'cancelled',
  ): Promise<SubscriptionAnswer> {
    const subscription = await this.findOwn(caller, id, status === 'cancelled' ? 'even if over' : undefined);
    const done = subscription.status === status || subscription.status === 'ended';
    if (done) return this.present(subscription);
    const steered = await this.write(subscription, { status });
    const { studyId, revision } = steered;
    await this.audit.record(caller, { action: STEERED[status], id, studyId, details: { revision } });
    return this.present(steered);
  }

  /** @throws RoundsError NOT_FOUND alike for no such subscription and one that is not the caller's to see */
  async find(caller: Caller, id: string): Promise<SubscriptionDocument> {
    const subscription = await this.subscriptions.find(id, await this.rights.studiesOf(caller));
    if (subscription === null || !(subscription.ownerId === caller.userId || seesAll(caller)))
      throw new RoundsError('NOT_FOUND', 'There is no such subscription among those you may see.');
    return subscription;
  }

  /** @throws RoundsError FORBIDDEN for an auditor, CONFLICT when it is over, PRECONDITION_FAILED (If-Match) */
  async findOwn(caller: Caller, id: string, over?: 'even if over'): Promise<SubscriptionDocument> {
    const subscription = await this.find(caller, id);
    if (subscription.ownerId !== caller.userId && !isOperator(caller))
      throw new RoundsError('FORBIDDEN', 'Only the owner of a subscription, or an operator, may change it.');
    const isOver = subscription.status === 'cancelled' || subscription.status === 'ended';
    if (isOver && over === undefined)
      throw new RoundsError('CONFLICT', `This subscription is ${subscription.status}: make a new one.`);
    demandMatch(caller, subscription.revision);
    return subscription;
  }

  private async changeOf(
    subscription: SubscriptionDocument,
    { parameters, templateId, recipients, ...rest }: ChangeSubscriptionBody,
  ): Promise<SubscriptionChange> {
    const { studyId } = subscription;
    return {
      ...rest,
      ...(await this.templates.changed(subscription, { parameters, templateId })),
      ...(recipients && { recipients: await this.recipients.resolve(studyId, recipients) }),
    };
  }

  private async write(
    subscription: SubscriptionDocument,
    change: SubscriptionChange,
  ): Promise<SubscriptionDocument> {
    const changed = await this.subscriptions.change(subscription, change);
    if (changed === null)
      throw new RoundsError('CONFLICT', 'Someone else changed this subscription just now: read it again.');
    return this.workflows.apply(changed);
  }

  private async present(subscription: SubscriptionDocument): Promise<SubscriptionAnswer> {
    const { ownerId, recipients, optedOut } = subscription;
    const emails = await this.recipients.emails([ownerId, ...recipients, ...optedOut]);
    return presentSubscription(subscription, emails, this.now());
  }

  private async presentAll(found: readonly SubscriptionDocument[]): Promise<SubscriptionAnswer[]> {
    const people = found.flatMap(({ ownerId, recipients, optedOut }) => [
      ownerId,
      ...recipients,
      ...optedOut,
    ]);
    const emails = await this.recipients.emails(people);
    return found.map((subscription) => presentSubscription(subscription, emails, this.now()));
  }
}
