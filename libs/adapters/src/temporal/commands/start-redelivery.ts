/** Sends mails of a finished run after all; what the ledger and the run's record hold is written before. */
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { RedeliveryRequest } from '@rounds/contracts/activities';
import { redeliveryWorkflowId } from '@rounds/contracts/ids';
import { TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import { searchAttributes } from '@rounds/contracts/search-attributes';
import { deadlineIn } from '../../clock.ts';

/**
 * Again for the same occasion: nothing happens.
 *
 * @throws when Temporal is away for `deadlineMs`: the caller must do it again
 */
export const startRedelivery = async (
  client: Client,
  request: RedeliveryRequest,
  occasion: string,
  deadlineMs = 5_000,
): Promise<void> => {
  try {
    await client.withDeadline(deadlineIn(deadlineMs), () =>
      client.workflow.start(WORKFLOW_TYPES.redelivery, {
        workflowId: redeliveryWorkflowId(request.runId, occasion),
        taskQueue: TASK_QUEUES.workflows,
        args: [request],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        typedSearchAttributes: searchAttributes({ StudyId: request.studyId }),
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
};
