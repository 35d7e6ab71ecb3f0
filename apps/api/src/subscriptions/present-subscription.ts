import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import { timetableOf } from '@rounds/contracts/timetable';
import { nextRuns } from '@rounds/contracts/timetable-arithmetic';
import type { SubscriptionAnswer } from './subscriptions.dto.ts';

const SHOWN_RUNS = 5;
const TO_BE_TOLD = 'It is kept; its workflow is told as soon as the workflow service answers.';

/**
 * @param emails e-mail by user id
 * @param now epoch ms
 */
export const presentSubscription = (
  subscription: SubscriptionDocument,
  emails: ReadonlyMap<string, string>,
  now: number,
): SubscriptionAnswer => {
  const { status, schedule, until, lastRun, revision, appliedRevision } = subscription;
  const emailOf = (userId: string) => emails.get(userId) ?? userId;
  const applied = appliedRevision >= revision;
  return {
    id: subscription._id,
    status,
    endedReason: subscription.endedReason ?? null,
    studyId: subscription.studyId,
    reportType: subscription.reportType,
    templateId: subscription.templateId ?? null,
    parameters: { ...subscription.parameters },
    schedule,
    formats: [...subscription.formats],
    owner: emailOf(subscription.ownerId),
    recipients: subscription.recipients.map(emailOf),
    optedOut: subscription.optedOut.map(emailOf),
    deliver: subscription.deliver,
    catchUp: subscription.catchUp,
    until: until ?? null,
    nextRuns: (status === 'active' ? nextRuns(timetableOf(subscription), now, SHOWN_RUNS) : []).map(
      ({ local }) => local,
    ),
    workflowId: subscriptionWorkflowId(subscription._id),
    revision,
    applied,
    ...(applied ? {} : { note: TO_BE_TOLD }),
    runCount: subscription.runCount,
    lastRun:
      lastRun === undefined
        ? null
        : { jobId: lastRun.runId, status: lastRun.status, at: lastRun.at.toISOString() },
    createdAt: subscription.createdAt.toISOString(),
    updatedAt: subscription.updatedAt.toISOString(),
  };
};
