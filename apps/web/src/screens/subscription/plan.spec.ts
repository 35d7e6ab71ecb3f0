import type { components } from '@rounds/client/generated/api';
import { comingOn, leftOutBefore, missingOn, planOf, type SchedulePreview } from './plan.ts';
import { moved, restored, skipped, snoozed } from './wishes.ts';

type Subscription = components['schemas']['Subscription'];

/** Mondays at 08:00 in Berlin, over the end of summer time on 31 October 2027. */
const AUTUMN = [
  '2027-10-18',
  '2027-10-25',
  '2027-11-01',
  '2027-11-08',
  '2027-11-15',
  '2027-11-22',
  '2027-11-29',
];
/** Over its beginning on 28 March 2027. */
const SPRING = ['2027-03-15', '2027-03-22', '2027-03-29', '2027-04-05', '2027-04-12', '2027-04-19'];

const isSummer = (day: string): boolean => day > '2027-03-28' && day < '2027-10-31';
const at = (day: string): string => `${day}T08:00:00${isSummer(day) ? '+02:00' : '+01:00'}`;

const preview = (
  days: readonly string[],
  exceptions: SchedulePreview['exceptions'] = [],
): SchedulePreview => ({
  runs: days.map((due) => ({ due, at: at(due), period: { start: due, end: due } })),
  exceptions,
  warnings: [],
});

const subscription = (days: readonly string[], more: Partial<Subscription> = {}) =>
  ({
    status: 'active',
    heldBy: null,
    nextRuns: days.slice(0, 5).map(at),
    exceptions: [],
    snoozedUntil: null,
    studyClosedAt: null,
    ...more,
  }) as unknown as Subscription;

const shown = (plan: ReturnType<typeof planOf>) =>
  plan.map(({ due, at: when, state }) => `${due} ${when ?? state}`);

it.each([
  ['the end of summer time', AUTUMN],
  ['its beginning', SPRING],
])('keeps the local hour over %s, and each report on its day', (_what, days) => {
  const plan = planOf(subscription(days), preview(days));
  expect(shown(plan)).toEqual(days.map((day) => `${day} ${at(day)}`));
  for (const day of days) expect(comingOn(plan, day).map(({ due }) => due)).toEqual([day]);
});

it('takes the moments of the first five from the API alone: what was made already does not come again', () => {
  const [made = '', ...rest] = AUTUMN;
  expect(planOf(subscription(rest), preview(AUTUMN)).map(({ due }) => due)).not.toContain(made);
});

it('shows nothing behind the last one where it ends', () => {
  expect(shown(planOf(subscription(AUTUMN.slice(0, 2)), preview(AUTUMN)))).toHaveLength(2);
  const closing = subscription(AUTUMN, { studyClosedAt: '2027-11-22' });
  expect(planOf(closing, preview(AUTUMN)).at(-1)?.due).toBe('2027-11-22');
});

it('plans nothing while it is paused or halted', () => {
  expect(planOf(subscription(AUTUMN, { status: 'paused' }), preview(AUTUMN))).toEqual([]);
});

it('knows a report by the day on which the schedule has it, wherever it was moved', () => {
  const [first = ''] = AUTUMN;
  const run = planOf(subscription(AUTUMN))[0];
  if (run === undefined) throw new Error('Nothing is planned.');
  const plan = planOf(moved(run, '2027-10-31T02:30:00+02:00')(subscription(AUTUMN)), preview(AUTUMN));
  expect(comingOn(plan, '2027-10-31')).toEqual([expect.objectContaining({ due: first, state: 'moved' })]);
  expect(missingOn(plan, first)).toHaveLength(1);
});

it('tells two at one moment apart', () => {
  const [run, other = run] = planOf(subscription(SPRING));
  if (run === undefined || other === undefined) throw new Error('Nothing is planned.');
  const plan = planOf(moved(run, other.scheduledFor)(subscription(SPRING)));
  expect(comingOn(plan, other.due).map(({ due }) => due)).toEqual([other.due, run.due]);
});

it('shows what is left out in its place, and brings it back', () => {
  const before = subscription(SPRING);
  const run = planOf(before)[2];
  if (run === undefined) throw new Error('Nothing is planned.');
  const after = skipped(run)(before);
  expect(shown(planOf(after))[2]).toBe('2027-03-29 skipped');
  const [, , gone] = planOf(after);
  expect(shown(planOf(restored(gone ?? run)(after)))).toEqual(shown(planOf(before)));
});

it('shows what a snooze leaves out, and what stands over it', () => {
  const [run] = planOf(subscription(SPRING));
  if (run === undefined) throw new Error('Nothing is planned.');
  const kept = moved(run, '2027-03-16T08:00:00+01:00')(subscription(SPRING));
  expect(leftOutBefore(planOf(kept), '2027-04-01').map(({ due }) => due)).toEqual([
    '2027-03-22',
    '2027-03-29',
  ]);
  const plan = planOf({ ...snoozed('2027-04-01')(kept), nextRuns: kept.nextRuns }, preview(SPRING));
  expect(plan.find(({ due }) => due === '2027-03-15')?.state).toBe('moved');
  const asleep = planOf(snoozed('2027-04-01')(subscription(SPRING)), preview(SPRING));
  expect(shown(asleep).slice(0, 3)).toEqual([
    '2027-03-15 snoozed',
    '2027-03-22 snoozed',
    `2027-03-29 snoozed`,
  ]);
});

it('shows holidays as they fall, behind the fifth too', () => {
  const exception = { scheduledFor: at('2027-11-29'), holiday: 'Holiday', due: '2027-11-29' };
  const byHoliday = [{ ...exception, change: 'moved' as const, at: at('2027-11-30') }];
  const plan = planOf(subscription(AUTUMN), preview(AUTUMN, byHoliday));
  expect(plan.at(-1)).toMatchObject({ due: '2027-11-29', state: 'moved', holiday: 'Holiday' });
});
