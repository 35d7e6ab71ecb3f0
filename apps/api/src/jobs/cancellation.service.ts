import { Inject, Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Temporal } from '@rounds/adapters/temporal/client';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { isFinished } from '@rounds/contracts/run';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, TEMPORAL, type Clock } from '../platform/tokens.ts';
import type { JobAnswer } from './jobs.dto.ts';
import { createJobsRepository, type JobsRepository } from './jobs.repository.ts';
import { JobsService } from './jobs.service.ts';

const PATIENCE_MS = 5_000;

@Injectable()
export class CancellationService {
  constructor(
    @Inject(JobsService) private readonly service: JobsService,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Asks the run to stop; its workflow cleans up and records the end. Again for a cancelled one: no harm.
   *
   * @throws RoundsError CONFLICT when the run has ended otherwise
   */
  async cancel(caller: Caller, jobId: string): Promise<JobAnswer> {
    const run = await this.service.find(caller, jobId);
    this.service.demandOwn(caller, run);
    if (run.status === 'cancelled') return this.service.present(caller, run);
    if (isFinished(run.status))
      throw new RoundsError('CONFLICT', `This job has ended already: it is ${run.status}.`);
    const state = (await this.reachesWorkflow(run)) ? run : await this.close(run);
    await this.audit.record(caller, { action: 'job.cancel', id: run._id, studyId: run.studyId });
    return this.service.present(caller, state);
  }

  private async reachesWorkflow(run: RunDocument): Promise<boolean> {
    const { client } = this.temporal;
    try {
      await client.withDeadline(Date.now() + PATIENCE_MS, () =>
        client.workflow.getHandle(reportWorkflowId(run._id)).cancel(),
      );
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /** No workflow runs: should it start later, it finds the run ended and does nothing. */
  private async close(run: RunDocument): Promise<RunDocument> {
    const end = { status: 'cancelled', finishedAt: new Date(this.now()) } as const;
    return (await this.jobs.end(run, end)) ?? run;
  }
}
