/** Tells a callback of the end of a run; the record of the call is written before. */
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { webhookWorkflowId } from '@rounds/contracts/ids';
import { TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import { searchAttributes } from '@rounds/contracts/search-attributes';
import type { WebhookDeliveryDocument } from '@rounds/contracts/webhook';
import { deadlineIn } from '../../clock.ts';

/**
 * Again for the same replay: nothing happens.
 *
 * @throws when Temporal is away for `deadlineMs`: the caller must do it again
 */
export const startWebhook = async (
  client: Client,
  { _id, studyId, replays }: Pick<WebhookDeliveryDocument, '_id' | 'studyId' | 'replays'>,
  deadlineMs = 5_000,
): Promise<void> => {
  try {
    await client.withDeadline(deadlineIn(deadlineMs), () =>
      client.workflow.start(WORKFLOW_TYPES.webhook, {
        workflowId: webhookWorkflowId(_id, replays),
        taskQueue: TASK_QUEUES.workflows,
        args: [{ webhookDeliveryId: _id, replay: replays }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        typedSearchAttributes: searchAttributes({ StudyId: studyId }),
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
};
