import { Inject, Injectable } from '@nestjs/common';
import { createHaltsRepository, type HaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createRunsRepository, type Kept, type RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { EarlierEnd, Release, RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { scopeKey } from '@rounds/contracts/scope';
import { because } from '@rounds/contracts/why';
import { AuditTrail, type Deed } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { ReportStarter } from '../platform/report-starter.service.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { StoppedRuns } from './stopped-runs.service.ts';

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
    @Inject(StoppedRuns) private readonly stopped: StoppedRuns,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(ReportStarter) private readonly starter: ReportStarter,
    @Inject(CLOCK) private readonly now: Clock,
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
    await this.stopped.demand(run);
    const reopened = await this.audit.change(
      caller,
      (audited) => this.runs.reopen(run, endOf(run, release), new Date(this.now()), kept, audited),
      (after) => ({ ...deed, id: run._id, studyId: run.studyId, ...valuesOf('job', run, after) }),
    );
    if (reopened === null)
      throw new RoundsError('CONFLICT', 'Someone else resumed this job or changed it: read it again.');
    await this.starter.start(reopened);
    return reopened;
  }
}
