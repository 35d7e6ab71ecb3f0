import { Inject, Injectable } from '@nestjs/common';
import { deadlineIn } from '@rounds/adapters/clock';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { describeTaskQueue, type TaskQueue } from '@rounds/adapters/temporal/task-queues';
import { QUEUES } from '@rounds/contracts/queues';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';

const TIMEOUT_MS = 3_000;

@Injectable()
export class TaskQueues {
  constructor(
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** In the order of the stages; null when Temporal does not answer. */
  async describe(): Promise<TaskQueue[] | null> {
    const { client } = this.temporal;
    try {
      return await client.withDeadline(deadlineIn(TIMEOUT_MS), () =>
        Promise.all(QUEUES.map((queue) => describeTaskQueue(client, queue, this.now()))),
      );
    } catch (error) {
      this.logger.warn({ fault: forLog(error) }, 'The task queues cannot be described.');
      return null;
    }
  }
}
