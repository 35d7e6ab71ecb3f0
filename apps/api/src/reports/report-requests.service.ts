import { Inject, Injectable } from '@nestjs/common';
import { createHaltsRepository, type HaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import type { Logger } from '@rounds/adapters/logging/logger';
import { createRunsRepository, type RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { startReport } from '@rounds/adapters/temporal/commands/start-report';
import type { StoredCallback } from '@rounds/contracts/callback';
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { DAY_MS } from '@rounds/contracts/durations';
import { RoundsError } from '@rounds/contracts/errors';
import { localDateAt, periodOf } from '@rounds/contracts/schedule-arithmetic';
import type { Deed } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import type { Wish } from '../http/wish-id.ts';
import { parseInput } from '../http/zod.pipe.ts';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';
import { onDemandParameters } from '../report-types/report-types.ts';
import { Rights } from '../rights/rights.service.ts';
import { TemplateUse, type ResolvedWish } from '../templates/template-use.service.ts';
import { Callbacks } from '../webhooks/callbacks.service.ts';
import { Admissions } from './admissions.service.ts';
import type { GenerateBody } from './reports.dto.ts';

/** A caller waits for the start; one that takes longer is made later. */
const TIMEOUT_MS = 3_000;
const YEAR_MS = 366 * DAY_MS;

const runIdOf = (id: string): string => `run_${id}`;

/** What to make; a template's parameters come under those of the caller, and both are checked here. */
export type ReportWish = Omit<GenerateBody, 'incomplete'> &
  Partial<Pick<GenerateBody, 'incomplete'>> & {
    /** Field names of what the callback is told. */
    readonly callbackStyle?: StoredCallback['style'];
  };

export interface Requested {
  readonly run: RunDocument;
  /** False: the record keeps the wish, and housekeeping starts it as soon as Temporal answers. */
  readonly started: boolean;
}

const requestOf = ({ _id: id, studyId, reportType, formats, priority, template }: RunDocument): Deed => {
  const details = { reportType, formats, priority, ...defined({ template }) };
  return { action: 'report.generate', id, studyId, details };
};

/** The one way by which a report on demand is asked for, whatever the route: nothing that was taken is lost. */
@Injectable()
export class ReportRequests {
  constructor(
    @Inject(createRunsRepository) private readonly runs: RunsRepository,
    @Inject(createHaltsRepository) private readonly halts: HaltsRepository,
    @Inject(Admissions) private readonly admissions: Admissions,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(TemplateUse) private readonly templates: TemplateUse,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @param which the same wish finds the same job, also where as many are open as may be
   * @throws RoundsError INVALID_INPUT, STUDY_NOT_FOUND, HALTED, RATE_LIMITED (too many open jobs), as TemplateUse.resolve;
   * NOT_FOUND for a job that was made and is no longer kept
   */
  async request(caller: Caller, wish: ReportWish, which: Wish): Promise<Requested> {
    await this.rights.scopeOn(wish.studyId, caller.userId);
    const runId = runIdOf(which.id);
    const made = await this.runs.find(runId, [wish.studyId]);
    if (made !== null) return { run: made, started: await this.start(made) };
    if (which.isAnswered)
      throw new RoundsError('NOT_FOUND', `The job ${runId} of this Idempotency-Key is no longer kept.`);
    const resolved = await this.templates.resolve(wish);
    const planned = this.plan(caller, { ...wish, ...resolved }, runId);
    // The template was changed since it was read: what was planned is not what it says now.
    if (!(await this.templates.freeze(resolved.template))) return this.request(caller, wish, which);
    return this.take(caller, planned, requestOf(planned));
  }

  /**
   * A run that was planned elsewhere.
   *
   * @throws RoundsError RATE_LIMITED, HALTED
   */
  async take(caller: Caller, planned: RunDocument, deed: Deed): Promise<Requested> {
    await this.halts.demandNone(planned.studyId);
    const run = await this.admissions.admit(caller, planned, deed);
    return { run, started: await this.start(run) };
  }

  private plan(
    caller: Caller,
    wish: Omit<ReportWish, keyof ResolvedWish> & ResolvedWish,
    runId: string,
  ): RunDocument {
    const {
      studyId,
      reportType,
      formats,
      priority,
      template,
      callback,
      callbackStyle: style,
      incomplete,
    } = wish;
    const scheduledFor = this.momentOf(wish);
    const told = callback === undefined ? undefined : this.callbacks.accept(callback);
    const { asOf, timeZone, ...parameters } = parseInput(
      onDemandParameters(reportType),
      wish.parameters,
      'body',
      ['parameters'],
    );
    const today = localDateAt(scheduledFor?.getTime() ?? this.now(), timeZone);
    if (asOf !== undefined && asOf > today)
      throw new RoundsError('INVALID_INPUT', 'The day is not over: nothing can be reported as of it.', {
        fields: [{ field: 'parameters.asOf', rule: `must not be after today, ${today} in ${timeZone}` }],
      });
    const due = asOf ?? today;
    return {
      _id: runId,
      trigger: 'on-demand',
      ...{ studyId, reportType, parameters, formats, priority, due, timeZone },
      ...(template === undefined ? {} : { template: template._id }),
      ...(scheduledFor === undefined ? {} : { scheduledFor, queuedAt: scheduledFor }),
      ...(incomplete === undefined || incomplete === 'quarantine' ? {} : { incomplete }),
      ...(told === undefined ? {} : { callback: style === undefined ? told : { ...told, style } }),
      requestedBy: caller.userId,
      period: periodOf({ every: 'week', on: 'monday', at: '00:00', timeZone }, due),
      status: 'queued',
      outputs: [],
      createdAt: new Date(this.now()),
    };
  }

  /** When it is to begin; undefined: at once. */
  private momentOf({ scheduledFor }: Pick<ReportWish, 'scheduledFor'>): Date | undefined {
    if (scheduledFor === undefined) return undefined;
    const moment = new Date(scheduledFor);
    const isNear = moment.getTime() > this.now() && moment.getTime() <= this.now() + YEAR_MS;
    if (isNear) return moment;
    throw new RoundsError('INVALID_INPUT', 'A report can be scheduled for any moment of the year to come.', {
      fields: [{ field: 'scheduledFor', rule: 'must be in the future, a year ahead at most' }],
    });
  }

  private async start(run: RunDocument): Promise<boolean> {
    try {
      await startReport(this.temporal.client, run, new Date(this.now()), TIMEOUT_MS);
      return true;
    } catch (error) {
      this.logger.warn({ runId: run._id, fault: forLog(error) }, 'The workflow of a run is not started yet.');
      return false;
    }
  }
}
