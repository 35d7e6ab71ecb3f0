/** Small. Every moment is compared with a clock that is read minute by minute through Intl, without Temporal. */
import fc from 'fast-check';
import { dueOn, localDateAt, periodOf, runNowPlan } from './schedule-arithmetic.ts';
import {
  DAY,
  ZONES,
  clockAt,
  firstReached,
  dateOf,
  ms,
  weekly,
  daily,
  monthly,
  anyInstant,
  anyTime,
  anySchedule,
} from './testing/wall-clock.ts';
import { nextRun } from './timetable-arithmetic.ts';

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
      for (const at of ['00:00', '00:30', '01:00', '01:45', '01:46', '02:00', '02:30', '03:00', '03:15']) {
        expect([date, at, dueOn(daily(timeZone, at), date).at]).toEqual([
          date,
          at,
          firstReached(date, at, timeZone),
        ]);
      }
    }
  });
});

describe('periodOf', () => {
  it('puts periods end to end: each day belongs to exactly one scheduled run', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, after) => {
        const run = nextRun({ schedule }, after);
        const following = nextRun({ schedule }, run?.at ?? 0);
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
    [monthly({ nth: 2, weekday: 'tuesday' }), '2026-03-10', '2026-02-10'],
    [monthly({ nth: 'last', weekday: 'friday' }), '2026-03-27', '2026-02-27'],
    [monthly({ nth: 'last', weekday: 'friday' }), '2026-03-31', '2026-02-28'],
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
