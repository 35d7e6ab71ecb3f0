/** Asks the workflow of a run to stop: it cleans up and records the end. */
import { reportWorkflowId } from '@rounds/contracts/ids';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { deadlineIn } from '../../clock.ts';

/**
 * @returns false: no workflow of the run is there
 * @throws when Temporal does not answer for so long
 */
export const cancelReport = async (client: Client, runId: string, deadlineMs = 5_000): Promise<boolean> => {
  try {
    await client.withDeadline(deadlineIn(deadlineMs), () =>
      client.workflow.getHandle(reportWorkflowId(runId)).cancel(),
    );
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
};
