import type { AuditAction } from '@rounds/contracts/audit';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { AuditRepository } from './audit.repository.ts';
import type { SubscriptionChange, SubscriptionsRepository } from './subscriptions.repository.ts';

/** What nobody asked for by name. Null when another writer was faster: nothing is changed then. */
export type ChangeSubscription = (
  action: AuditAction,
  subscription: SubscriptionDocument,
  change: SubscriptionChange,
  at: Date,
) => Promise<SubscriptionDocument | null>;

export const createChangeSubscription =
  (
    subscriptions: Pick<SubscriptionsRepository, 'change'>,
    audit: Pick<AuditRepository, 'change'>,
  ): ChangeSubscription =>
  (action, subscription, change, at) => {
    const { _id: id, studyId } = subscription;
    const about = { actorId: 'housekeeping', action, target: { type: 'subscription', id }, studyId };
    return audit.change(
      (audited) => subscriptions.change(subscription, change, at, audited),
      (after) => ({ ...about, ...valuesOf('subscription', subscription, after) }),
      at,
    );
  };
