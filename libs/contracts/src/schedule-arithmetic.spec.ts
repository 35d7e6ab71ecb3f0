/** Small. Every moment is compared with a clock that is read minute by minute through Intl, without Temporal. */
import fc from 'fast-check';
import {
  dueOn,
  isDueDay,
  localDateAt,
  nextRun,
  nextRuns,
  ON_TIME_WITHIN_MS,
  periodOf,
  runNowPlan,
  runToMake,
} from './schedule-arithmetic.ts';
import { schedule as scheduleSchema, WEEKDAYS, type Schedule } from './schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Half hour shifts, quarter hour offsets, no shifts, a day left out, shifts at midnight and a winter "summer" time. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'UTC',
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-29 02:30`: what the wall clock shows. */
const clockAt = (epochMs: number, timeZone: string): string => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(epochMs);
};

/** The first minute at which the wall clock has reached a local time: covers the gap and the overlap rule alike. */
const firstReached = (date: string, at: string, timeZone: string): number => {
  const wanted = `${date} ${at}`;
  const around = Date.parse(`${date}T00:00Z`);
  let quarter = around - 15 * HOUR;
  while (clockAt(quarter, timeZone) < wanted) quarter += 15 * MINUTE;
  let minute = quarter - 15 * MINUTE;
  while (clockAt(minute, timeZone) < wanted) minute += MINUTE;
  return minute;
};

const dateOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
const daysAfter = (date: string, days: number): string => dateOf(Date.parse(date) + days * DAY);
const ms = (instant: string): number => Date.parse(instant);

const weekly = (timeZone: string, at: string, on: (typeof WEEKDAYS)[number] = 'monday'): Schedule => ({
  every: 'week',
  on,
  at,
  timeZone,
});
const daily = (timeZone: string, at: string): Schedule => ({ every: 'day', at, timeZone });
const monthly = (on: number | 'last', timeZone = 'UTC'): Schedule =>
  scheduleSchema.parse({ every: 'month', on, at: '08:00', timeZone });

const anyInstant = fc.integer({ min: ms('2008-01-01T00:00Z'), max: ms('2030-01-01T00:00Z') });
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const anySchedule: fc.Arbitrary<Schedule> = fc
  .tuple(
    fc.constantFrom(...ZONES),
    anyTime,
    fc.oneof(
      fc.constant({ every: 'day' }),
      fc.record({ every: fc.constant('week'), on: fc.constantFrom(...WEEKDAYS) }),
      fc.record({
        every: fc.constant('month'),
        on: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last')),
      }),
    ),
  )
  .map(([timeZone, at, rest]) => scheduleSchema.parse({ ...rest, at, timeZone }));

/** Every day on which a zone's clock is set, found by comparing midnights' distances. */
const clockChanges = (timeZone: string, from: number, to: number): string[] => {
  const days = [];
  for (let day = from; day < to; day += DAY) {
    const shown = (instant: number) =>
      Date.parse(`${clockAt(instant, timeZone).replace(' ', 'T')}Z`) - instant;
    if (shown(day) !== shown(day + DAY)) days.push(dateOf(day), dateOf(day + DAY));
  }
  return days;
};

describe('the moment of a local time', () => {
  it.each([
    ['an ordinary day', 'Europe/Berlin', '2026-01-05', '08:00', '2026-01-05T08:00:00+01:00'],
    ['a gap', 'Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T03:00:00+02:00'],
    ['the first minute of a gap', 'Europe/Berlin', '2026-03-29', '02:00', '2026-03-29T03:00:00+02:00'],
    ['the last minute before a gap', 'Europe/Berlin', '2026-03-29', '01:59', '2026-03-29T01:59:00+01:00'],
    ['an overlap', 'Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'],
    ['a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T02:30:00+11:00'],
    ['an overlap of half an hour', 'Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-05T01:45:00+11:00'],
    ['a gap at 02:45', 'Pacific/Chatham', '2026-09-27', '03:00', '2026-09-27T03:45:00+13:45'],
    ['an offset of 05:45', 'Asia/Kathmandu', '2026-06-01', '00:15', '2026-06-01T00:15:00+05:45'],
    ['a day that began at one', 'America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T01:00:00-02:00'],
    ['an overlap at midnight', 'America/Sao_Paulo', '2018-02-17', '23:30', '2018-02-17T23:30:00-02:00'],
    ['a day left out', 'Pacific/Apia', '2011-12-30', '08:00', '2011-12-31T00:00:00+14:00'],
    ['the day before it', 'Pacific/Apia', '2011-12-29', '08:00', '2011-12-29T08:00:00-10:00'],
  ])('%s: %s %s %s', (_case, timeZone, date, at, expected) => {
    expect(dueOn(daily(timeZone, at), date)).toMatchObject({ local: expected, at: ms(expected) });
  });

  it('is the first minute at which the wall clock has reached it, whatever the zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), anyInstant, anyTime, (timeZone, instant, at) => {
        const date = dateOf(instant);
        expect(dueOn(daily(timeZone, at), date).at).toBe(firstReached(date, at, timeZone));
      }),
      { numRuns: 300 },
    );
  });

  it.each(ZONES)('holds on each day around a change of the clock in %s', (timeZone) => {
    const days = clockChanges(timeZone, ms('2010-01-01T00:00Z'), ms('2013-01-01T00:00Z'));
    for (const date of days) {
      for (const at of ['00:00', '00:30', '01:00', '01:45', '02:00', '02:30', '03:00', '03:15']) {
        expect([date, at, dueOn(daily(timeZone, at), date).at]).toEqual([
          date,
          at,
          firstReached(date, at, timeZone),
        ]);
      }
    }
  });
});

describe('nextRun', () => {
  it('leaves no due day out and makes none up', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, after) => {
        const next = nextRun(schedule, after);
        if (next === null) throw new Error('a schedule without end has a next run');
        expect(next.at).toBeGreaterThan(after);
        // Independently: walk the calendar from well before, and take the first due day that is later.
        let date = daysAfter(dateOf(after), -3);
        while (!isDueDay(schedule, date) || firstReached(date, schedule.at, schedule.timeZone) <= after)
          date = daysAfter(date, 1);
        expect(next).toMatchObject({ due: date, at: firstReached(date, schedule.at, schedule.timeZone) });
      }),
      { numRuns: 150 },
    );
  });

  it('is strictly later than the run before, so that a run is never due twice', () => {
    const schedule = weekly('Europe/Berlin', '08:00');
    const first = nextRun(schedule, ms('2026-03-20T00:00Z'));
    expect(first?.local).toBe('2026-03-23T08:00:00+01:00');
    expect(nextRun(schedule, first?.at ?? 0)?.local).toBe('2026-03-30T08:00:00+02:00');
    expect(nextRun(schedule, (first?.at ?? 0) - 1)?.local).toBe('2026-03-23T08:00:00+01:00');
  });

  it('ends after the last local day, which is included', () => {
    const schedule = weekly('Asia/Kathmandu', '00:15');
    const before = ms('2026-01-01T00:00Z');
    expect(nextRun(schedule, before, '2026-01-05')?.due).toBe('2026-01-05');
    expect(nextRun(schedule, before, '2026-01-04')).toBeNull();
  });

  it.each([
    [31, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['last' as const, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    [29, ['2026-01-29', '2026-02-28', '2026-03-29', '2026-04-29']],
    [1, ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']],
  ])('uses the last day of a month that is too short for day %s', (on, expected) => {
    const moments = nextRuns(monthly(on), ms('2025-12-31T12:00Z'), 4);
    expect(moments).toEqual(expected.map((date) => `${date}T08:00:00+00:00`));
  });

  it('knows leap days', () => {
    expect(nextRun(monthly('last'), ms('2028-02-10T00:00Z'))?.due).toBe('2028-02-29');
  });
});

describe('nextRuns', () => {
  it('gives instants with their offset over a change of the clock', () => {
    expect(nextRuns(weekly('Europe/Berlin', '08:00'), ms('2026-10-13T00:00Z'), 3)).toEqual([
      '2026-10-19T08:00:00+02:00',
      '2026-10-26T08:00:00+01:00',
      '2026-11-02T08:00:00+01:00',
    ]);
  });

  it('stops at the last day, and gives none when none is asked for', () => {
    const schedule = daily('UTC', '08:00');
    expect(nextRuns(schedule, ms('2026-01-01T09:00Z'), 5, '2026-01-03')).toHaveLength(2);
    expect(nextRuns(schedule, ms('2026-01-01T09:00Z'), 0)).toEqual([]);
  });
});

describe('periodOf', () => {
  it('puts periods end to end: each day belongs to exactly one scheduled run', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, after) => {
        const run = nextRun(schedule, after);
        const following = nextRun(schedule, run?.at ?? 0);
        expect(run?.period.end).toBe(run?.due);
        // Where the calendar leaves a day out, its run and the next share one moment; that day holds no data.
        if (schedule.timeZone !== 'Pacific/Apia') expect(following?.period.start).toBe(run?.period.end);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [weekly('UTC', '08:00'), '2026-03-02', '2026-02-23'],
    [daily('UTC', '08:00'), '2026-03-01', '2026-02-28'],
    [monthly(31), '2026-03-31', '2026-02-28'],
    [monthly('last'), '2026-02-28', '2026-01-31'],
    [monthly(15), '2026-03-15', '2026-02-15'],
    [monthly(15), '2026-03-20', '2026-02-20'],
    [monthly(1), '2026-03-31', '2026-02-28'],
  ])('%j on %s begins on %s', (schedule, due, start) => {
    expect(periodOf(schedule, due)).toEqual({ start, end: due });
  });
});

describe('runNowPlan', () => {
  it('is the run of the local day, however early it is there', () => {
    const now = ms('2026-06-10T20:00Z');
    expect(localDateAt(now, 'Asia/Kathmandu')).toBe('2026-06-11');
    expect(runNowPlan(weekly('Asia/Kathmandu', '08:00'), now)).toMatchObject({
      due: '2026-06-11',
      period: { start: '2026-06-04', end: '2026-06-11' },
    });
  });
});

describe('runToMake', () => {
  const schedule = daily('UTC', '08:00');
  const after = ms('2026-05-01T08:00Z');
  const make = (catchUp: 'latest' | 'all' | 'skip', now: string, until?: string) =>
    runToMake({ schedule, after, now: ms(now), catchUp, until })?.due ?? null;

  it.each([
    ['nothing missed: waits for the next', '2026-05-01T08:00:05Z', '2026-05-02', '2026-05-02', '2026-05-02'],
    ['due this second', '2026-05-02T08:00:00Z', '2026-05-02', '2026-05-02', '2026-05-02'],
    ['a little late', '2026-05-02T08:59:00Z', '2026-05-02', '2026-05-02', '2026-05-02'],
    ['one missed', '2026-05-02T10:00:00Z', '2026-05-02', '2026-05-02', '2026-05-03'],
    ['three missed', '2026-05-04T10:00:00Z', '2026-05-04', '2026-05-02', '2026-05-05'],
    ['two missed, one due now', '2026-05-04T08:20:00Z', '2026-05-04', '2026-05-02', '2026-05-04'],
  ])('%s', (_case, now, latest, all, skip) => {
    expect([make('latest', now), make('all', now), make('skip', now)]).toEqual([latest, all, skip]);
  });

  it('makes what was missed before the last day even when that is passed', () => {
    const now = '2026-06-01T00:00Z';
    expect(make('latest', now, '2026-05-03')).toBe('2026-05-03');
    expect(make('all', now, '2026-05-03')).toBe('2026-05-02');
    expect(make('skip', now, '2026-05-03')).toBeNull();
    expect(make('latest', now, '2026-05-01')).toBeNull();
  });

  it('counts a run as missed from one hour after its moment', () => {
    const due = ms('2026-05-02T08:00Z');
    const skip = (now: number) => runToMake({ schedule, after, now, catchUp: 'skip' })?.due;
    expect(skip(due + ON_TIME_WITHIN_MS - 1)).toBe('2026-05-02');
    expect(skip(due + ON_TIME_WITHIN_MS)).toBe('2026-05-03');
  });
});
