import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { cancelReport } from '@rounds/adapters/temporal/commands/cancel-report';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { isFinished } from '@rounds/contracts/run';
import { because } from '@rounds/contracts/why';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';
import type { JobAnswer } from './jobs.dto.ts';
import { createJobsRepository, type JobsRepository } from './jobs.repository.ts';
import { JobStates } from './job-state.service.ts';
import { JobsService } from './jobs.service.ts';
import { MailSettling } from './mail-settling.service.ts';

@Injectable()
export class CancellationService {
  constructor(
    @Inject(JobsService) private readonly service: JobsService,
    @Inject(JobStates) private readonly states: JobStates,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(MailSettling) private readonly settling: MailSettling,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Asks the run to stop; its workflow cleans up and records the end. Again for a cancelled one: no harm.
   *
   * @throws RoundsError CONFLICT when the run has ended otherwise
   */
  async cancel(caller: Caller, jobId: string): Promise<JobAnswer> {
    const run = await this.service.findOwn(caller, jobId);
    if (run.status === 'cancelled') return this.service.present(caller, run);
    if (isFinished(run.status))
      throw new RoundsError('CONFLICT', `This job has ended already: it is ${run.status}.`);
    // Its workflow is asked, and records the end: what is asked for is entered first.
    await this.audit.record(caller, { action: 'job.cancel', id: run._id, studyId: run.studyId });
    return this.service.present(caller, await this.stop(run));
  }

  /** One whose time has not come is closed at once: its workflow would hear of it only then. */
  private async stop(run: RunDocument): Promise<RunDocument> {
    if (!this.states.isForLater(run))
      return (await cancelReport(this.temporal.client, run._id)) ? run : this.close(run);
    const closed = await this.close(run);
    await cancelReport(this.temporal.client, run._id).catch((error: unknown) => {
      this.logger.warn(
        { runId: run._id, fault: forLog(error) },
        'The workflow of a cancelled run was not told.',
      );
    });
    return closed;
  }

  /** No workflow runs: should it start later, it finds the run ended and does nothing. */
  private async close(run: RunDocument): Promise<RunDocument> {
    const why = because('cancelled-before');
    const end = { status: 'cancelled', why, finishedAt: new Date(this.now()) } as const;
    const ended = (await this.jobs.end(run, end)) ?? run;
    await this.announce(ended);
    return ended;
  }

  /** Where that fails, housekeeping finds it. */
  private async announce(run: RunDocument): Promise<void> {
    await this.settling.announceEnd(run).catch((error: unknown) => {
      this.logger.warn({ runId: run._id, fault: forLog(error) }, 'The end of a run was not announced.');
    });
  }
}
