/**
 * Brings records and workflows together again after a crash between the two: a subscription whose workflow
 * was not told its newest wish (or was never started), a run that nobody started, a run whose workflow was
 * ended from outside (an operator terminated it) before it could record its end, an end that no callback was told.
 */
import type { Logger } from '@rounds/adapters/logging/logger';
import type { RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { SubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import { applyDesired } from '@rounds/adapters/temporal-wishes/apply-desired';
import { runInTemporal } from '@rounds/adapters/temporal-wishes/lost-run';
import { startReport } from '@rounds/adapters/temporal-wishes/start-report';
import type { HousekeepingActivities } from '@rounds/contracts/activities';
import type { RunDocument } from '@rounds/contracts/collections';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { WORKFLOW_TYPES } from '@rounds/contracts/queues';
import type { Client } from '@temporalio/client';

export interface ApplyPendingDependencies {
  readonly client: Client;
  readonly subscriptions: SubscriptionsRepository;
  readonly runs: RunsRepository;
  /** As a workflow ends its run. */
  readonly closeRun: HousekeepingActivities['closeRun'];
  /** Again does no harm. */
  readonly announceEnd: (run: RunDocument) => Promise<void>;
  readonly log: Pick<Logger, 'warn'>;
  readonly now: () => Date;
}

/**
 * Whoever wrote the record is about to tell the workflow itself; doing it too would only be twice the work. It is
 * also longer than Temporal needs to list a workflow that was just started.
 */
const GRACE_MS = 5_000;
const AT_MOST = 500;
const AT_ONCE = 8;
/** More runs than the limits of open and scheduled jobs ever allow. */
const OPEN_AT_MOST = 5_000;

/** Whoever was not told for so long has looked for themselves. */
const TOLD_WITHIN_MS = 2 * 24 * 60 * 60 * 1000;

interface Task {
  readonly id: string;
  readonly run: () => Promise<void>;
}

export const createApplyPending = (dependencies: ApplyPendingDependencies) => {
  const { client, subscriptions, runs, closeRun, announceEnd, log, now } = dependencies;

  const behind = async (before: Date): Promise<Task[]> =>
    (await subscriptions.pending(AT_MOST))
      .filter(({ updatedAt }) => updatedAt < before)
      .map((subscription) => ({
        id: subscription._id,
        run: async () => {
          const { appliedRevision } = await applyDesired(client, subscription);
          await subscriptions.confirm(subscription._id, appliedRevision);
        },
      }));

  const settle = async (run: RunDocument): Promise<void> => {
    const found = await runInTemporal(client, run, now());
    if (found.state === 'unstarted') await startReport(client, run, now());
    if (found.state !== 'ended') return;
    log.warn({ runId: run._id, status: found.outcome.status }, 'A run had lost its workflow and was closed.');
    await closeRun(found.outcome);
  };

  /** Asking Temporal once for all that run is cheaper than asking after each. */
  const adrift = async (before: Date): Promise<Task[]> => {
    const open = await runs.openSince(before, OPEN_AT_MOST);
    if (open.length === 0) return [];
    const running = await runningReports(client);
    const missing = open.filter((id) => !running.has(reportWorkflowId(id))).slice(0, AT_MOST);
    return (await runs.findMany(missing)).map((run) => ({ id: run._id, run: () => settle(run) }));
  };

  const untold = async (before: Date): Promise<Task[]> => {
    const since = new Date(before.getTime() - TOLD_WITHIN_MS);
    const ended = await runs.unannounced(since, before, AT_MOST);
    return ended.map((run) => ({ id: run._id, run: () => announceEnd(run) }));
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
    const before = new Date(now().getTime() - GRACE_MS);
    const tasks = (await Promise.all([behind(before), adrift(before), untold(before)])).flat();
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

/** Workflow ids. */
const runningReports = async (client: Client): Promise<ReadonlySet<string>> => {
  const ids = new Set<string>();
  const query = `WorkflowType = '${WORKFLOW_TYPES.report}' AND ExecutionStatus = 'Running'`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 1_000 })) ids.add(workflowId);
  return ids;
};
