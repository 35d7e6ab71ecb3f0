import type { WebhookActivities } from '@rounds/contracts/activities';
import { TASK_QUEUES } from '@rounds/contracts/queues';
import type { WebhookTest, WebhookTestOutcome } from '@rounds/contracts/webhook';
import { proxyActivities } from '@temporalio/workflow';

const { testWebhook } = proxyActivities<Pick<WebhookActivities, 'testWebhook'>>({
  taskQueue: TASK_QUEUES.webhooks,
  scheduleToCloseTimeout: '45s',
  heartbeatTimeout: '20s',
  // Somebody waits for how this one went.
  retry: { maximumAttempts: 1 },
});

/** Makes a call once; with `waitMs` it was not the receiver's turn. */
export async function webhookTest(
  test: WebhookTest,
): Promise<WebhookTestOutcome | { readonly waitMs: number }> {
  return await testWebhook(test);
}
