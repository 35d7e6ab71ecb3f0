/** Tells an outage from a workflow that does not answer: both look the same to whoever waits for an update. */
import { TASK_QUEUES } from '@rounds/contracts/queues';
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { deadlineIn } from '../../clock.ts';

const PATIENCE_MS = 5_000;

/** Whether Temporal does not answer, or nobody works off the queue `workflows`. */
export const areWorkersAway = async (client: Client): Promise<boolean> => {
  try {
    const { pollers } = await client.withDeadline(deadlineIn(PATIENCE_MS), () =>
      client.workflowService.describeTaskQueue({
        namespace: client.options.namespace,
        taskQueue: { name: TASK_QUEUES.workflows },
        taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
      }),
    );
    return pollers.length === 0;
  } catch {
    return true;
  }
};
