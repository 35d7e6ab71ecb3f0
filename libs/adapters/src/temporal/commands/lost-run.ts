/** A run whose record is open, seen from Temporal: whether its workflow is there, and how it ended if it did. */
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { REPORT_MESSAGES } from '@rounds/contracts/messages';
import type { RunOutcome, RunSoFar } from '@rounds/contracts/run';
import { because, type CauseCode } from '@rounds/contracts/why';
import { WorkflowNotFoundError, type Client, type WorkflowHandle } from '@temporalio/client';

const CAUSES = {
  TERMINATED: 'workflow-terminated',
  TIMED_OUT: 'workflow-timed-out',
  FAILED: 'workflow-failed',
} as const;

/** `ended`: its outcome is still to be recorded, and nobody but the finder will do it. */
export type RunInTemporal =
  | { readonly state: 'live'; readonly handle: WorkflowHandle; readonly attempts: number | null }
  | { readonly state: 'unstarted' }
  | { readonly state: 'ended'; readonly outcome: RunOutcome; readonly at: Date }
  /** Its workflow recorded its end itself, just before it was looked at. */
  | { readonly state: 'recorded' };

/**
 * @throws when Temporal does not answer; what a closed workflow had made is left out when no worker is there to
 * replay it
 */
export const runInTemporal = async (client: Client, run: RunDocument, now: Date): Promise<RunInTemporal> => {
  const handle = client.workflow.getHandle(reportWorkflowId(run._id));
  const described = await handle.describe().catch((error: unknown) => {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  });
  // Queued: its start was promised and comes. Later: it was there once, and nobody will write its end.
  if (described === null) return run.status === 'queued' ? { state: 'unstarted' } : gone(run, now);
  const { status, closeTime, raw } = described;
  const at = closeTime ?? now;
  switch (status.name) {
    case 'TERMINATED':
    case 'TIMED_OUT':
    case 'FAILED':
      return isOfEarlierTry(run, at)
        ? { state: 'unstarted' }
        : { state: 'ended', outcome: failed(run, CAUSES[status.name], await soFarOf(handle)), at };
    case 'CANCELLED':
      return { state: 'ended', outcome: cancelled(run, await soFarOf(handle)), at };
    case 'COMPLETED':
      return { state: 'recorded' };
    case 'RUNNING':
    case 'PAUSED':
    case 'CONTINUED_AS_NEW':
    case 'UNSPECIFIED':
    case 'UNKNOWN':
      return { state: 'live', handle, attempts: raw.pendingActivities?.[0]?.attempt ?? null };
  }
};

/** A redriven run that was not started yet still has the workflow that failed. */
const isOfEarlierTry = ({ redrives, status, queuedAt }: RunDocument, closedAt: Date): boolean =>
  redrives !== undefined && status === 'queued' && queuedAt !== undefined && closedAt <= queuedAt;

const gone = (run: RunDocument, at: Date): RunInTemporal => ({
  state: 'ended',
  outcome: failed(run, 'workflow-gone', null),
  at,
});

const failed = (run: RunDocument, cause: CauseCode, soFar: RunSoFar | null): RunOutcome => ({
  ...madeOf(run, soFar),
  runId: run._id,
  status: 'failed',
  fault: { code: 'INTERNAL', why: because(cause), step: soFar?.steps.at(-1)?.step ?? 'initializing' },
});

const cancelled = (run: RunDocument, soFar: RunSoFar | null): RunOutcome => ({
  ...madeOf(run, soFar),
  runId: run._id,
  status: 'cancelled',
  why: because('workflow-cancelled'),
});

const madeOf = ({ outputs, redrives }: RunDocument, soFar: RunSoFar | null) => ({
  ...(soFar ?? { outputs, deliveries: [] }),
  ...defined({ redrive: redrives }),
});

/** A closed workflow still answers queries, if a worker is there to replay it. */
const soFarOf = (handle: WorkflowHandle): Promise<RunSoFar | null> =>
  handle.query<RunSoFar>(REPORT_MESSAGES.soFar).catch(() => null);
