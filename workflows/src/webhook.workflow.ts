import type { WebhookActivities } from '@rounds/contracts/activities';
import { noticeWorkflowId } from '@rounds/contracts/ids';
import { noticeId } from '@rounds/contracts/notice';
import { TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import { isCancellation, ParentClosePolicy, proxyActivities, startChild } from '@temporalio/workflow';

/**
 * How long the next attempt waits is said by the activity with each failure (back-off with jitter, or the
 * receiver's Retry-After); the retry policy is for a worker that died without a word.
 */
const { postWebhook } = proxyActivities<Pick<WebhookActivities, 'postWebhook'>>({
  taskQueue: TASK_QUEUES.notify,
  // Thirty seconds for the receiver's answer at most, the log before and after.
  startToCloseTimeout: '60s',
  heartbeatTimeout: '20s',
  scheduleToCloseTimeout: '24 hours',
  retry: { initialInterval: '5s', maximumInterval: '1 hour', backoffCoefficient: 2 },
});

const { giveUpWebhook } = proxyActivities<Pick<WebhookActivities, 'giveUpWebhook'>>({
  taskQueue: TASK_QUEUES.notify,
  startToCloseTimeout: '30s',
  heartbeatTimeout: '20s',
  scheduleToCloseTimeout: '7 days',
  retry: { initialInterval: '1s', maximumInterval: '1 minute' },
});

export interface WebhookInput {
  readonly webhookDeliveryId: string;
  /** 0: the first sending. */
  readonly replay: number;
}

/** Tells a callback of the end of a run, for a day; then people are told that it could not be told. */
export async function webhook(input: WebhookInput): Promise<string> {
  try {
    return await postWebhook(input);
  } catch (error) {
    if (isCancellation(error)) throw error;
    const notice = await giveUpWebhook(input);
    if (notice !== null) {
      await startChild(WORKFLOW_TYPES.notice, {
        workflowId: noticeWorkflowId(noticeId(notice.about)),
        args: [notice],
        parentClosePolicy: ParentClosePolicy.ABANDON,
      });
    }
    return 'given-up';
  }
}
