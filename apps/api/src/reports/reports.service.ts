import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Temporal } from '@rounds/adapters/temporal/client';
import type { RunDocument } from '@rounds/contracts/collections';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { isFinished } from '@rounds/contracts/run';
import type { Caller } from '../auth/caller.ts';
import type { RequestIdentity } from '../http/request-identity.ts';
import type { JobAnswer } from '../jobs/jobs.dto.ts';
import { JobStates } from '../jobs/job-state.service.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { presentEstimate } from '../jobs/present-job.ts';
import { Shutdown } from '../platform/shutdown.ts';
import { forLog } from '../platform/for-log.ts';
import { LOGGER, TEMPORAL } from '../platform/tokens.ts';
import type { Requested } from './new-runs.service.ts';
import type { ReportRequest } from './on-demand-plans.service.ts';
import { ReportRequests } from './report-requests.service.ts';
import type { AcceptedAnswer } from './reports.dto.ts';

const NOT_STARTED = 'It is kept and will be started as soon as the workflow service answers.';

export interface GenerateOptions extends RequestIdentity {
  /** How long the caller will wait for the finished job. */
  readonly waitSeconds: number;
}

export type Generated =
  | { readonly finished: JobAnswer }
  | { readonly finished: null; readonly accepted: AcceptedAnswer };

@Injectable()
export class ReportsService {
  constructor(
    @Inject(ReportRequests) private readonly requests: ReportRequests,
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(JobStates) private readonly states: JobStates,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(Shutdown) private readonly shutdown: Shutdown,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws RoundsError as `ReportRequests.request` */
  async generate(
    caller: Caller,
    request: ReportRequest,
    { waitSeconds, ...identity }: GenerateOptions,
  ): Promise<Generated> {
    const requested = await this.requests.request(caller, request, identity);
    const job = await this.finishedWithin(caller, requested, waitSeconds);
    if (job !== null && isFinished(job.status)) return { finished: job };
    const { run, started } = requested;
    const estimate = presentEstimate(await this.jobs.estimate(run));
    const note = started ? {} : { note: NOT_STARTED };
    const status = job?.status ?? run.status;
    const { scheduledFor } = run;
    const moment = scheduledFor === undefined ? {} : { scheduledFor: scheduledFor.toISOString() };
    return { finished: null, accepted: { jobId: run._id, status, ...estimate, ...moment, ...note } };
  }

  /** The job after the wait, finished or not; null where there is nothing to wait for. */
  async finishedWithin(
    caller: Caller,
    { run, started }: Requested,
    seconds: number,
  ): Promise<JobAnswer | null> {
    if (!started || seconds <= 0 || this.states.isForLater(run)) return null;
    await this.wait(run, seconds);
    return this.jobs.read(caller, run._id);
  }

  /** Until the run is over, the time is up or the process stops; how it went, the record says. */
  private async wait(run: RunDocument, seconds: number): Promise<void> {
    const { client } = this.temporal;
    const signal = AbortSignal.any([AbortSignal.timeout(seconds * 1000), this.shutdown.signal]);
    await client
      .withAbortSignal(signal, () => client.workflow.getHandle(reportWorkflowId(run._id)).result())
      .catch((error: unknown) => {
        this.logger.debug(
          { runId: run._id, fault: forLog(error) },
          'Waiting for a run ended without its result.',
        );
      });
  }
}
