import { Inject, Injectable } from '@nestjs/common';
import { deadlineIn } from '@rounds/adapters/clock';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { PRIORITY_KEYS, QUEUES, TASK_QUEUES, type Queue } from '@rounds/contracts/queues';
import proto from '@temporalio/proto';
import type { ApiConfig } from '../config.ts';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, CONFIG, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';

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

const PATIENCE_MS = 3_000;
/** A poll lasts a minute; a worker that has not come again by then is gone. */
const SEEN_MS = 70_000;

const millisOf = (time: { seconds?: unknown; nanos?: number | null } | null | undefined): number =>
  Number(time?.seconds ?? 0) * 1000 + (time?.nanos ?? 0) / 1e6;

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** What Temporal knows of the queues and of the workers that poll them. */
@Injectable()
export class TaskQueues {
  constructor(
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** In the order of the stages; null when Temporal does not answer. */
  async describe(): Promise<TaskQueue[] | null> {
    try {
      return await this.temporal.connection.withDeadline(deadlineIn(PATIENCE_MS), () =>
        Promise.all(QUEUES.map((queue) => this.describeOne(queue))),
      );
    } catch (error) {
      this.logger.warn({ fault: forLog(error) }, 'The task queues cannot be described.');
      return null;
    }
  }

  private async describeOne(name: Queue): Promise<TaskQueue> {
    const { TASK_QUEUE_TYPE_ACTIVITY, TASK_QUEUE_TYPE_WORKFLOW } = proto.temporal.api.enums.v1.TaskQueueType;
    const described = await this.temporal.connection.workflowService.describeTaskQueue({
      namespace: this.config.TEMPORAL_NAMESPACE,
      taskQueue: { name: TASK_QUEUES[name] },
      taskQueueType: name === 'workflows' ? TASK_QUEUE_TYPE_WORKFLOW : TASK_QUEUE_TYPE_ACTIVITY,
      reportStats: true,
    });
    return { name, workers: this.workersOf(described), ...figuresOf(described) };
  }

  /** A worker polls several times at once, always under one identity. */
  private workersOf({ pollers }: Described): number {
    const seen = pollers.filter(({ lastAccessTime }) => this.now() - millisOf(lastAccessTime) < SEEN_MS);
    return new Set(seen.map(({ identity }) => identity)).size;
  }
}

const backlogOf = (stats: Stats): number => Number(stats?.approximateBacklogCount ?? 0);

const figuresOf = ({ stats, statsByPriorityKey }: Described): Omit<TaskQueue, 'name' | 'workers'> => ({
  backlog: backlogOf(stats),
  backlogByPriority: {
    high: backlogOf(statsByPriorityKey[PRIORITY_KEYS.high]),
    normal: backlogOf(statsByPriorityKey[PRIORITY_KEYS.normal]),
    low: backlogOf(statsByPriorityKey[PRIORITY_KEYS.low]),
  },
  oldestS: round(millisOf(stats?.approximateBacklogAge) / 1000),
  addedPerSecond: round(stats?.tasksAddRate ?? 0),
  takenPerSecond: round(stats?.tasksDispatchRate ?? 0),
});
