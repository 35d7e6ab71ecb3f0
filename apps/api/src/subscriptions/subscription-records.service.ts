import { Inject, Injectable } from '@nestjs/common';
import {
  createSubscriptionsRepository,
  type SubscriptionChange,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { AuditTrail, type Deed } from '../audit/audit-trail.service.ts';
import { isOperator, seesAll, type Caller } from '../auth/caller.ts';
import { demandMatch } from '../http/entity-tag.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { EqualSubscriptions } from './equal-subscriptions.service.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';

/**
 * Who may read or change a subscription, and how it is written: the record first, then its workflow. Whatever stops in
 * between, the record knows what the workflow has not applied yet.
 */
@Injectable()
export class SubscriptionRecords {
  constructor(
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(EqualSubscriptions) private readonly equal: EqualSubscriptions,
    @Inject(SubscriptionWorkflows) private readonly workflows: SubscriptionWorkflows,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

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

  /**
   * The same id again keeps the first.
   *
   * @returns the record that stands
   * @throws RoundsError SUBSCRIPTION_EXISTS
   */
  async insert(
    caller: Caller,
    subscription: SubscriptionDocument,
    evenIfEqual: boolean,
  ): Promise<SubscriptionDocument> {
    const { _id: id, studyId } = subscription;
    const isNew = await this.audit.change(
      caller,
      async (audited) => {
        if (!evenIfEqual) await this.equal.demandNone(subscription, audited.session);
        return this.subscriptions.insert(subscription, audited);
      },
      () => ({ action: 'subscription.create', id, studyId, ...valuesOf('subscription', null, subscription) }),
    );
    const standing = isNew ? this.subscriptions.find(id, [studyId]) : this.subscriptions.findNewest(id);
    return this.workflows.apply((await standing) ?? subscription);
  }

  /** @throws RoundsError CONFLICT when another writer was faster, SUBSCRIPTION_EXISTS */
  async write(
    caller: Caller,
    subscription: SubscriptionDocument,
    change: SubscriptionChange,
    { action, details }: Pick<Deed, 'action' | 'details'>,
    evenIfEqual = true,
  ): Promise<SubscriptionDocument> {
    const { _id: id, studyId } = subscription;
    const changed = await this.audit.change(
      caller,
      async (audited) => {
        const at = new Date(this.now());
        const after = await this.subscriptions.change(subscription, change, at, audited);
        if (after !== null && !evenIfEqual) await this.equal.demandNone(after, audited.session, subscription);
        return after;
      },
      (after) => ({
        ...{ action, id, studyId, details: { ...details, revision: after.revision } },
        ...valuesOf('subscription', subscription, after),
      }),
    );
    if (changed === null)
      throw new RoundsError('CONFLICT', 'Someone else changed this subscription just now: read it again.');
    return this.workflows.apply(changed);
  }
}
