/** Small. Ten years in twenty zones, each run against the independent calculation of testing/almanac.ts. */
import { holidayOn } from './holidays.ts';
import type { Schedule } from './schedule.ts';
import { clockOf, daysLater, dueDays, germanHolidays, reached, workingDay } from './testing/almanac.ts';
import type { RunException, Timetable } from './timetable.ts';
import { nextRun, nextRuns } from './timetable-arithmetic.ts';

const FROM = '2018-01-01';
const TO = '2028-01-01';
const [START, END] = [Date.parse(FROM), Date.parse(TO)];
const DAY = 24 * 60 * 60 * 1000;

/**
 * Shifts at midnight (Tehran, Havana, Santiago, São Paulo, Cairo, Amman), of half an hour (Lord Howe), of two hours
 * (Troll), against the sun (Casablanca), given up or taken up meanwhile (Nuuk, Volgograd, Pyongyang, Juba, Apia),
 * on offsets of quarters and halves (Chatham, Kathmandu, St Johns, Kolkata), the common ones, and none.
 */
const ZONES = [
  ...['Asia/Tehran', 'America/Havana', 'America/Santiago', 'America/Sao_Paulo', 'Africa/Cairo', 'Asia/Amman'],
  ...['Australia/Lord_Howe', 'Antarctica/Troll', 'Africa/Casablanca'],
  ...['America/Nuuk', 'Europe/Volgograd', 'Asia/Pyongyang', 'Africa/Juba', 'Pacific/Apia'],
  ...['Pacific/Chatham', 'Asia/Kathmandu', 'America/St_Johns'],
  ...['Europe/Berlin', 'America/New_York', 'UTC'],
];

const clocks = new Map(ZONES.map((zone) => [zone, clockOf(zone, START - 60 * DAY, END + 60 * DAY)]));

/** Due day, second and period of a run. */
type Row = readonly [string, number, string];

/** All runs, page by page as the API asks for them. */
const calculated = (timetable: Timetable): Row[] => {
  const rows: Row[] = [];
  for (let after = START - 1; ;) {
    const page = nextRuns(timetable, after, 50);
    for (const { due, at, period } of page) {
      if (at >= END) return rows;
      rows.push([due, Math.floor(at / 1000), `${period.start}/${period.end}`]);
    }
    after = page.at(-1)?.at ?? END;
  }
};

/** All runs, one after the other as the workflow asks for them. */
const walked = (timetable: Timetable): Row[] => {
  const rows: Row[] = [];
  for (
    let run = nextRun(timetable, START - 1);
    run !== null && run.at < END;
    run = nextRun(timetable, run.at)
  )
    rows.push([run.due, Math.floor(run.at / 1000), `${run.period.start}/${run.period.end}`]);
  return rows;
};

/** The same by the almanac; `madeOn` says on which local day or at which local time a due day's run is made. */
const expected = (schedule: Schedule, madeOn: (due: string) => string | null = (due) => due): Row[] => {
  const clock = clocks.get(schedule.timeZone) ?? [];
  const days = dueDays(schedule, daysLater(FROM, -62), daysLater(TO, 62));
  const rows = days.slice(1).flatMap((due, index): Row[] => {
    const made = madeOn(due);
    if (made === null) return [];
    const at = reached(clock, made.length === 10 ? `${made}T${schedule.at}` : made);
    return at < START || at >= END ? [] : [[due, at / 1000, `${days[index] ?? ''}/${due}`]];
  });
  return rows.sort(([, a], [, b]) => a - b);
};

/** The first, second, third or fourth of a weekday, each in a quarter of the zones. */
const nthOf = (timeZone: string) => ([1, 2, 3, 4] as const)[ZONES.indexOf(timeZone) % 4] ?? 1;

const rhythms = (timeZone: string): Schedule[] => [
  { every: 'week', on: 'sunday', at: '02:00', timeZone },
  { every: 'week', on: 'friday', at: '23:59', timeZone },
  { every: 'month', on: 1, at: '00:30', timeZone },
  { every: 'month', on: 31, at: '08:00', timeZone },
  { every: 'month', on: 'last', at: '23:45', timeZone },
  { every: 'month', on: { nth: nthOf(timeZone), weekday: 'sunday' }, at: '01:15', timeZone },
  { every: 'month', on: { nth: 'last', weekday: 'sunday' }, at: '01:15', timeZone },
];

