/**
 * How the workflows call each stage: its own task queue, how long one attempt may last, how soon a dead worker
 * is noticed, how long a stage is tried at all. The figures come from the run's policy, which is read once by a
 * local activity and stands in the history: changing the configuration never changes a run under way.
 *
 * Two kinds of fault end differently. The stage's own (a corrupt cut, an unexpected error) are retried a few
 * times; the worker counts them and then marks the fault non-retryable. A server that is away says nothing about
 * the run, so those retries go on until `scheduleToCloseTimeout`; waiting in a queue uses up nothing.
 */
import type {
  AggregateActivities,
  FetchActivities,
  HousekeepingActivities,
  NotifyActivities,
  PlanActivities,
  RenderActivities,
  RunActivities,
  RunPolicy,
} from '@rounds/contracts/activities';
import { TASK_QUEUES } from '@rounds/contracts/queues';
import type { RunTrigger } from '@rounds/contracts/run';
import {
  ActivityCancellationType,
  proxyActivities,
  proxyLocalActivities,
  type RetryPolicy,
} from '@temporalio/workflow';

/**
 * Workers beat every two seconds by themselves. Shorter, and a busy event loop would pass for dead; longer, and a
 * run would wait for nothing after its worker was killed.
 */
const HEARTBEAT = '20s';

/** One mail: the provider is given up after 30 s; the rest is the ledger before and after. */
const ONE_MAIL = '60s';

/** A few reads and writes of the database. */
const ONE_RECORD = '30s';

/** What a run did is recorded even after a long outage: a record that cannot be written in a week needs people. */
const RECORD_DEADLINE = '7 days';

/**
 * Pure arithmetic in the worker that runs the workflow: no queue, no other process. Without a deadline, because
 * a fault here (a zone that the worker's ICU does not know) is mended by a deployment, after which it goes on.
 */
export const planning = proxyLocalActivities<PlanActivities>({
  startToCloseTimeout: '10s',
  // Longer waits are timers: one that cannot be planned must not hold a workflow task that others need.
  localRetryThreshold: '1s',
  retry: { initialInterval: '1s', maximumInterval: '5 minutes' },
});

/** Records of what happened, in the words of the workflow that it happened to. */
export const records = proxyActivities<HousekeepingActivities & RunActivities>({
  taskQueue: TASK_QUEUES.housekeeping,
  startToCloseTimeout: ONE_RECORD,
  heartbeatTimeout: HEARTBEAT,
  scheduleToCloseTimeout: RECORD_DEADLINE,
  retry: { initialInterval: '1s', maximumInterval: '1 minute' },
});

/** Go through every record that is out of date, or that holds what nobody needs any more. */
export const sweeps = proxyActivities<Pick<HousekeepingActivities, 'applyPending' | 'removeExpired'>>({
  taskQueue: TASK_QUEUES.housekeeping,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: HEARTBEAT,
  // Longer than any outage that resolves itself; the schedule starts the next one in any case.
  scheduleToCloseTimeout: '1 hour',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
});

export type Stages = ReturnType<typeof stagesOf>;

/** @param stopsFirst a cancelled run waits until the stage at work has stopped: it could still store something */
export const stagesOf = (policy: RunPolicy, trigger: RunTrigger, stopsFirst: boolean) => {
  const tried = {
    heartbeatTimeout: HEARTBEAT,
    scheduleToCloseTimeout: policy.stageDeadlineMs,
    retry: retryOf(policy, trigger),
  };
  const { WAIT_CANCELLATION_COMPLETED, TRY_CANCEL } = ActivityCancellationType;
  const making = { ...tried, cancellationType: stopsFirst ? WAIT_CANCELLATION_COMPLETED : TRY_CANCEL };
  return {
    // Reads a study's rows in one snapshot and writes them compressed: minutes, for a large study.
    fetch: proxyActivities<FetchActivities>({
      ...making,
      taskQueue: TASK_QUEUES.fetch,
      startToCloseTimeout: policy.attemptTimeoutMs,
    }),
    // Streams the cut once; as long as fetch, without the database.
    aggregate: proxyActivities<AggregateActivities>({
      ...making,
      taskQueue: TASK_QUEUES.aggregate,
      startToCloseTimeout: policy.attemptTimeoutMs,
    }),
    // Draws in a pool of threads: the slowest stage, some seconds a hundred pages.
    render: proxyActivities<RenderActivities>({
      ...making,
      taskQueue: TASK_QUEUES.render,
      startToCloseTimeout: policy.attemptTimeoutMs,
    }),
    // Short on purpose: an attempt that hangs has perhaps sent, and the ledger must say so soon.
    notify: proxyActivities<NotifyActivities>({
      ...tried,
      taskQueue: TASK_QUEUES.notify,
      startToCloseTimeout: ONE_MAIL,
    }),
    // Opening decides about the run's rights, so it is tried like a stage; closing is a record (see `records`).
    opening: proxyActivities<Pick<RunActivities, 'openRun'>>({
      ...tried,
      taskQueue: TASK_QUEUES.housekeeping,
      startToCloseTimeout: ONE_RECORD,
    }),
  };
};

/** Doubling from the first delay to ten times it: quick where that is configured, never hammering. */
const retryOf = (policy: RunPolicy, trigger: RunTrigger): RetryPolicy => {
  const initialInterval = policy.firstRetryMs;
  const maximumInterval = policy.firstRetryMs * 10;
  const retry = { initialInterval, maximumInterval, backoffCoefficient: 2 };
  return trigger === 'on-demand' ? { ...retry, maximumAttempts: attemptsWithin(policy) } : retry;
};

/**
 * Someone waits for an on-demand run, so it is given up once its retries have taken `onDemandRetryMs`. Counted in
 * attempts and not by a deadline, because a deadline would also count the wait in a full queue.
 */
const attemptsWithin = ({ firstRetryMs, onDemandRetryMs }: RunPolicy): number => {
  let attempts = 1;
  let waited = firstRetryMs;
  for (let delay = firstRetryMs; waited <= onDemandRetryMs; waited += delay) {
    attempts += 1;
    delay = Math.min(delay * 2, firstRetryMs * 10);
  }
  return attempts;
};
