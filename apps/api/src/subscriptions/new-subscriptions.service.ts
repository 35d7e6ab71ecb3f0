import { Inject, Injectable } from '@nestjs/common';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { EqualSubscriptions } from './equal-subscriptions.service.ts';

/** Writes new subscriptions; of two equal ones of one owner the second only where it is wanted. */
@Injectable()
export class NewSubscriptions {
  constructor(
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(EqualSubscriptions) private readonly equal: EqualSubscriptions,
  ) {}

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
    await this.audit.change(
      caller,
      async (audited) => {
        if (!evenIfEqual) await this.equal.demandNone(subscription, audited.session);
        return this.subscriptions.insert(subscription, audited);
      },
      () => ({ action: 'subscription.create', id, studyId, ...valuesOf('subscription', null, subscription) }),
    );
    return (await this.subscriptions.find(id, [studyId])) ?? subscription;
  }
}
