import type { WebhookActivities } from '@rounds/contracts/activities';
import { noticeWorkflowId } from '@rounds/contracts/ids';
import { noticeId } from '@rounds/contracts/notice';
import { TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import {
  isCancellation,
  ParentClosePolicy,
  patched,
  proxyActivities,
  sleep,
  startChild,
} from '@temporalio/workflow';
import { demandFit } from './doors.ts';

/** The wait for a receiver's turn is a timer here; before, it was an activity that failed until it had a slot. */
const WAITS_OUTSIDE = 'a-webhook-waits-for-its-turn-outside-of-the-activity';
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How long the next attempt waits is said by the activity with each failure (back-off with jitter, or the
 * receiver's Retry-After); the retry policy is for a worker that died without a word.
 *
 * @param leftMs of the day for which it is tried
 */
const posting = (taskQueue: string, leftMs: number) =>
  proxyActivities<Pick<WebhookActivities, 'postWebhook'>>({
    taskQueue,
    // Thirty seconds for the receiver's answer at most, the log before and after.
    startToCloseTimeout: '60s',
    heartbeatTimeout: '20s',
    scheduleToCloseTimeout: leftMs,
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

/** Null: its day is over. */
const post = async (input: WebhookInput): Promise<string | null> => {
  const waits = patched(WAITS_OUTSIDE);
  const until = Date.now() + DAY_MS;
  for (let left = DAY_MS; left > 0; left = until - Date.now()) {
    const { postWebhook } = posting(waits ? TASK_QUEUES.webhooks : TASK_QUEUES.notify, left);
    const answer = await postWebhook({ ...input, ...(waits ? { mayWait: true } : {}) });
    if (typeof answer === 'string') return answer;
    await sleep(Math.min(answer.waitMs, until - Date.now()));
  }
  return null;
};

const giveUp = async (input: WebhookInput): Promise<string> => {
  const notice = await giveUpWebhook(input);
  if (notice !== null) {
    await startChild(WORKFLOW_TYPES.notice, {
      workflowId: noticeWorkflowId(noticeId(notice.about)),
      args: [notice],
      parentClosePolicy: ParentClosePolicy.ABANDON,
    });
  }
  return 'given-up';
};

/** Tells a callback of the end of a run, for a day; then people learn that it could not be reached. */
export async function webhook(input: WebhookInput): Promise<string> {
  demandFit('webhookInput', input);
  try {
    return (await post(input)) ?? (await giveUp(input));
  } catch (error) {
    if (isCancellation(error)) throw error;
    return await giveUp(input);
  }
}
