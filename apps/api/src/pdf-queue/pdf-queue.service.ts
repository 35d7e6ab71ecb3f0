import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Caller } from '../auth/caller.ts';
import type { RequestIdentity } from '../http/request-identity.ts';
import { Downloads } from '../jobs/downloads.service.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { presentEstimate } from '../jobs/present-job.ts';
import { forLog } from '../platform/for-log.ts';
import { LOGGER } from '../platform/tokens.ts';
import type { Requested } from '../reports/new-runs.service.ts';
import { ReportRequests } from '../reports/report-requests.service.ts';
import { ReportsService } from '../reports/reports.service.ts';
import { refusal } from './older-words.ts';
import type { SubmitAnswer, SubmitBody } from './pdf-queue.dto.ts';

/** The queue answered a synchronous request after a minute at the latest. */
const GUARD_S = 60;
const FETCH_MS = 30_000;

export interface MadePdf {
  readonly bytes: Buffer;
  readonly disposition: string;
}

/** The older PDF queue's way to the same reports: a template by its `code`, a study as `productId`. */
@Injectable()
export class PdfQueueService {
  constructor(
    @Inject(ReportRequests) private readonly requests: ReportRequests,
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(Downloads) private readonly downloads: Downloads,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws RoundsError as `ReportRequests.request`, in the older words */
  async submit(
    caller: Caller,
    { code, productId, priority, callback }: SubmitBody,
    identity: RequestIdentity,
  ): Promise<Requested> {
    const report = {
      studyId: productId,
      templateId: code,
      parameters: {},
      formats: ['pdf' as const],
      priority,
    };
    const back = callback && { callback, callbackStyle: 'pdf-queue' as const };
    try {
      return await this.requests.request(caller, { ...report, ...back }, identity);
    } catch (error) {
      throw refusal(error);
    }
  }

  async present({ run }: Requested): Promise<SubmitAnswer> {
    const { position, estimatedCompletion } = presentEstimate(await this.jobs.estimate(run));
    return {
      job_id: run._id,
      status: run.status,
      estimated_completion: estimatedCompletion,
      position_in_queue: position,
    };
  }

  /** The PDF, if it is done within the guard and can be had then; else null: the job goes on. */
  async pdfWithinGuard(caller: Caller, requested: Requested): Promise<MadePdf | null> {
    const job = await this.reports.finishedWithin(caller, requested, GUARD_S);
    if (job?.status !== 'completed') return null;
    try {
      return await this.fetchPdf(caller, job.jobId);
    } catch (error) {
      this.logger.warn(
        { runId: job.jobId, fault: forLog(error) },
        'A finished PDF could not be sent at once.',
      );
      return null;
    }
  }

  /** By the way on which others are sent to it: the same rights, the same record of the opening. */
  private async fetchPdf(caller: Caller, jobId: string): Promise<MadePdf> {
    const url = await this.downloads.addressFor(caller, jobId, { format: 'pdf' });
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) throw new Error(`The object store answered ${response.status}.`);
    const disposition = response.headers.get('content-disposition') ?? 'attachment';
    return { bytes: Buffer.from(await response.arrayBuffer()), disposition };
  }
}
