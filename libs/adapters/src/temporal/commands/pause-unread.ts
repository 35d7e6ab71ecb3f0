/** A subscription that nobody receives any more is paused, and its owner gets a notice. */
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { Client } from '@temporalio/client';
import type { ChangeSubscription } from '../../mongo/change-subscription.ts';
import type { SubscriptionsRepository } from '../../mongo/subscriptions.repository.ts';
import { startNotice } from './start-notice.ts';

export interface PauseUnreadDependencies {
  readonly subscriptions: Pick<SubscriptionsRepository, 'find'>;
  readonly changeSubscription: ChangeSubscription;
  readonly client: Client;
  readonly now: () => Date;
}

/**
 * One whose owner is lost is left alone: its last days are counted, and its owner and the operators know of them.
 *
 * @returns the record that must be sent to its workflow; null: nothing was changed
 * @throws when Temporal is away: nothing is changed then
 */
export const createPauseUnread =
  ({ subscriptions, changeSubscription, client, now }: PauseUnreadDependencies) =>
  async ({ _id, studyId }: Pick<SubscriptionDocument, '_id' | 'studyId'>) => {
    const subscription = await subscriptions.find(_id, [studyId]);
    if (subscription?.status !== 'active' || subscription.ownerLostAt !== undefined) return null;
    const { reportType, ownerId, revision } = subscription;
    const what = { subscriptionId: _id, studyId, reportType, occasion: String(revision) };
    // Told first: were it the other way round, a crash between the two would leave the owner untold.
    await startNotice(client, {
      about: { kind: 'subscription-paused-unread', ...what },
      ...{ to: [ownerId], operators: false },
    });
    const pausing = { status: 'paused', pausedReason: 'nobody-receives' } as const;
    return changeSubscription('subscription.pause', subscription, pausing, now());
  };
