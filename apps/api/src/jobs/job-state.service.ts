import { Inject, Injectable } from '@nestjs/common';
import { deadlineIn } from '@rounds/adapters/clock';
import type { Temporal, WorkflowHandle } from '@rounds/adapters/temporal/client';
import { runInTemporal } from '@rounds/adapters/temporal/commands/lost-run';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { REPORT_MESSAGES } from '@rounds/contracts/messages';
import {
  isFinished,
  isMade,
  RUN_STEPS,
  type PassedStep,
  type RunOutcome,
  type RunProgress,
  type RunStep,
} from '@rounds/contracts/run';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';
import { createJobsRepository, type JobsRepository } from './jobs.repository.ts';

/** A run as it is at this moment. */
export interface JobState {
  readonly run: RunDocument;
  readonly step: RunStep;
  /** Percent. */
  readonly progress: number;
  /** How often the current stage was begun; null where no stage is at work or it is not known. */
  readonly attempts: number | null;
  /** Begun since the run was queued, in their order. */
  readonly steps: readonly PassedStep[];
}

/** A watcher gets an answer soon, if need be from the record alone. */
const TIMEOUT_MS = 2_000;

const lastStep = ({ status, steps, fault }: RunDocument): RunStep =>
  isMade(status) ? 'complete' : (steps?.at(-1)?.step ?? fault?.step ?? 'initializing');

export const recorded = (run: RunDocument): JobState => {
  const step = lastStep(run);
  return { run, step, progress: RUN_STEPS[step], attempts: null, steps: run.steps ?? [] };
};

/** Its workflow ended without recording it: shown as what housekeeping will record within a minute. */
const ended = (run: RunDocument, { status, fault, why, steps }: RunOutcome, finishedAt: Date): JobState =>
  recorded({
    ...{ ...run, status, finishedAt },
    ...defined({ fault, why, steps }),
  });

/** The record says how a run ended; while it is open, its workflow knows more. */
@Injectable()
export class JobStates {
  constructor(
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async current(run: RunDocument): Promise<JobState> {
    if (isFinished(run.status) || this.isForLater(run)) return recorded(run);
    try {
      return await this.temporal.client.withDeadline(deadlineIn(TIMEOUT_MS), () => this.ask(run));
    } catch (error) {
      this.logger.warn({ runId: run._id, fault: forLog(error) }, 'The workflow of a run does not answer.');
      return recorded(run);
    }
  }

  /** No worker has seen its workflow yet, which could answer nothing. */
  isForLater({ status, scheduledFor }: RunDocument): boolean {
    return status === 'queued' && scheduledFor !== undefined && scheduledFor.getTime() > this.now();
  }

  private async ask(run: RunDocument): Promise<JobState> {
    const found = await runInTemporal(this.temporal.client, run, new Date(this.now()));
    switch (found.state) {
      case 'live':
        return this.live(run, found.handle, found.attempts);
      case 'ended':
        return ended(run, found.outcome, found.at);
      case 'recorded':
        return this.reread(run);
      case 'unstarted':
        return recorded(run);
    }
  }

  private async live(run: RunDocument, handle: WorkflowHandle, attempts: number | null): Promise<JobState> {
    const answer = await handle.query<RunProgress>(REPORT_MESSAGES.progress);
    const { status, step, steps = [], progress, outputs = run.outputs } = answer;
    // It ended while it was asked: what it made is in its record, not in the one that was read before.
    if (isFinished(status)) return this.reread(run);
    return { run: { ...run, status, outputs }, step, progress, attempts, steps };
  }

  private async reread(run: RunDocument): Promise<JobState> {
    return recorded((await this.jobs.find(run._id, [run.studyId], undefined)) ?? run);
  }
}
