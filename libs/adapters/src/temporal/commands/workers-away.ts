/** Tells an outage from a workflow that does not answer: both look the same to whoever waits for an update. */
import type { Client } from '@temporalio/client';
import { deadlineIn } from '../../clock.ts';
import { readTaskQueue } from '../task-queues.ts';

const TIMEOUT_MS = 5_000;

/** Whether Temporal does not answer, or nobody works off the queue `workflows`. */
export const areWorkersAway = async (client: Client): Promise<boolean> => {
  try {
    const { pollers } = await client.withDeadline(deadlineIn(TIMEOUT_MS), () =>
      readTaskQueue(client, 'workflows'),
    );
    return pollers.length === 0;
  } catch {
    return true;
  }
};
