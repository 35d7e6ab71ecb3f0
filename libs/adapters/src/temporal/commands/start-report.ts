/** Starts the workflow of a run that was asked for on demand, or is redriven; its record is written before. */
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { periodLabel, reportWorkflowId } from '@rounds/contracts/ids';
import { PRIORITY_KEYS, TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import { requestOf } from '@rounds/contracts/run-mails';
import { searchAttributes } from '@rounds/contracts/search-attributes';
import { deadlineIn } from '../../clock.ts';

/** What a redriven run failed as before must not keep it from going on; anything else is never made twice. */
const reusePolicyOf = ({ redrives }: RunDocument) =>
  redrives === undefined ? 'REJECT_DUPLICATE' : 'ALLOW_DUPLICATE_FAILED_ONLY';

/** One for later exists in Temporal from now on, so that nothing but Temporal is needed when its time comes. */
const delayOf = ({ scheduledFor }: RunDocument, now: Date) => {
  const startDelay = scheduledFor === undefined ? 0 : scheduledFor.getTime() - now.getTime();
  return startDelay > 0 ? { startDelay } : {};
};

/**
 * Again for the same run: nothing happens.
 *
 * @throws when Temporal is away for `deadlineMs`; the record keeps the run, housekeeping starts it later
 */
export const startReport = async (
  client: Client,
  run: RunDocument,
  now: Date,
  deadlineMs = 5_000,
): Promise<void> => {
  try {
    await client.withDeadline(deadlineIn(deadlineMs), () =>
      client.workflow.start(WORKFLOW_TYPES.report, {
        workflowId: reportWorkflowId(run._id),
        taskQueue: TASK_QUEUES.workflows,
        args: [requestOf(run)],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: reusePolicyOf(run),
        ...delayOf(run, now),
        priority: { priorityKey: PRIORITY_KEYS[run.priority], fairnessKey: run.studyId.slice(0, 64) },
        typedSearchAttributes: searchAttributes({
          StudyId: run.studyId,
          ReportType: run.reportType,
          RequestedBy: run.requestedBy,
          Period: periodLabel(run.period),
          RunStatus: 'queued',
          ...defined({ SubscriptionId: run.subscriptionId }),
        }),
        staticSummary: `${run.reportType} of ${run.studyId}, due ${run.due}`,
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
};
