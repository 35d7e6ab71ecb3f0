import type { Mongo } from '@rounds/adapters/mongo/client';
import type { DeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import type { RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { RunDocument } from '@rounds/contracts/collections';
import type { RunOutcome } from '@rounds/contracts/run';
import type { SubscriptionProgressRepository } from './subscription-progress.repository.ts';

export interface CloseRunDependencies {
  readonly client: Pick<Mongo['client'], 'withSession'>;
  readonly runs: RunsRepository;
  readonly progress: SubscriptionProgressRepository;
  readonly ledger: DeliveriesRepository;
  /** Tells callbacks and people; again does no harm. */
  readonly announceEnd: (run: RunDocument) => Promise<void>;
  readonly now: () => Date;
}

const NOBODY_FOLLOWS = 'The run ended before the provider said what became of the mail.';

export const createCloseRun =
  ({ client, runs, progress, ledger, announceEnd, now }: CloseRunDependencies) =>
  async (outcome: RunOutcome): Promise<void> => {
    const at = now();
    // One transaction: counted if and only if this call closed the run, so that a retry counts nothing.
    await client.withSession((session) =>
      session.withTransaction(async () => {
        const run = await runs.close(outcome, at, session);
        if (run?.subscriptionId === undefined) return;
        await progress.countRun(run, outcome, at, session);
      }),
    );
    await ledger.doubtOpenIntents(outcome.runId, NOBODY_FOLLOWS, at);
    // Also by a retry that found the run closed: the attempt before it may have died here.
    const ended = await runs.find(outcome.runId, 'every');
    if (ended === null) return;
    await recordLeftOut(ledger, ended, outcome, at);
    await announceEnd(ended);
  };

/** The ledger tells each one why they get nothing; those whom `notify` refused it has told already. */
const recordLeftOut = async (
  ledger: DeliveriesRepository,
  { _id: runId, studyId, subscriptionId }: RunDocument,
  { deliveries }: RunOutcome,
  at: Date,
): Promise<void> => {
  const subject = { runId, studyId, ...(subscriptionId === undefined ? {} : { subscriptionId }) };
  for (const { recipientId, status, reason = '' } of deliveries)
    if (status === 'suppressed')
      await ledger.suppress({ ...subject, recipientId, channel: 'email' }, reason, at);
};
