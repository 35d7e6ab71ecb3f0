/**
 * Brings records and workflows together again after a crash between the two: a subscription whose workflow
 * was not told its newest wish (or was never started), a run on demand that nobody started.
 */
import type { Logger } from '@rounds/adapters/logging/logger';
import type { RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { SubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import { applyDesired } from '@rounds/adapters/temporal-wishes/apply-desired';
import { startReport } from '@rounds/adapters/temporal-wishes/start-report';
import type { HousekeepingActivities } from '@rounds/contracts/activities';
import type { Client } from '@temporalio/client';

export interface ApplyPendingDependencies {
  readonly client: Client;
  readonly subscriptions: SubscriptionsRepository;
  readonly runs: RunsRepository;
  readonly log: Pick<Logger, 'warn'>;
  readonly now: () => Date;
}

/** Whoever wrote the record is about to tell the workflow itself; doing it too would only be twice the work. */
const GRACE_MS = 5_000;
const AT_MOST = 500;
const AT_ONCE = 8;

interface Task {
  readonly id: string;
  readonly run: () => Promise<void>;
}

export const createApplyPending = (dependencies: ApplyPendingDependencies) => {
  const { client, subscriptions, runs, log, now } = dependencies;

  const findTasks = async (): Promise<Task[]> => {
    const before = new Date(now().getTime() - GRACE_MS);
    const [behind, waiting] = await Promise.all([
      subscriptions.pending(AT_MOST),
      runs.waiting(before, AT_MOST),
    ]);
    return [
      ...behind
        .filter(({ updatedAt }) => updatedAt < before)
        .map((subscription) => ({
          id: subscription._id,
          run: async () => {
            const { appliedRevision } = await applyDesired(client, subscription);
            await subscriptions.confirm(subscription._id, appliedRevision);
          },
        })),
      ...waiting.map((run) => ({ id: run._id, run: () => startReport(client, run) })),
    ];
  };

  const succeeds = async ({ id, run }: Task): Promise<boolean> => {
    try {
      await run();
      return true;
    } catch (error) {
      log.warn({ id, fault: error instanceof Error ? error.name : 'unknown' }, 'A wish could not be told.');
      return false;
    }
  };

  return async (): ReturnType<HousekeepingActivities['applyPending']> => {
    const tasks = await findTasks();
    let applied = 0;
    for (let from = 0; from < tasks.length; from += AT_ONCE) {
      const chunk = tasks.slice(from, from + AT_ONCE);
      const succeeded = (await Promise.all(chunk.map(succeeds))).filter(Boolean).length;
      applied += succeeded;
      // Temporal or its workers are away: the next round finds the rest.
      if (succeeded === 0) break;
    }
    return { applied, failed: tasks.length - applied };
  };
};
