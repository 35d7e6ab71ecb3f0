/** Lets time pass for one workflow. Temporal's development server can; a production server refuses. */
import { randomUUID } from 'node:crypto';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { Client } from '@temporalio/client';

/** The execution's own clock: it runs ahead of ours once time was skipped. Epoch ms; `now` where none was. */
export const clockOf = async (client: Client, workflowId: string, now: Date): Promise<number> => {
  const { workflowExtendedInfo } = await client.workflowService.describeWorkflowExecution({
    namespace: client.options.namespace,
    execution: { workflowId },
  });
  const virtual = workflowExtendedInfo?.timeSkippingInfo?.currentTime?.seconds;
  return virtual === undefined || virtual === null ? now.getTime() : Number(virtual) * 1000;
};

export const skipTime = async (client: Client, workflowId: string, seconds: number): Promise<void> => {
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id: `fast-forward-${randomUUID()}`, duration: msToTs(seconds * 1000) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
    identity: 'rounds fast-forward',
  });
};
