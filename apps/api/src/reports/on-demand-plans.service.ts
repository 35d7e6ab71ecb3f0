import { Inject, Injectable } from '@nestjs/common';
import type { StoredCallback } from '@rounds/contracts/callback';
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { DAY_MS } from '@rounds/contracts/durations';
import { RoundsError } from '@rounds/contracts/errors';
import { parseInput } from '@rounds/contracts/input';
import { broken, type BrokenRule } from '@rounds/contracts/rules';
import { localDateAt, periodOf } from '@rounds/contracts/schedule-arithmetic';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { onDemandParameters } from '../report-types/report-types.ts';
import type { ResolvedRequest } from '../templates/template-use.service.ts';
import { Callbacks } from '../webhooks/callbacks.service.ts';
import type { GenerateBody } from './reports.dto.ts';

const YEAR_MS = 366 * DAY_MS;

/** What to make; a template's parameters come under those of the caller, and both are checked here. */
export type ReportRequest = Omit<GenerateBody, 'incomplete'> &
  Partial<Pick<GenerateBody, 'incomplete'>> & {
    /** Field names of what is sent to the callback. */
    readonly callbackStyle?: StoredCallback['style'];
  };

type Resolved = Omit<ReportRequest, keyof ResolvedRequest> & ResolvedRequest;

const invalid = (message: string, fault: BrokenRule): RoundsError =>
  new RoundsError('INVALID_INPUT', message, { fields: [fault] });

/** The record of a report on demand, from what a caller asks for. */
@Injectable()
export class OnDemandPlans {
  constructor(
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws RoundsError INVALID_INPUT */
  plan(caller: Caller, request: Resolved, runId: string): RunDocument {
    const { studyId, reportType, formats, priority, template, incomplete } = request;
    const scheduledFor = this.momentOf(request);
    const callback = this.callbackOf(request);
    const { asOf, timeZone, ...parameters } = parseInput(
      onDemandParameters(reportType),
      request.parameters,
      'body',
      'parameters',
    );
    const today = localDateAt(scheduledFor?.getTime() ?? this.now(), timeZone);
    if (asOf !== undefined && asOf > today)
      throw invalid(
        'The day is not over: nothing can be reported as of it.',
        broken('parameters.asOf', 'day-to-come', { today, timeZone }),
      );
    const due = asOf ?? today;
    return {
      _id: runId,
      trigger: 'on-demand',
      ...{ studyId, reportType, parameters, formats, priority, due, timeZone },
      ...defined({ template: template?._id, scheduledFor, queuedAt: scheduledFor, callback }),
      ...(incomplete !== 'quarantine' && defined({ incomplete })),
      requestedBy: caller.userId,
      period: periodOf({ every: 'week', on: 'monday', at: '00:00', timeZone }, due),
      status: 'queued',
      outputs: [],
      createdAt: new Date(this.now()),
    };
  }

  private callbackOf({ callback, callbackStyle: style }: Resolved): StoredCallback | undefined {
    return callback && { ...this.callbacks.accept(callback), ...defined({ style }) };
  }

  /** When it is to begin; undefined: at once. */
  private momentOf({ scheduledFor }: Resolved): Date | undefined {
    if (scheduledFor === undefined) return undefined;
    const moment = new Date(scheduledFor);
    if (moment.getTime() > this.now() && moment.getTime() <= this.now() + YEAR_MS) return moment;
    throw invalid(
      'A report can be scheduled for any moment of the year to come.',
      broken('scheduledFor', 'not-within-a-year'),
    );
  }
}
