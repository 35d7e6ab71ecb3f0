import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import { createRunsRepository, type RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { startReport } from '@rounds/adapters/temporal-wishes/start-report';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { isFinished } from '@rounds/contracts/run';
import { localDateAt, periodOf } from '@rounds/contracts/schedule-arithmetic';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { parseInput } from '../http/zod.pipe.ts';
import type { JobAnswer } from '../jobs/jobs.dto.ts';
import { createJobsRepository, type JobsRepository } from '../jobs/jobs.repository.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { presentOutlook } from '../jobs/present-job.ts';
import { Shutdown } from '../platform/shutdown.ts';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, CONFIG, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';
import { onDemandParameters } from '../report-types/report-types.ts';
import { Rights } from '../rights/rights.service.ts';
import type { AcceptedAnswer, GenerateBody } from './reports.dto.ts';

/** A caller waits for the start; one that takes longer is made later. */
const PATIENCE_MS = 3_000;
const FULL_RETRY_MS = 10_000;
const NOT_STARTED = 'It is kept and will be started as soon as the workflow service answers.';

export interface GenerateOptions {
  /** Derived from the Idempotency-Key, where there is one: the same wish finds the same job. */
  readonly id: string | undefined;
  /** How long the caller will wait for the finished job. */
  readonly waitSeconds: number;
}

export type Generated =
  { readonly finished: JobAnswer } | { readonly finished: null; readonly accepted: AcceptedAnswer };

@Injectable()
export class ReportsService {
  constructor(
    @Inject(createRunsRepository) private readonly runs: RunsRepository,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(JobsService) private readonly presenter: JobsService,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(Shutdown) private readonly shutdown: Shutdown,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws RoundsError INVALID_INPUT, STUDY_NOT_FOUND, RATE_LIMITED (too many open jobs) */
  async generate(caller: Caller, body: GenerateBody, options: GenerateOptions): Promise<Generated> {
    const wish = this.plan(caller, body, options.id);
    await this.rights.scopeOn(body.studyId, caller.userId);
    await this.demandRoom();
    const run = await this.runs.insert(wish);
    const { _id: id, studyId, reportType, formats, priority } = run;
    const details = { reportType, formats, priority };
    await this.audit.record(caller, { action: 'report.generate', id, studyId, details });
    const started = await this.start(run);
    const waited = started && options.waitSeconds > 0;
    if (waited) await this.wait(run, options.waitSeconds);
    const job = waited ? await this.presenter.read(caller, run._id) : null;
    if (job !== null && isFinished(job.status)) return { finished: job };
    const outlook = presentOutlook(await this.presenter.outlook(run));
    const note = started ? {} : { note: NOT_STARTED };
    const status = job?.status ?? run.status;
    return { finished: null, accepted: { jobId: run._id, status, ...outlook, ...note } };
  }

  private plan(caller: Caller, body: GenerateBody, id: string | undefined): RunDocument {
    const { studyId, reportType, formats, priority } = body;
    const { asOf, timeZone, ...parameters } = parseInput(
      onDemandParameters(reportType),
      body.parameters,
      'body',
      ['parameters'],
    );
    const today = localDateAt(this.now(), timeZone);
    if (asOf !== undefined && asOf > today)
      throw new RoundsError('INVALID_INPUT', 'The day is not over: nothing can be reported as of it.', {
        fields: [{ field: 'parameters.asOf', rule: `must not be after today, ${today} in ${timeZone}` }],
      });
    const due = asOf ?? today;
    return {
      _id: id === undefined ? opaqueId('run') : `run_${id}`,
      trigger: 'on-demand',
      ...{ studyId, reportType, parameters, formats, priority, due, timeZone },
      requestedBy: caller.userId,
      period: periodOf({ every: 'week', on: 'monday', at: '00:00', timeZone }, due),
      status: 'queued',
      outputs: [],
      createdAt: new Date(this.now()),
    };
  }

  private async demandRoom(): Promise<void> {
    const most = this.config.ROUNDS_OPEN_JOBS;
    if ((await this.jobs.countOpen()) >= most)
      throw new RoundsError('RATE_LIMITED', `${most} jobs are open, which is the limit: try again later.`, {
        retryAfterMs: FULL_RETRY_MS,
      });
  }

  /** The record holds the wish: where the start fails now, housekeeping makes it later. */
  private async start(run: RunDocument): Promise<boolean> {
    try {
      await startReport(this.temporal.client, run, PATIENCE_MS);
      return true;
    } catch (error) {
      this.logger.warn({ runId: run._id, fault: forLog(error) }, 'The workflow of a run is not started yet.');
      return false;
    }
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
