/** Makes one call from where all webhooks leave, and waits for how it went. */
import { WorkflowExecutionAlreadyStartedError, WorkflowFailedError, type Client } from '@temporalio/client';
import { RoundsError } from '@rounds/contracts/errors';
import { webhookTestWorkflowId } from '@rounds/contracts/ids';
import { TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import type { WebhookTest, WebhookTestOutcome } from '@rounds/contracts/webhook';
import { deadlineIn } from '../../clock.ts';

/** The receiver has 30 seconds at most; the rest is for the way there and back. */
const TIMEOUT_MS = 45_000;

const busy = (retryAfterMs: number, message: string) =>
  new RoundsError('RATE_LIMITED', message, { retryAfterMs });

/**
 * @throws RoundsError RATE_LIMITED while another test of the caller is under way, or the receiver has its share of
 * calls; DEPENDENCY_DOWN when no worker made the call
 */
export const testWebhook = async (client: Client, test: WebhookTest): Promise<WebhookTestOutcome> => {
  try {
    const outcome = await client.withDeadline(deadlineIn(TIMEOUT_MS), () =>
      client.workflow.execute<(test: WebhookTest) => Promise<WebhookTestOutcome | { waitMs: number }>>(
        WORKFLOW_TYPES.webhookTest,
        {
          // One at a time: each may take thirty seconds and goes where the caller wants.
          workflowId: webhookTestWorkflowId(test.callerId),
          taskQueue: TASK_QUEUES.workflows,
          args: [test],
          workflowIdConflictPolicy: 'FAIL',
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          workflowExecutionTimeout: TIMEOUT_MS,
        },
      ),
    );
    if (!('waitMs' in outcome)) return outcome;
    throw busy(outcome.waitMs, 'As many calls as may be are under way to this receiver: test it again soon.');
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError)
      throw busy(5_000, 'Your last test call is still under way: wait for its end.');
    if (error instanceof WorkflowFailedError)
      throw new RoundsError('DEPENDENCY_DOWN', 'No worker could make the call now: test it again soon.', {
        cause: error,
      });
    throw error;
  }
};
