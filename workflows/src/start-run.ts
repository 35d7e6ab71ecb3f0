import { periodLabel, reportWorkflowId } from '@rounds/contracts/ids';
import { PRIORITY_KEYS, TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import type { RunOutcome, RunRequest, RunStatus } from '@rounds/contracts/run';
import { searchAttributes } from '@rounds/contracts/search-attributes';
import {
  CancellationScope,
  ChildWorkflowCancellationType,
  isCancellation,
  log,
  ParentClosePolicy,
  startChild,
  WorkflowIdReusePolicy,
  type ChildWorkflowHandle,
} from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { runFaultOf } from './faults.ts';

type Report = (run: RunRequest) => Promise<RunOutcome>;

/**
 * Starts the `report` workflow of a run as a child that outlives this execution: continue-as-new counts as its
 * parent's end, and so does a cancelled subscription, whose run under way is still finished.
 *
 * @returns `ended` tells how the run ended, and never rejects. Null when the run was started before: after a reset
 * of the subscription the same run is found again, and left alone.
 */
export const startRun = async (run: RunRequest): Promise<{ ended: Promise<RunStatus> } | null> => {
  try {
    const child = await CancellationScope.nonCancellable(() =>
      startChild<Report>(WORKFLOW_TYPES.report, optionsOf(run)),
    );
    return { ended: statusOf(child) };
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    log.info('the run was started before', { runId: run.runId });
    return null;
  }
};

const statusOf = async (child: ChildWorkflowHandle<Report>): Promise<RunStatus> => {
  try {
    return (await child.result()).status;
  } catch (error) {
    if (isCancellation(error)) return 'cancelled';
    return runFaultOf(error, 'complete').code === 'QUARANTINED' ? 'quarantined' : 'failed';
  }
};

const optionsOf = (run: RunRequest) => ({
  args: [run] as [RunRequest],
  workflowId: reportWorkflowId(run.runId),
  taskQueue: TASK_QUEUES.workflows,
  parentClosePolicy: ParentClosePolicy.ABANDON,
  cancellationType: ChildWorkflowCancellationType.ABANDON,
  // A run that failed may be made again; one that was delivered never, whatever happens to this workflow.
  workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
  // Behind what people wait for. Studies share the workers fairly: none of them fills the queue for all.
  priority: {
    priorityKey: PRIORITY_KEYS[run.trigger === 'schedule' ? 'low' : 'normal'],
    fairnessKey: run.studyId.slice(0, 64),
  },
  typedSearchAttributes: searchAttributes({
    StudyId: run.studyId,
    ReportType: run.reportType,
    RequestedBy: run.requestedBy,
    Period: periodLabel(run.period),
    RunStatus: 'queued',
    ...(run.subscriptionId === undefined ? {} : { SubscriptionId: run.subscriptionId }),
  }),
  memo: { runId: run.runId, due: run.due, trigger: run.trigger },
  staticSummary: `${run.reportType} of ${run.studyId}, due ${run.due}`,
  staticDetails: `Period ${periodLabel(run.period)} (${run.timeZone}), ${run.trigger}, for ${run.requestedBy}`,
});
