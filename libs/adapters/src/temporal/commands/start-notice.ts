/** Mails people about something that needs them: once for each happening, however often it is started. */
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { noticeWorkflowId } from '@rounds/contracts/ids';
import { noticeId, type Notice } from '@rounds/contracts/notice';
import { TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import { searchAttributes } from '@rounds/contracts/search-attributes';
import { deadlineIn } from '../../clock.ts';

/**
 * Again for the same happening (kind, subject and `occasion`): nothing happens. The ledger keeps it so after
 * Temporal has forgotten the workflow.
 *
 * @returns whether this call started it
 * @throws when Temporal is away for `deadlineMs`: the caller must do it again
 */
export const startNotice = async (client: Client, notice: Notice, deadlineMs = 5_000): Promise<boolean> => {
  const id = noticeId(notice.about);
  const { studyId } = notice.about;
  try {
    await client.withDeadline(deadlineIn(deadlineMs), () =>
      client.workflow.start(WORKFLOW_TYPES.notice, {
        workflowId: noticeWorkflowId(id),
        taskQueue: TASK_QUEUES.workflows,
        args: [notice],
        workflowIdConflictPolicy: 'FAIL',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        typedSearchAttributes: searchAttributes(studyId === undefined ? {} : { StudyId: studyId }),
        staticSummary: notice.about.kind,
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
};
