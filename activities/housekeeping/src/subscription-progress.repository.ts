import type { Mongo } from '@rounds/adapters/mongo/client';
import { recordDelivered } from '@rounds/adapters/mongo/delivered-cuts';
import { confirmed } from '@rounds/adapters/mongo/subscriptions.repository';
import type { RunDocument } from '@rounds/contracts/collections';
import type { LocalDate } from '@rounds/contracts/period';
import { isMade, type RunOutcome } from '@rounds/contracts/run';
import { scopeKey } from '@rounds/contracts/scope';
import type { ClientSession } from 'mongodb';

/** What the workflow tells of itself. */
export interface Progress {
  readonly subscriptionId: string;
  readonly appliedRevision: number;
  /** Why the subscription is over. */
  readonly ended?: string;
  /** Epoch ms. */
  readonly nextRunAt?: number;
  /** Version of the time-zone data behind it. */
  readonly zones?: string;
  /** Due days whose run was begun. */
  readonly made?: readonly LocalDate[];
}

/**
 * The next report is compared with what somebody has, whatever became of others' mails; a run that reached nobody does
 * not count as delivered.
 */
const isDelivered = ({ status, deliveries }: RunOutcome): boolean =>
  deliveries.length === 0 ? isMade(status) : deliveries.some((delivery) => delivery.status === 'accepted');

/** Scopes of which a reader has the report. */
const reachedScopes = ({ audience = [] }: RunDocument, { status, deliveries }: RunOutcome): string[] => {
  const reached = new Set(
    deliveries.filter((each) => each.status === 'accepted').map(({ recipientId }) => recipientId),
  );
  const groups = audience.filter(({ recipients }) =>
    recipients.length === 0 ? isMade(status) : recipients.some((each) => reached.has(each)),
  );
  return [...new Set(groups.map(({ scope }) => scopeKey(scope)))];
};

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
      const { subscriptionId, studyId } = run;
      const { runId, status, cut, redrive } = outcome;
      const key = { _id: subscriptionId ?? '', studyId };
      const lastRun = { runId, status, at };
      // A redriven run was counted when it failed, and runs after it may have ended since.
      if (redrive === undefined)
        await subscriptions.updateOne(key, { $inc: { runCount: 1 }, $set: { lastRun } }, { session });
      else
        await subscriptions.updateOne({ ...key, 'lastRun.runId': runId }, { $set: { lastRun } }, { session });
      if (cut === undefined || !isDelivered(outcome)) return;
      await recordDelivered(subscriptions, run, cut, reachedScopes(run, outcome), session);
    },

    record: async (progress: Progress): Promise<void> => {
      const { subscriptionId, appliedRevision, ended, nextRunAt, zones = '$$REMOVE', made } = progress;
      const next = {
        nextRunAt: nextRunAt === undefined ? '$$REMOVE' : new Date(nextRunAt),
        nextRunZones: zones,
        ...(made === undefined ? {} : { made: [...made] }),
      };
      await subscriptions.updateOne({ _id: subscriptionId }, confirmed(appliedRevision, next));
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
