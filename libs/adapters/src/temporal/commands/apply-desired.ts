/**
 * Tells a subscription's workflow what its record wants. The record is always written first; whoever finds it
 * ahead of the workflow (the API right after, housekeeping later) sends the whole desired state, and the highest
 * revision wins: sending it twice, late or out of order does no harm.
 */
import {
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
  type Client,
  type Workflow,
} from '@temporalio/client';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import {
  SUBSCRIPTION_MESSAGES,
  type Desired,
  type RunNowRequest,
  type SubscriptionState,
  type SubscriptionView,
} from '@rounds/contracts/messages';
import { TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import { timetableOf } from '@rounds/contracts/timetable';
import { searchAttributes } from '@rounds/contracts/search-attributes';
import { deadlineIn } from '../../clock.ts';

export const desiredOf = (subscription: SubscriptionDocument): Desired => ({
  revision: subscription.revision,
  status: subscription.status === 'ended' ? 'cancelled' : subscription.status,
  catchUp: subscription.catchUp,
  ownerId: subscription.ownerId,
  ...timetableOf(subscription),
});

/** With what the workflow begins, also after it was lost: at the last run that the record knows of. */
const stateOf = (subscription: SubscriptionDocument): SubscriptionState => ({
  version: 1,
  subscriptionId: subscription._id,
  studyId: subscription.studyId,
  reportType: subscription.reportType,
  ownerId: subscription.ownerId,
  desired: desiredOf(subscription),
  doneUntil: (subscription.lastRun?.at ?? subscription.createdAt).getTime(),
  runCount: subscription.runCount,
  ...(subscription.lastRun === undefined ? {} : { lastRunId: subscription.lastRun.runId }),
  requested: [],
});

const summaryOf = ({ reportType, studyId, schedule }: SubscriptionDocument): string =>
  `${reportType} of ${studyId}, every ${schedule.every} at ${schedule.at} ${schedule.timeZone}`;

/** An operation serves one call: a fresh one each time. */
const startUnlessRunning = (subscription: SubscriptionDocument) =>
  new WithStartWorkflowOperation(WORKFLOW_TYPES.subscription, {
    workflowId: subscriptionWorkflowId(subscription._id),
    taskQueue: TASK_QUEUES.workflows,
    args: [stateOf(subscription)],
    workflowIdConflictPolicy: 'USE_EXISTING',
    typedSearchAttributes: searchAttributes({
      StudyId: subscription.studyId,
      ReportType: subscription.reportType,
      SubscriptionId: subscription._id,
      RequestedBy: subscription.ownerId,
    }),
    staticSummary: summaryOf(subscription),
  });

/**
 * @param deadlineMs how long to wait for a worker to take the change. It is not lost afterwards: the record
 * still holds it.
 * @throws when Temporal or every worker is away for so long
 */
export const applyDesired = (
  client: Client,
  subscription: SubscriptionDocument,
  deadlineMs = 5_000,
): Promise<SubscriptionView> =>
  client.withDeadline(deadlineIn(deadlineMs), () =>
    client.workflow.executeUpdateWithStart<Workflow, SubscriptionView, [Desired]>(
      SUBSCRIPTION_MESSAGES.apply,
      {
        args: [desiredOf(subscription)],
        startWorkflowOperation: startUnlessRunning(subscription),
      },
    ),
  );

/**
 * Asks for a run beside the schedule. The same request id finds the same run.
 *
 * @throws RoundsError CONFLICT when the workflow refuses
 */
export const requestRun = (
  client: Client,
  subscription: SubscriptionDocument,
  request: RunNowRequest,
  deadlineMs = 5_000,
): Promise<{ readonly runId: string }> =>
  client
    .withDeadline(deadlineIn(deadlineMs), () =>
      client.workflow.executeUpdateWithStart<Workflow, { readonly runId: string }, [RunNowRequest]>(
        SUBSCRIPTION_MESSAGES.runNow,
        { args: [request], startWorkflowOperation: startUnlessRunning(subscription) },
      ),
    )
    .catch(asConflict);

const asConflict = (error: unknown): never => {
  if (!(error instanceof WorkflowUpdateFailedError)) throw error;
  const message = error.cause?.message ?? 'The subscription takes no run at the moment.';
  throw new RoundsError('CONFLICT', message, { cause: error });
};
