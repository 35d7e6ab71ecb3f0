/** What Temporal knows of a task queue and of the workers that poll it. */
import { PRIORITY_KEYS, TASK_QUEUES, type Queue } from '@rounds/contracts/queues';
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';

type Described = proto.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
type Stats = Described['stats'];

export interface TaskQueue {
  readonly name: Queue;
  /** Processes that asked for work within the last minute. */
  readonly workers: number;
  /** Tasks that wait; Temporal's estimate, 0 for a queue that was idle for minutes. */
  readonly backlog: number;
  readonly backlogByPriority: Readonly<Record<'high' | 'normal' | 'low', number>>;
  /** Seconds for which the oldest one waits. */
  readonly oldestS: number;
  /** Tasks a second. */
  readonly addedPerSecond: number;
  readonly takenPerSecond: number;
}

/** A poll lasts a minute; a worker that has not come again by then is gone. */
const SEEN_MS = 70_000;

const { TASK_QUEUE_TYPE_ACTIVITY, TASK_QUEUE_TYPE_WORKFLOW } = proto.temporal.api.enums.v1.TaskQueueType;

export const readTaskQueue = (client: Client, name: Queue): Promise<Described> =>
  client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: TASK_QUEUES[name] },
    taskQueueType: name === 'workflows' ? TASK_QUEUE_TYPE_WORKFLOW : TASK_QUEUE_TYPE_ACTIVITY,
    reportStats: true,
  });

export const describeTaskQueue = async (client: Client, name: Queue, now: number): Promise<TaskQueue> => {
  const { pollers, stats, statsByPriorityKey } = await readTaskQueue(client, name);
  return {
    name,
    workers: workersOf(pollers, now),
    backlog: backlogOf(stats),
    backlogByPriority: {
      high: backlogOf(statsByPriorityKey[PRIORITY_KEYS.high]),
      normal: backlogOf(statsByPriorityKey[PRIORITY_KEYS.normal]),
      low: backlogOf(statsByPriorityKey[PRIORITY_KEYS.low]),
    },
    oldestS: round(millisOf(stats?.approximateBacklogAge) / 1000),
    addedPerSecond: round(stats?.tasksAddRate ?? 0),
    takenPerSecond: round(stats?.tasksDispatchRate ?? 0),
  };
};

/** A worker polls several times at once, always under one identity. */
const workersOf = (pollers: Described['pollers'], now: number): number => {
  const seen = pollers.filter(({ lastAccessTime }) => now - millisOf(lastAccessTime) < SEEN_MS);
  return new Set(seen.map(({ identity }) => identity)).size;
};

const millisOf = (time: { seconds?: unknown; nanos?: number | null } | null | undefined): number =>
  Number(time?.seconds ?? 0) * 1000 + (time?.nanos ?? 0) / 1e6;

const backlogOf = (stats: Stats): number => Number(stats?.approximateBacklogCount ?? 0);

const round = (value: number): number => Math.round(value * 1000) / 1000;
