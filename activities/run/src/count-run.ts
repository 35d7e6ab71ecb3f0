/** What the end of a run makes of its subscription: the count of its runs, and the cut that the next is compared with. */
import type { ClientSession, Mongo } from '@rounds/adapters/mongo/client';
import { recordDelivered } from '@rounds/adapters/mongo/delivered-cuts';
import type { RunDocument } from '@rounds/contracts/collections';
import { isMade, type RunOutcome } from '@rounds/contracts/run';
import { scopeKey } from '@rounds/contracts/scope';

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

export type CountRun = ReturnType<typeof createCountRun>;

export const createCountRun =
  (mongo: Pick<Mongo, 'collection'>) =>
  async (run: RunDocument, outcome: RunOutcome, at: Date, session: ClientSession): Promise<void> => {
    const { subscriptionId, studyId } = run;
    if (subscriptionId === undefined) return;
    const subscriptions = mongo.collection('subscriptions');
    const { runId, status, cut, redrive } = outcome;
    const key = { _id: subscriptionId, studyId };
    const lastRun = { runId, status, at };
    // A redriven run was counted when it failed, and runs after it may have ended since.
    if (redrive === undefined)
      await subscriptions.updateOne(key, { $inc: { runCount: 1 }, $set: { lastRun } }, { session });
    else
      await subscriptions.updateOne({ ...key, 'lastRun.runId': runId }, { $set: { lastRun } }, { session });
    if (cut === undefined || !isDelivered(outcome)) return;
    await recordDelivered(subscriptions, run, cut, reachedScopes(run, outcome), session);
  };