describe.each(ZONES)('ten years in %s', (timeZone) => {
  it('have each run on its moment, once, with its period', () => {
    for (const schedule of rhythms(timeZone)) {
      const rows = expected(schedule);
      expect(rows.length).toBeGreaterThanOrEqual(schedule.every === 'month' ? 119 : 520);
      expect(calculated({ schedule })).toEqual(rows);
      if (schedule.every === 'month' && schedule.on === 31) expect(walked({ schedule })).toEqual(rows);
    }
  });

  it('have a daily run on its moment around each change of the clock', () => {
    for (const at of ['00:00', '00:30', '02:00', '02:30', '03:00', '23:45']) {
      const schedule: Schedule = { every: 'day', at, timeZone };
      const rows = new Map(expected(schedule).map((row) => [row[0], row]));
      for (const { from } of clocks.get(timeZone)?.filter(({ from }) => from > START && from < END) ?? []) {
        const page = nextRuns({ schedule }, from - 2 * DAY, 4);
        expect(page.map(({ due, at: ms }) => [due, ms / 1000])).toEqual(
          page.map(({ due }) => rows.get(due)?.slice(0, 2)),
        );
      }
    }
  });

  it('keep skips and moves', () => {
    for (const schedule of rhythms(timeZone).filter((_, index) => [0, 3, 5].includes(index))) {
      const exceptions = someWishes(schedule);
      const wishes = new Map(exceptions.map(({ due, to }) => [due, to]));
      const madeOn = (due: string) => (wishes.has(due) ? (wishes.get(due) ?? null) : due);
      const rows = expected(schedule, madeOn);
      expect(calculated({ schedule, exceptions })).toEqual(rows);
      if (schedule.every === 'month' && schedule.on === 'last')
        expect(walked({ schedule, exceptions })).toEqual(rows);
      expect(rows).not.toEqual(expected(schedule));
    }
  });

  it.each(['skip', 'next-working-day', 'previous-working-day'] as const)('keep holidays: %s', (policy) => {
    const on =
      (['monday', 'thursday', 'friday', 'saturday'] as const)[ZONES.indexOf(timeZone) % 4] ?? 'friday';
    const schedule: Schedule = { every: 'week', on, at: '02:15', timeZone };
    const madeOn = (due: string) => {
      if (!HOLIDAYS.has(due)) return due;
      return policy === 'skip' ? null : workingDay(due, policy === 'next-working-day' ? 1 : -1, HOLIDAYS);
    };
    const rows = expected(schedule, madeOn);
    expect(calculated({ schedule, holidays: { country: 'DE', policy } })).toEqual(rows);
    expect(rows).not.toEqual(expected(schedule));
  });
});

it('knows the holidays of ten years, no more and no fewer', () => {
  const holidays = { country: 'DE', policy: 'skip' } as const;
  for (let day = FROM; day < TO; day = daysLater(day, 1))
    expect([day, holidayOn(holidays, day) !== null]).toEqual([day, HOLIDAYS.has(day)]);
});

const YEARS = Array.from({ length: 12 }, (_, index) => 2017 + index);
const HOLIDAYS: ReadonlySet<string> = new Set(YEARS.flatMap((year) => germanHolidays(year)));

/** Some runs of the schedule left out, some moved by up to three weeks to any minute: gaps and overlaps among them. */
const someWishes = (schedule: Schedule): RunException[] => {
  const random = randomOf(`${schedule.timeZone} ${JSON.stringify(schedule)}`);
  const days = dueDays(schedule, daysLater(FROM, 31), daysLater(TO, -31));
  return Array.from({ length: 24 }, (_, index) => {
    const due = days[Math.floor(((index + random() / 2) / 24) * days.length)] ?? '';
    if (index % 3 === 0) return { due, to: null };
    const minutes = Math.floor(random() * 240);
    const time = `0${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
    return { due, to: `${daysLater(due, Math.floor(random() * 43) - 21)}T${time}` };
  });
};

/** The same numbers for the same name in each run of the tests. */
const randomOf = (name: string): (() => number) => {
  let state = Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
