import { Inject, Injectable } from '@nestjs/common';
import type { ClientSession } from '@rounds/adapters/mongo/client';
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
import { Halts } from '../halts/halts.service.ts';
import { Rights } from '../rights/rights.service.ts';
import { presentSubscription } from './present-subscription.ts';
import { RecipientsService } from './recipients.service.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';
import type { SubscriptionAnswer } from './subscriptions.dto.ts';

/** The ways to a subscription's record: who may read or change it, how it is changed, how it is shown. */
@Injectable()
export class SubscriptionRecords {
  constructor(
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(RecipientsService) private readonly recipients: RecipientsService,
    @Inject(SubscriptionWorkflows) private readonly workflows: SubscriptionWorkflows,
    @Inject(Halts) private readonly halts: Halts,
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
   * @param demand asks of the record as it would be; what it throws keeps it as it is
   * @throws RoundsError CONFLICT when another writer was faster
   */
  async write(
    caller: Caller,
    subscription: SubscriptionDocument,
    change: SubscriptionChange,
    { action, details }: Pick<Deed, 'action' | 'details'>,
    demand?: (after: SubscriptionDocument, session: ClientSession) => Promise<void>,
  ): Promise<SubscriptionDocument> {
    const { _id: id, studyId } = subscription;
    const changed = await this.audit.change(
      caller,
      async (audited) => {
        const at = new Date(this.now());
        const after = await this.subscriptions.change(subscription, change, at, audited);
        if (after !== null) await demand?.(after, audited.session);
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

  /** @param timeZone shows the next runs on this zone's clock as well */
  async present(subscription: SubscriptionDocument, timeZone?: string): Promise<SubscriptionAnswer> {
    const [shown] = await this.presentAll([subscription], timeZone);
    if (shown === undefined) throw new Error('One subscription gives one answer.');
    return shown;
  }

  async presentAll(found: readonly SubscriptionDocument[], timeZone?: string): Promise<SubscriptionAnswer[]> {
    const people = found.flatMap(({ ownerId, recipients, optedOut }) => [
      ownerId,
      ...recipients,
      ...optedOut,
    ]);
    const [emails, holding] = await Promise.all([this.recipients.emails(people), this.halts.holding()]);
    const now = this.now();
    return found.map((each) =>
      presentSubscription(each, { emails, now, timeZone, halt: holding(each.studyId) }),
    );
  }
}
