/**
 * What comes in by the wire has the type that its sender believed in, which may be another version, an operator at a
 * command line, or a hand-written test. Each door of a workflow looks: a payload that does not fit is refused by field
 * and rule, where its first use would fail the workflow's task again and again. What a newer sender adds is let
 * through. By hand, because a schema library is larger than all workflows together.
 */
import type { RedeliveryRequest } from '@rounds/contracts/activities';
import type { Desired, OwedRun, RunNowRequest, SubscriptionState } from '@rounds/contracts/messages';
import type { Notice } from '@rounds/contracts/notice';
import type { Period } from '@rounds/contracts/period';
import { RUN_STATUSES, type RunRequest } from '@rounds/contracts/run';
import type { RunException, NextRun } from '@rounds/contracts/timetable';
import { WEEKDAYS } from '@rounds/contracts/weekdays';
import { ApplicationFailure } from '@temporalio/workflow';

interface Misfit {
  readonly field: string;
  readonly rule: string;
}

type Check = (value: unknown, field: string) => Misfit | null;

const rule =
  (fits: (value: unknown) => boolean, words: string): Check =>
  (value, field) =>
    fits(value) ? null : { field, rule: words };

const matching = (pattern: RegExp, words: string): Check =>
  rule((value) => typeof value === 'string' && pattern.test(value), words);

const oneOf = (...values: readonly unknown[]): Check =>
  rule((value) => values.includes(value), `must be one of ${values.join(', ')}`);

const optional =
  (check: Check): Check =>
  (value, field) =>
    value === undefined ? null : check(value, field);

const orNull =
  (check: Check): Check =>
  (value, field) =>
    value === null ? null : check(value, field);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firstOf = (misfits: Iterable<Misfit | null>): Misfit | null => {
  for (const misfit of misfits) if (misfit !== null) return misfit;
  return null;
};

const listOf =
  (check: Check): Check =>
  (value, field) =>
    Array.isArray(value)
      ? firstOf(value.map((each: unknown, index) => check(each, `${field}.${String(index)}`)))
      : { field, rule: 'must be a list' };

/** The compiler asks for each field of the type. */
const shape =
  <T>(fields: { readonly [Field in keyof Required<T>]: Check }): Check =>
  (value, field) =>
    isObject(value)
      ? firstOf(Object.entries<Check>(fields).map(([name, check]) => check(value[name], `${field}.${name}`)))
      : { field, rule: 'must be an object' };

const text = matching(/^.+$/s, 'must be a text');
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-11-23');
const localDateTime = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  'must be a local date and time like 2026-11-23T08:00',
);
const count = rule((value) => Number.isInteger(value) && Number(value) >= 0, 'must be a whole number');
const instant = rule(Number.isFinite, 'must be epoch milliseconds');
const flag = rule((value) => typeof value === 'boolean', 'must be true or false');

const isNth = (on: unknown): boolean =>
  isObject(on) &&
  [1, 2, 3, 4, 'last'].some((nth) => on.nth === nth) &&
  WEEKDAYS.some((day) => on.weekday === day);
const isDayOfMonth = (on: unknown): boolean =>
  on === 'last' || (Number.isInteger(on) && Number(on) >= 1 && Number(on) <= 31);

const rhythm: Check = (value, field) => {
  const { every, on } = value as Readonly<Record<string, unknown>>;
  if (every === 'week') return oneOf(...WEEKDAYS)(on, `${field}.on`);
  if (every === 'month')
    return rule((each) => isDayOfMonth(each) || isNth(each), 'must be a day of the month')(on, `${field}.on`);
  return oneOf('day', 'week', 'month')(every, `${field}.every`);
};

const clock = shape<{ at: string; timeZone: string }>({
  at: matching(/^\d{2}:\d{2}$/, 'must be a local time like 08:00'),
  timeZone: text,
});

const schedule: Check = (value, field) => clock(value, field) ?? rhythm(value, field);

const exception = shape<RunException>({ due: date, to: orNull(localDateTime) });
const period = shape<Period>({ start: date, end: date });

const holidays = shape<NonNullable<Desired['holidays']>>({
  dates: optional(listOf(date)),
  country: optional(text),
  region: optional(text),
  policy: oneOf('skip', 'next-working-day', 'previous-working-day'),
});

const desired = shape<Desired>({
  revision: count,
  status: oneOf('active', 'paused', 'cancelled'),
  catchUp: oneOf('latest', 'all', 'skip'),
  ownerId: optional(text),
  schedule,
  until: optional(date),
  closedAt: optional(date),
  exceptions: optional(listOf(exception)),
  snoozedUntil: optional(date),
  holidays: optional(holidays),
  made: optional(listOf(date)),
});

const runNowRequest = shape<RunNowRequest>({
  requestId: rule(
    (id) => typeof id === 'string' && /^[\w.-]{1,100}$/.test(id) && !/^\d{4}-\d{2}-\d{2}$/.test(id),
    'must be 1 to 100 letters, digits, `.`, `_` or `-`, and not a date',
  ),
  requestedBy: text,
});

const nextRun = shape<NextRun>({ due: date, at: instant, local: text, period, zones: optional(text) });

const subscriptionState = shape<SubscriptionState>({
  version: oneOf(1),
  subscriptionId: text,
  studyId: text,
  reportType: text,
  ownerId: text,
  desired,
  doneUntil: instant,
  runCount: count,
  lastRunId: optional(text),
  lastRunStatus: optional(oneOf(...RUN_STATUSES)),
  requested: listOf(runNowRequest),
  owed: optional(listOf(shape<OwedRun>({ run: nextRun, timeZone: text }))),
});

const runRequest = shape<RunRequest>({
  runId: text,
  trigger: oneOf('schedule', 'run-now', 'on-demand'),
  studyId: text,
  reportType: text,
  subscriptionId: optional(text),
  requestedBy: text,
  due: date,
  timeZone: text,
  period,
  late: optional(shape<NonNullable<RunRequest['late']>>({ dueAt: text })),
  redrive: optional(count),
});

/** What the workflow itself reads of it; the words are written by the activities that know each kind. */
const notice = shape<Notice>({
  about: shape<Pick<Notice['about'], 'kind' | 'occasion'>>({ kind: text, occasion: text }),
  to: listOf(text),
  operators: flag,
});

const webhookInput = shape<{ webhookDeliveryId: string; replay: number }>({
  webhookDeliveryId: text,
  replay: count,
});

const redeliveryRequest = shape<RedeliveryRequest>({
  runId: text,
  studyId: text,
  recipientIds: optional(listOf(text)),
});

const DOORS = {
  desired,
  runNowRequest,
  subscriptionState,
  runRequest,
  notice,
  webhookInput,
  redeliveryRequest,
} as const;

/**
 * @param name of the payload: also the first word of the field that is named
 * @throws ApplicationFailure INVALID_INPUT: the workflow is not begun, or the message leaves no trace
 */
export const demandFit = (name: keyof typeof DOORS, value: unknown): void => {
  const misfit = DOORS[name](value, name);
  if (misfit !== null)
    throw ApplicationFailure.nonRetryable(`${misfit.field}: ${misfit.rule}`, 'INVALID_INPUT');
};
