import type { Mongo } from '@rounds/adapters/mongo/client';
import { confirmed } from '@rounds/adapters/mongo/subscriptions.repository';
import type { LocalDate } from '@rounds/contracts/period';
import type { Why } from '@rounds/contracts/why';

/** What the workflow tells of itself. */
export interface Progress {
  readonly subscriptionId: string;
  readonly appliedRevision: number;
  /** Why the subscription is over. */
  readonly why?: Why;
  /** Epoch ms. */
  readonly nextRunAt?: number;
  /** Version of the time-zone data that it was computed with. */
  readonly zones?: string;
  /** Due days whose run was begun. */
  readonly made?: readonly LocalDate[];
}

export type SubscriptionProgressRepository = ReturnType<typeof createSubscriptionProgressRepository>;

/** The fields of a subscription's record that follow its workflow; its owner's wishes are never touched here. */
export const createSubscriptionProgressRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const subscriptions = mongo.collection('subscriptions');

  return {
    record: async (progress: Progress): Promise<void> => {
      const { subscriptionId, appliedRevision, why, nextRunAt, zones = '$$REMOVE', made } = progress;
      const next = {
        nextRunAt: nextRunAt === undefined ? '$$REMOVE' : new Date(nextRunAt),
        nextRunZones: zones,
        ...(made === undefined ? {} : { made: [...made] }),
      };
      await subscriptions.updateOne({ _id: subscriptionId }, confirmed(appliedRevision, next));
      if (why === undefined) return;
      // One that was cancelled stays cancelled: that says more. One that was changed meanwhile, perhaps to last
      // longer, is not over: its wish is on its way.
      await subscriptions.updateOne(
        { _id: subscriptionId, status: { $in: ['active', 'paused'] }, revision: { $lte: appliedRevision } },
        { $set: { status: 'ended', endedWhy: why } },
      );
    },
  };
};
