/** A subscription that ended by itself: the record says why, and its owner gets a notice. */
import type { StudyClosingRepository } from '@rounds/adapters/mongo/study-closing.repository';
import type { SubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import { startNotice } from '@rounds/adapters/temporal/commands/start-notice';
import type { HousekeepingActivities } from '@rounds/contracts/activities';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { inCodes } from '@rounds/contracts/earlier-words';
import { because, type Why } from '@rounds/contracts/why';
import type { ChangeSubscription } from '@rounds/adapters/mongo/change-subscription';
import type { Client } from '@rounds/adapters/temporal/client';
import { DAY_MS } from '@rounds/contracts/durations';
import type { SubscriptionProgressRepository } from './subscription-progress.repository.ts';

export interface EndSubscriptionDependencies {
  readonly subscriptions: SubscriptionsRepository;
  readonly changeSubscription: ChangeSubscription;
  readonly progress: SubscriptionProgressRepository;
  readonly closing: StudyClosingRepository;
  readonly client: Client;
  readonly now: () => Date;
}

export const createEndSubscription = (dependencies: EndSubscriptionDependencies) => {
  const { subscriptions, changeSubscription, progress, closing, client, now } = dependencies;

  /** Idempotent: for the same end nobody gets a second notice. */
  const notifyOwner = async (subscription: SubscriptionDocument, why: Why): Promise<void> => {
    const { _id: subscriptionId, studyId, reportType, revision, studyClosedAt } = subscription;
    const what = { subscriptionId, studyId, reportType };
    const isByClosing = why.some(({ code }) => code === 'study-closed');
    const about =
      isByClosing && studyClosedAt !== undefined
        ? ({ kind: 'study-closed', ...what, occasion: studyClosedAt } as const)
        : ({ kind: 'subscription-ended', ...what, why, occasion: String(revision) } as const);
    await startNotice(client, { about, to: [subscription.ownerId], operators: false });
  };

  const record: HousekeepingActivities['recordSubscription'] = async (input) => {
    const { ended, why = inCodes({ reason: ended }), ...view } = input;
    await progress.record({ ...view, ...(why && { why }) });
    if (why === undefined) return;
    const subscription = await subscriptions.find(input.subscriptionId, 'every');
    if (subscription?.status === 'ended') await notifyOwner(subscription, why);
  };

  return {
    record,

    /** A paused subscription plans no run, so its workflow would never see that its study is closed. */
    endPaused: async (): Promise<void> => {
      // Everywhere on earth that day is over.
      const day = new Date(now().getTime() - DAY_MS).toISOString().slice(0, 10);
      for (const subscription of await closing.pausedBefore(day)) {
        const why = because('study-closed', { day: subscription.studyClosedAt ?? '' });
        const end = { status: 'ended', endedWhy: why } as const;
        const ended = await changeSubscription('subscription.end', subscription, end, now());
        if (ended !== null) await notifyOwner(ended, why);
      }
    },
  };
};
