import { Inject, Injectable } from '@nestjs/common';
import { deadlineIn } from '@rounds/adapters/clock';
import { createHaltsRepository, type HaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createRunsRepository, type Kept, type RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { startReport } from '@rounds/adapters/temporal/commands/start-report';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { EarlierEnd, Release, RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { SCHEDULES } from '@rounds/contracts/queues';
import { isFinished, isRedrivable } from '@rounds/contracts/run';
import { scopeKey } from '@rounds/contracts/scope';
import { because } from '@rounds/contracts/why';
import { AuditTrail, type Deed } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';
import { JobStates } from './job-state.service.ts';

/** A workflow ends a moment after it recorded the end of its run. */
const END_TIMEOUT_MS = 5_000;
const START_TIMEOUT_MS = 3_000;
const RECORDING_MS = 5_000;

const conflict = (message: string, retryAfterMs?: number): RoundsError =>
  new RoundsError('CONFLICT', message, retryAfterMs === undefined ? {} : { retryAfterMs });

const endOf = (run: RunDocument, release?: Release): EarlierEnd => ({
  ...defined({ held: run.held, release }),
  fault: run.fault ?? { code: 'INTERNAL', why: because('not-recorded'), step: 'initializing' },
  queuedAt: run.queuedAt ?? run.createdAt,
  finishedAt: run.finishedAt ?? run.createdAt,
  steps: run.steps ?? [],
});

/** Of what the gate held back everything is made anew: its documents may be there by now. */
const withoutHeld = ({ datasets = [], held = [] }: RunDocument): Kept =>
  held.length === 0
    ? {}
    : {
        datasets: datasets.filter(({ scope }) =>
          held.every((each) => scopeKey(each.scope) !== scopeKey(scope)),
        ),
      };

/**
 * Resumes failed runs from the step that failed: what they had made stands in their records, so it makes no
 * difference whether Temporal still has their histories. The ledger keeps everyone who got the mail from a second.
 */
@Injectable()
export class Redrives {
  constructor(
    @Inject(createRunsRepository) private readonly runs: RunsRepository,
    @Inject(createHaltsRepository) private readonly halts: HaltsRepository,
    @Inject(JobStates) private readonly states: JobStates,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Whoever calls it has checked that the caller may.
   *
   * @returns the run, queued again
   * @throws RoundsError as `takeUp` does
   */
  async resume(caller: Caller, run: RunDocument): Promise<RunDocument> {
    const details = { step: run.fault?.step ?? 'unknown', redrives: (run.redrives ?? 0) + 1 };
    return this.takeUp(caller, run, { kept: withoutHeld(run), deed: { action: 'job.redrive', details } });
  }

  /**
   * @param release by whom it goes on as it is
   * @throws RoundsError HALTED; CONFLICT when it does not stand still, when its end is still being recorded, when its cut was
   * removed, or when someone else was faster
   */
  async takeUp(
    caller: Caller,
    run: RunDocument,
    {
      kept,
      release,
      deed,
    }: {
      readonly kept: Kept;
      readonly release?: Release;
      readonly deed: Pick<Deed, 'action' | 'details'>;
    },
  ): Promise<RunDocument> {
    await this.halts.demandNone(run.studyId);
    await this.demandStands(run);
    await this.demandClosed(run);
    const reopened = await this.audit.change(
      caller,
      (audited) => this.runs.reopen(run, endOf(run, release), new Date(this.now()), kept, audited),
      (after) => ({ ...deed, id: run._id, studyId: run.studyId, ...valuesOf('job', run, after) }),
    );
    if (reopened === null) throw conflict('Someone else resumed this job or changed it: read it again.');
    await this.start(reopened);
    return reopened;
  }

  private async demandStands(run: RunDocument): Promise<void> {
    if (isRedrivable(run.status)) {
      if (run.expiredAt !== undefined)
        throw conflict('What this job had fetched was removed since: have the report made anew.');
      return;
    }
    const state = isFinished(run.status) ? null : await this.states.current(run);
    if (state === null || !isRedrivable(state.run.status))
      throw conflict(
        `Only a failed or quarantined job can be resumed: this one is ${(state?.run ?? run).status}.`,
      );
    await this.recordNow();
    throw conflict('The end of this job is just being recorded: try again in a moment.', RECORDING_MS);
  }

  /** Its workflow was ended from outside: the next reconciliation would record it. */
  private async recordNow(): Promise<void> {
    const schedule = this.temporal.client.schedule.getHandle(SCHEDULES.reconciliation);
    await schedule.trigger().catch((error: unknown) => {
      this.logger.warn({ fault: forLog(error) }, 'The reconciliation could not be brought forward.');
    });
  }

  /** Until then it could record its end once more, which would be taken for the end of what begins now. */
  private async demandClosed(run: RunDocument): Promise<void> {
    const { client } = this.temporal;
    const handle = client.workflow.getHandle(reportWorkflowId(run._id));
    await client.withDeadline(deadlineIn(END_TIMEOUT_MS), () => handle.result()).catch(() => undefined);
    const described = await handle.describe().catch(() => null);
    if (described?.status.name === 'RUNNING')
      throw conflict('The workflow of this job is still ending: try again in a moment.', RECORDING_MS);
  }

  /** The record holds the wish: where the start fails now, housekeeping makes it later. */
  private async start(run: RunDocument): Promise<void> {
    try {
      await startReport(this.temporal.client, run, new Date(this.now()), START_TIMEOUT_MS);
    } catch (error) {
      this.logger.warn({ runId: run._id, fault: forLog(error) }, 'The workflow of a run is not started yet.');
    }
  }
}
