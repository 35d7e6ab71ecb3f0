import { Inject, Injectable } from '@nestjs/common';
import { WorkflowNotFoundError, type WorkflowHandle } from '@temporalio/client';
import type { Temporal } from '@rounds/adapters/temporal/client';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { RunDocument } from '@rounds/contracts/collections';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { REPORT_MESSAGES } from '@rounds/contracts/messages';
import { isFinished, RUN_STEPS, type RunProgress, type RunStep } from '@rounds/contracts/run';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';
import { createJobsRepository, type JobsRepository, type LostEnd } from './jobs.repository.ts';

/** A run as it is at this moment. */
export interface JobState {
  readonly run: RunDocument;
  readonly step: RunStep;
  /** Percent. */
  readonly progress: number;
  /** How often the current stage was begun; null where no stage is at work or it cannot be told. */
  readonly attempts: number | null;
}

/** A watcher gets an answer soon, if need be from the record alone. */
const PATIENCE_MS = 2_000;

const at = (run: RunDocument, step: RunStep, attempts: number | null = null): JobState => ({
  run,
  step,
  progress: RUN_STEPS[step],
  attempts,
});

const recorded = (run: RunDocument): JobState =>
  at(run, run.status === 'completed' ? 'complete' : (run.fault?.step ?? 'initializing'));

const LOST = {
  TERMINATED: 'The workflow of this run was terminated before the run had ended.',
  TIMED_OUT: 'The workflow of this run ran out of time before the run had ended.',
  FAILED: 'The workflow of this run failed before the run had ended.',
  missing: 'The workflow of this run is gone.',
} as const;

const isMissing = (error: unknown): boolean => error instanceof WorkflowNotFoundError;

/**
 * The record says how a run ended; while it is open, its workflow knows more. Where the two disagree because
 * someone ended the workflow from outside, the record is put right on the way.
 */
@Injectable()
export class JobStates {
  constructor(
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async current(run: RunDocument): Promise<JobState> {
    if (isFinished(run.status)) return recorded(run);
    const handle = this.temporal.client.workflow.getHandle(reportWorkflowId(run._id));
    try {
      return await this.soon(() => this.ask(run, handle));
    } catch (error) {
      if (isMissing(error)) return this.withoutWorkflow(run);
      this.logger.warn({ runId: run._id, fault: forLog(error) }, 'The workflow of a run does not answer.');
      return recorded(run);
    }
  }

  private soon<T>(work: () => Promise<T>): Promise<T> {
    return this.temporal.client.withDeadline(Date.now() + PATIENCE_MS, work);
  }

  private async ask(run: RunDocument, handle: WorkflowHandle): Promise<JobState> {
    const { status, closeTime, raw } = await handle.describe();
    switch (status.name) {
      case 'TERMINATED':
      case 'TIMED_OUT':
      case 'FAILED':
        return this.mend(run, await lostEnd(handle, LOST[status.name], closeTime ?? new Date(this.now())));
      case 'CANCELLED':
        return this.mend(run, { status: 'cancelled', finishedAt: closeTime ?? new Date(this.now()) });
      case 'COMPLETED':
        // It ended between the reading of the record and now.
        return recorded((await this.jobs.find(run._id, [run.studyId], undefined)) ?? run);
      case 'RUNNING':
      case 'PAUSED':
      case 'CONTINUED_AS_NEW':
      case 'UNSPECIFIED':
      case 'UNKNOWN': {
        const { step, status: live } = await progressOf(handle);
        return at({ ...run, status: live }, step, raw.pendingActivities?.[0]?.attempt ?? null);
      }
    }
  }

  /** Queued: its start was promised and comes. Later: it was there once, and nobody will write its end. */
  private async withoutWorkflow(run: RunDocument): Promise<JobState> {
    if (run.status === 'queued') return recorded(run);
    const fault = { code: 'INTERNAL', message: LOST.missing, step: 'initializing' } as const;
    return this.mend(run, { status: 'failed', fault, finishedAt: new Date(this.now()) });
  }

  private async mend(run: RunDocument, end: LostEnd): Promise<JobState> {
    const ended = (await this.jobs.end(run, end)) ?? run;
    this.logger.warn({ runId: run._id, status: ended.status }, 'The record of a run was put right.');
    return recorded(ended);
  }
}

const progressOf = (handle: WorkflowHandle): Promise<RunProgress> =>
  handle.query<RunProgress>(REPORT_MESSAGES.progress);

const lostEnd = async (handle: WorkflowHandle, message: string, finishedAt: Date): Promise<LostEnd> => {
  // A closed workflow still answers queries, if a worker is there to replay it.
  const step = await progressOf(handle).then(
    (progress) => progress.step,
    () => 'initializing' as const,
  );
  return { status: 'failed', fault: { code: 'INTERNAL', message, step }, finishedAt };
};
