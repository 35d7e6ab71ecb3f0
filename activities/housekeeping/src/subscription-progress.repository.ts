import type { Mongo } from '@rounds/adapters/mongo/client';
import { confirmed } from '@rounds/adapters/mongo/subscriptions.repository';
import type { RunDocument } from '@rounds/contracts/collections';
import type { RunOutcome } from '@rounds/contracts/run';
import type { ClientSession } from 'mongodb';

/** What the workflow tells of itself. */
export interface Progress {
  readonly subscriptionId: string;
  readonly appliedRevision: number;
  /** Why the subscription is over. */
  readonly ended?: string;
  /** Epoch ms. */
  readonly nextRunAt?: number;
}

/** The next report is compared with what somebody has; a run that reached nobody does not count as delivered. */
const isDelivered = ({ status, deliveries }: RunOutcome): boolean =>
  status === 'completed' &&
  (deliveries.length === 0 || deliveries.some((delivery) => delivery.status === 'accepted'));

export type SubscriptionProgressRepository = ReturnType<typeof createSubscriptionProgressRepository>;

/** The fields of a subscription's record that follow its workflow; its owner's wishes are never touched here. */
export const createSubscriptionProgressRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const subscriptions = mongo.collection('subscriptions');

  return {
    countRun: async (
      run: RunDocument,
      outcome: RunOutcome,
      at: Date,
      session: ClientSession,
    ): Promise<void> => {
      const { subscriptionId, studyId, due } = run;
      const { runId, status, cut, redrive } = outcome;
      const key = { _id: subscriptionId ?? '', studyId };
      const lastRun = { runId, status, at };
      // A redriven run was counted when it failed, and runs after it may have ended since.
      if (redrive === undefined)
        await subscriptions.updateOne(key, { $inc: { runCount: 1 }, $set: { lastRun } }, { session });
      else
        await subscriptions.updateOne({ ...key, 'lastRun.runId': runId }, { $set: { lastRun } }, { session });
      if (cut === undefined || !isDelivered(outcome)) return;
      const isNewest = [{ lastDeliveredDue: { $exists: false } }, { lastDeliveredDue: { $lte: due } }];
      await subscriptions.updateOne(
        { ...key, $or: isNewest },
        { $set: { lastDeliveredCut: cut, lastDeliveredDue: due } },
        { session },
      );
    },

    record: async ({ subscriptionId, appliedRevision, ended, nextRunAt }: Progress): Promise<void> => {
      const next = nextRunAt === undefined ? '$$REMOVE' : new Date(nextRunAt);
      await subscriptions.updateOne({ _id: subscriptionId }, confirmed(appliedRevision, { nextRunAt: next }));
      if (ended === undefined) return;
      // One that was cancelled stays cancelled: that says more. One that was changed meanwhile, perhaps to last
      // longer, is not over: its wish is on its way.
      await subscriptions.updateOne(
        { _id: subscriptionId, status: { $in: ['active', 'paused'] }, revision: { $lte: appliedRevision } },
        { $set: { status: 'ended', endedReason: ended } },
      );
    },
  };
};
