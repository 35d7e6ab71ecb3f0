import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { cancelReport } from '@rounds/adapters/temporal/commands/cancel-report';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { isFinished } from '@rounds/contracts/run';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { forLog } from '../platform/for-log.ts';
import { LOGGER, TEMPORAL } from '../platform/tokens.ts';
import type { JobAnswer } from './jobs.dto.ts';
import { JobStates } from './job-state.service.ts';
import { JobsService } from './jobs.service.ts';
import { RunEnds } from './run-ends.service.ts';

@Injectable()
export class CancellationService {
  constructor(
    @Inject(JobsService) private readonly service: JobsService,
    @Inject(JobStates) private readonly states: JobStates,
    @Inject(RunEnds) private readonly ends: RunEnds,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
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
      return (await cancelReport(this.temporal.client, run._id)) ? run : this.ends.cancel(run);
    const closed = await this.ends.cancel(run);
    await cancelReport(this.temporal.client, run._id).catch((error: unknown) => {
      this.logger.warn(
        { runId: run._id, fault: forLog(error) },
        'The workflow of a cancelled run could not be cancelled.',
      );
    });
    return closed;
  }
}
