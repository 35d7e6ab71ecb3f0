/**
 * Brings records and workflows together again after a crash between the two: a subscription whose workflow
 * did not get its newest change (or was never started), a run that nobody started, a run whose workflow was
 * ended from outside (an operator terminated it) before it could record its end, an end that no callback heard of.
 */
import type { Logger } from '@rounds/adapters/logging/logger';
import type { SetAsidesRepository } from '@rounds/adapters/mongo/set-asides.repository';
import type { SubscriptionUpkeepRepository } from '@rounds/adapters/mongo/subscription-upkeep.repository';
import type { SubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import type { UnsettledRunsRepository } from '@rounds/adapters/mongo/unsettled-runs.repository';
import type { Client } from '@rounds/adapters/temporal/client';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import { applyDesired } from '@rounds/adapters/temporal/commands/apply-desired';
import { runInTemporal } from '@rounds/adapters/temporal/commands/lost-run';
import { startReport } from '@rounds/adapters/temporal/commands/start-report';
import { areWorkersAway } from '@rounds/adapters/temporal/commands/workers-away';
import { faultOf } from '@rounds/adapters/temporal/fault-of';
import type { HousekeepingActivities, RunActivities } from '@rounds/contracts/activities';
import type { RunDocument } from '@rounds/contracts/collections';
import { DAY_MS } from '@rounds/contracts/durations';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { WORKFLOW_TYPES } from '@rounds/contracts/queues';

export interface ApplyPendingDependencies {
  readonly client: Client;
  readonly subscriptions: Pick<SubscriptionsRepository, 'confirm'>;
  readonly upkeep: Pick<SubscriptionUpkeepRepository, 'unapplied'>;
  readonly runs: UnsettledRunsRepository;
  readonly setAsides: SetAsidesRepository;
  /** As a workflow ends its run. */
  readonly closeRun: RunActivities['closeRun'];
  /** Again does no harm. */
  readonly announceEnd: (run: RunDocument) => Promise<void>;
  readonly beat: Beat;
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

/** Whoever waited that long has looked for themselves. */
const TOLD_WITHIN_MS = 2 * DAY_MS;

interface Task {
  /** Also of what was set aside. */
  readonly id: string;
  readonly run: () => Promise<void>;
}

const subscriptionTask = 'subscription/';
const runTask = 'run/';
const endTask = 'end/';

/** Ids of those tasks of the kind that wait for a later round. */
const idsOf = (waiting: ReadonlySet<string>, kind: string): string[] =>
  [...waiting].filter((id) => id.startsWith(kind)).map((id) => id.slice(kind.length));

export const createApplyPending = (dependencies: ApplyPendingDependencies) => {
  const { client, subscriptions, upkeep, runs, setAsides, closeRun, announceEnd, beat, log, now } =
    dependencies;

  const unapplied = async (before: Date, waiting: ReadonlySet<string>): Promise<Task[]> =>
    (await upkeep.unapplied(AT_MOST, idsOf(waiting, subscriptionTask)))
      .filter(({ updatedAt }) => updatedAt < before)
      .map((subscription) => ({
        id: `${subscriptionTask}${subscription._id}`,
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
  const withoutWorkflow = async (before: Date, waiting: ReadonlySet<string>): Promise<Task[]> => {
    const open = await runs.openSince(before, OPEN_AT_MOST);
    if (open.length === 0) return [];
    const running = await runningReports(client);
    const missing = open
      .filter((id) => !running.has(reportWorkflowId(id)) && !waiting.has(`${runTask}${id}`))
      .slice(0, AT_MOST);
    return (await runs.findMany(missing)).map((run) => ({
      id: `${runTask}${run._id}`,
      run: () => settle(run),
    }));
  };

  const unannounced = async (before: Date, waiting: ReadonlySet<string>): Promise<Task[]> => {
    const since = new Date(before.getTime() - TOLD_WITHIN_MS);
    const ended = await runs.unannounced(since, before, AT_MOST, idsOf(waiting, endTask));
    return ended.map((run) => ({ id: `${endTask}${run._id}`, run: () => announceEnd(run) }));
  };

  /** @returns the code of what went wrong; null: nothing did */
  const faultIn = async ({ id, run }: Task): Promise<string | null> => {
    try {
      await run();
      return null;
    } catch (error) {
      const { code } = faultOf(error, 'applyPending');
      log.warn({ id, fault: code }, 'A change could not be sent to Temporal.');
      return code;
    }
  };

  return async (): ReturnType<HousekeepingActivities['applyPending']> => {
    const at = now();
    const before = new Date(at.getTime() - GRACE_MS);
    const waiting = await setAsides.waiting(at);
    const found = [
      unapplied(before, waiting),
      withoutWorkflow(before, waiting),
      unannounced(before, waiting),
    ];
    const tasks = (await Promise.all(found)).flat();
    const unsettled = new Set(tasks.map(({ id }) => id));
    for (let from = 0; from < tasks.length; from += AT_ONCE) {
      const chunk = tasks.slice(from, from + AT_ONCE);
      beat({ settled: from, of: tasks.length });
      const faults = await Promise.all(chunk.map(faultIn));
      const failed = chunk.flatMap(({ id }, index) =>
        faults[index] == null ? [] : [{ id, fault: faults[index] }],
      );
      for (const [index, { id }] of chunk.entries()) if (faults[index] === null) unsettled.delete(id);
      // The next round finds the rest: nothing of it is to blame.
      if (failed.length === chunk.length && (await areWorkersAway(client))) break;
      for (const { id, fault } of failed) await setAsides.failed(id, fault, now());
    }
    await setAsides.forget(at, [...unsettled]);
    return { applied: tasks.length - unsettled.size, failed: unsettled.size };
  };
};

/** Workflow ids. */
const runningReports = async (client: Client): Promise<ReadonlySet<string>> => {
  const ids = new Set<string>();
  const query = `WorkflowType = '${WORKFLOW_TYPES.report}' AND ExecutionStatus = 'Running'`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 1_000 })) ids.add(workflowId);
  return ids;
};
