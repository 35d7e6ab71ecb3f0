/** Small. Moments are compared with a clock that is read through Intl; ten years of them in ten-years.spec.ts. */
import fc from 'fast-check';
import { holidayOn, holidays } from './holidays.ts';
import { ON_TIME_WITHIN_MS } from './lateness.ts';
import { isDueDay } from './schedule-arithmetic.ts';
import {
  anyInstant,
  anySchedule,
  daily,
  dateOf,
  daysAfter,
  firstReached,
  monthly,
  ms,
  weekly,
} from './testing/wall-clock.ts';
import type { Timetable } from './timetable.ts';
import { deviations, nextRun, nextRuns, runToMake } from './timetable-arithmetic.ts';

const localsOf = (timetable: Timetable, after: string, count: number): string[] =>
  nextRuns(timetable, ms(after), count).map(({ local }) => local);
const duesOf = (timetable: Timetable, after: string, count: number): string[] =>
  nextRuns(timetable, ms(after), count).map(({ due }) => due);

/** As the workflow goes: from each run to the next. */
const walk = (timetable: Timetable, after: number, count: number): string[] => {
  const dues = [];
  for (let at = after; dues.length < count;) {
    const run = nextRun(timetable, at);
    if (run === null) break;
    dues.push(run.due);
    at = run.at;
  }
  return dues;
};

describe('nextRun', () => {
  it('leaves no due day out and makes none up', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, after) => {
        const next = nextRun({ schedule }, after);
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
    const first = nextRun({ schedule }, ms('2026-03-20T00:00Z'));
    expect(first?.local).toBe('2026-03-23T08:00:00+01:00');
    expect(nextRun({ schedule }, first?.at ?? 0)?.local).toBe('2026-03-30T08:00:00+02:00');
    expect(nextRun({ schedule }, (first?.at ?? 0) - 1)?.local).toBe('2026-03-23T08:00:00+01:00');
  });

  it('ends after the last local day, which is included', () => {
    const schedule = weekly('Asia/Kathmandu', '00:15');
    const before = ms('2026-01-01T00:00Z');
    expect(nextRun({ schedule, until: '2026-01-05' }, before)?.due).toBe('2026-01-05');
    expect(nextRun({ schedule, until: '2026-01-04' }, before)).toBeNull();
  });

  it.each([
    [31, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['last' as const, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    [29, ['2026-01-29', '2026-02-28', '2026-03-29', '2026-04-29']],
    [1, ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']],
    [{ nth: 1, weekday: 'thursday' } as const, ['2026-01-01', '2026-02-05', '2026-03-05', '2026-04-02']],
    [{ nth: 4, weekday: 'saturday' } as const, ['2026-01-24', '2026-02-28', '2026-03-28', '2026-04-25']],
    [{ nth: 'last', weekday: 'saturday' } as const, ['2026-01-31', '2026-02-28', '2026-03-28', '2026-04-25']],
  ])('on %j of each month, and on the last day of one that is too short', (on, expected) => {
    const moments = localsOf({ schedule: monthly(on) }, '2025-12-31T12:00Z', 4);
    expect(moments).toEqual(expected.map((date) => `${date}T08:00:00+00:00`));
  });

  it('knows leap days', () => {
    expect(nextRun({ schedule: monthly('last') }, ms('2028-02-10T00:00Z'))?.due).toBe('2028-02-29');
  });
});

describe('nextRuns', () => {
  it('gives instants with their offset over a change of the clock', () => {
    expect(localsOf({ schedule: weekly('Europe/Berlin', '08:00') }, '2026-10-13T00:00Z', 3)).toEqual([
      '2026-10-19T08:00:00+02:00',
      '2026-10-26T08:00:00+01:00',
      '2026-11-02T08:00:00+01:00',
    ]);
  });

  it('stops at the last day, and gives none when none is asked for', () => {
    const schedule = daily('UTC', '08:00');
    expect(nextRuns({ schedule, until: '2026-01-03' }, ms('2026-01-01T09:00Z'), 5)).toHaveLength(2);
    expect(nextRuns({ schedule }, ms('2026-01-01T09:00Z'), 0)).toEqual([]);
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

describe('wishes about single runs', () => {
  const schedule = weekly('Europe/Berlin', '08:00');
  const from = '2026-11-17T00:00Z';

  it('leave a run out, and only that one', () => {
    const exceptions = [{ due: '2026-11-30', to: null }];
    expect(duesOf({ schedule, exceptions }, from, 3)).toEqual(['2026-11-23', '2026-12-07', '2026-12-14']);
  });

  it('move a run, which keeps its due day and its period', () => {
    const exceptions = [{ due: '2026-11-30', to: '2026-12-02T17:30' }];
    const [, moved, third] = nextRuns({ schedule, exceptions }, ms(from), 3);
    expect(moved).toMatchObject({
      due: '2026-11-30',
      local: '2026-12-02T17:30:00+01:00',
      period: { start: '2026-11-23', end: '2026-11-30' },
    });
    expect(third?.due).toBe('2026-12-07');
  });

  it('are made in the order of their moments, also past a later run', () => {
    const exceptions = [
      { due: '2026-12-07', to: '2026-11-20T09:00' },
      { due: '2026-11-23', to: '2026-12-15T09:00' },
    ];
    expect(duesOf({ schedule, exceptions }, from, 4)).toEqual([
      '2026-12-07',
      '2026-11-30',
      '2026-12-14',
      '2026-11-23',
    ]);
  });

  it('never give two runs one moment, so that none is lost behind the other', () => {
    const exceptions = [
      { due: '2026-11-23', to: '2026-11-30T08:00' },
      { due: '2026-12-07', to: '2026-11-30T08:00' },
    ];
    const runs = nextRuns({ schedule, exceptions }, ms(from), 3);
    expect(runs.map(({ local }) => local)).toEqual(Array(3).fill('2026-11-30T08:00:00+01:00'));
    expect(runs.map(({ due }) => due)).toEqual(['2026-11-30', '2026-11-23', '2026-12-07']);
    expect(walk({ schedule, exceptions }, ms(from), 3)).toEqual(runs.map(({ due }) => due));
  });

  it('follow the clock’s gaps and overlaps', () => {
    const exceptions = [{ due: '2027-03-22', to: '2027-03-28T02:30' }];
    expect(localsOf({ schedule, exceptions }, '2027-03-20T00:00Z', 1)).toEqual(['2027-03-28T03:00:00+02:00']);
  });

  it('stand over snooze and holidays', () => {
    const exceptions = [{ due: '2026-12-21', to: '2026-12-25T12:00' }];
    const holidays = { country: 'DE', policy: 'skip' } as const;
    const timetable = { schedule, exceptions, holidays, snoozedUntil: '2027-01-01' };
    expect(localsOf(timetable, from, 2)).toEqual(['2026-12-25T12:00:00+01:00', '2027-01-04T08:00:00+01:00']);
  });

  it('of a day on which the schedule has no run do nothing', () => {
    const exceptions = [{ due: '2026-11-24', to: '2026-11-25T08:00' }];
    expect(duesOf({ schedule, exceptions }, from, 2)).toEqual(['2026-11-23', '2026-11-30']);
  });

  it('let a run that is due by the last day be made after it', () => {
    const exceptions = [{ due: '2026-11-23', to: '2026-11-27T08:00' }];
    expect(duesOf({ schedule, exceptions, until: '2026-11-25' }, from, 5)).toEqual(['2026-11-23']);
    expect(duesOf({ schedule, exceptions, closedAt: '2026-11-22' }, from, 5)).toEqual([]);
  });
});

describe('a snooze', () => {
  it('leaves out what is due before its day', () => {
    const schedule = weekly('Europe/Berlin', '08:00');
    expect(duesOf({ schedule, snoozedUntil: '2026-12-07' }, '2026-11-17T00:00Z', 2)).toEqual([
      '2026-12-07',
      '2026-12-14',
    ]);
  });
});

describe('holidays', () => {
  /** Christmas of 2026: Friday the 25th and Saturday the 26th. */
  const fridays = weekly('Europe/Berlin', '08:00', 'friday');
  const made = (policy: 'skip' | 'next-working-day' | 'previous-working-day', schedule = fridays) =>
    nextRuns({ schedule, holidays: { country: 'DE', policy } }, ms('2026-12-12T00:00Z'), 3).map(
      ({ due, local }) => [due, local.slice(0, 16)],
    );

  it('leave a run out', () => {
    expect(made('skip').map(([due]) => due)).toEqual(['2026-12-18', '2027-01-08', '2027-01-15']);
  });

  it('move it to the next working day, over the weekend', () => {
    expect(made('next-working-day')).toEqual([
      ['2026-12-18', '2026-12-18T08:00'],
      ['2026-12-25', '2026-12-28T08:00'],
      ['2027-01-01', '2027-01-04T08:00'],
    ]);
  });

  it('move it to the working day before', () => {
    expect(made('previous-working-day')).toEqual([
      ['2026-12-18', '2026-12-18T08:00'],
      ['2026-12-25', '2026-12-24T08:00'],
      ['2027-01-01', '2026-12-31T08:00'],
    ]);
  });

  it('are found when the run that one moved is the next', () => {
    const timetable = { schedule: fridays, holidays: { country: 'DE', policy: 'next-working-day' } as const };
    expect(nextRun(timetable, ms('2026-12-26T12:00Z'))).toMatchObject({
      due: '2026-12-25',
      local: '2026-12-28T08:00:00+01:00',
    });
  });

  it('of a country rest on that country’s weekend', () => {
    // The Day of Atonement of 2026 is Monday the 21st of September; in Israel people rest on Friday and Saturday.
    const schedule = weekly('Asia/Jerusalem', '08:00', 'monday');
    const previous = { country: 'IL', policy: 'previous-working-day' } as const;
    expect(localsOf({ schedule, holidays: previous }, '2026-09-15T00:00Z', 1)).toEqual([
      '2026-09-20T08:00:00+03:00',
    ]);
  });

  it('that last several days are passed over whole', () => {
    const schedule = weekly('Asia/Riyadh', '08:00', 'thursday');
    const holidays = { country: 'SA', policy: 'next-working-day' } as const;
    // Eid al-Fitr from Thursday the 19th of March 2026 to Sunday the 22nd.
    expect(localsOf({ schedule, holidays }, '2026-03-16T00:00Z', 1)).toEqual(['2026-03-23T08:00:00+03:00']);
  });

  it('may be a list of one’s own, also beside a country’s', () => {
    const holidays = { country: 'DE', dates: ['2026-12-28'], policy: 'next-working-day' } as const;
    expect(
      localsOf(
        { schedule: fridays, holidays: { ...holidays, dates: ['2026-12-28'] } },
        '2026-12-20T00:00Z',
        1,
      ),
    ).toEqual(['2026-12-29T08:00:00+01:00']);
  });

  it('that bring two runs to one day lose neither, and keep their order', () => {
    const dates = Array.from({ length: 9 }, (_, day) => daysAfter('2026-12-21', day));
    const timetable = (policy: 'next-working-day' | 'previous-working-day') => ({
      schedule: weekly('UTC', '08:00'),
      holidays: { dates, policy },
    });
    const walked = (policy: 'next-working-day' | 'previous-working-day') => {
      const dues: string[] = [];
      let after = ms('2026-12-15T00:00Z');
      for (
        let run = nextRun(timetable(policy), after);
        dues.length < 3;
        run = nextRun(timetable(policy), after)
      ) {
        dues.push(`${run?.due ?? ''} ${run?.local.slice(0, 10) ?? ''}`);
        after = run?.at ?? 0;
      }
      return dues;
    };
    expect(walked('next-working-day')).toEqual([
      '2026-12-21 2026-12-30',
      '2026-12-28 2026-12-30',
      '2027-01-04 2027-01-04',
    ]);
    expect(walked('previous-working-day')).toEqual([
      '2026-12-21 2026-12-18',
      '2026-12-28 2026-12-18',
      '2027-01-04 2027-01-04',
    ]);
  });

  it('without end leave nothing, and do not search for ever', () => {
    const dates = Array.from({ length: 400 }, (_, day) => daysAfter('2026-11-01', day));
    const timetable = {
      schedule: weekly('UTC', '08:00'),
      holidays: { dates, policy: 'next-working-day' as const },
    };
    expect(nextRun({ ...timetable, until: '2027-10-01' }, ms('2026-11-01T00:00Z'))).toBeNull();
  });

  it.each([
    [{ policy: 'skip' }, 'country'],
    [{ country: 'ZZ', policy: 'skip' }, 'country'],
    [{ country: 'DE', region: 'XX', policy: 'skip' }, 'region'],
    [{ region: 'BY', dates: ['2026-01-01'], policy: 'skip' }, 'region'],
    [{ country: 'DE', policy: 'maybe' }, 'policy'],
  ])('%j is refused by field', (wish, field) => {
    const { error } = holidays.safeParse(wish);
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('know regions and their parts', () => {
    const wish = (region: string) => ({ country: 'DE', region, policy: 'skip' }) as const;
    expect(holidays.safeParse(wish('BY-A')).success).toBe(true);
    expect(holidayOn(wish('BY'), '2026-01-06')).toBe('Epiphany');
    expect(holidayOn(wish('BE'), '2026-01-06')).toBeNull();
    expect(holidayOn(wish('BY-A'), '2026-08-08')).not.toBeNull();
    expect(holidayOn(wish('BY'), '2026-08-08')).toBeNull();
  });
});

describe('a day whose run was made', () => {
  const schedule = daily('Europe/Berlin', '08:00');
  const later = { schedule: { ...schedule, at: '17:00' }, made: ['2026-11-23'] };

  it('does not come again when the schedule moves to later that day', () => {
    expect(localsOf(later, '2026-11-23T09:00Z', 1)).toEqual(['2026-11-24T17:00:00+01:00']);
  });

  it('does not come again when somebody moves it, and is no deviation', () => {
    const timetable = { ...later, exceptions: [{ due: '2026-11-23', to: '2026-11-25T12:00' }] };
    const from = ms('2026-11-23T09:00Z');
    expect(duesOf(timetable, '2026-11-23T09:00Z', 2)).toEqual(['2026-11-24', '2026-11-25']);
    expect(deviations(timetable, from, nextRuns(timetable, from, 5))).toEqual([]);
  });
});

describe('deviations', () => {
  const schedule = weekly('Europe/Berlin', '08:00', 'friday');
  const shown = (more: Partial<Timetable>, after: string) => {
    const timetable = { schedule, ...more };
    return deviations(timetable, ms(after), nextRuns(timetable, ms(after), 5)).map(({ due, at, holiday }) => [
      due,
      at?.slice(0, 16) ?? null,
      holiday,
    ]);
  };

  it('tell what goes otherwise than the schedule says, and why', () => {
    const exceptions = [
      { due: '2026-12-04', to: null },
      { due: '2026-12-11', to: '2026-12-14T09:00' },
    ];
    const holidays = { country: 'DE', policy: 'next-working-day' } as const;
    expect(shown({ exceptions, holidays }, '2026-11-22T00:00Z')).toEqual([
      ['2026-12-04', null, null],
      ['2026-12-11', '2026-12-14T09:00', null],
      ['2026-12-25', '2026-12-28T08:00', 'Christmas Day'],
      ['2027-01-01', '2027-01-04T08:00', "New Year's Day"],
    ]);
  });

  it('are over when their moment is', () => {
    const exceptions = [
      { due: '2026-12-04', to: null },
      { due: '2026-12-11', to: '2026-12-14T09:00' },
    ];
    expect(shown({ exceptions }, '2026-12-12T00:00Z')).toEqual([['2026-12-11', '2026-12-14T09:00', null]]);
    expect(shown({ exceptions }, '2026-12-14T09:00Z')).toEqual([]);
  });
});
