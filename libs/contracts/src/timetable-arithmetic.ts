/**
 * When the runs of a timetable are made: the schedule's due days, without those that are left out and with those
 * that are moved. For plain Node only, like schedule-arithmetic.ts. A run is known by its due day, so whatever
 * happens to its moment, its period and its id stay, and it is made once.
 */
import { DAY_MS } from './durations.ts';
import type { RunToMake } from './activities.ts';
import { holidayOn, isWorkingDay, type Holidays } from './holidays.ts';
import { ON_TIME_WITHIN_MS } from './lateness.ts';
import type { LocalDate } from './period.ts';
import { addDays, firstDueFrom, isDueDay, localDateAt, momentOf, periodOf } from './schedule-arithmetic.ts';
import type { Schedule } from './schedule.ts';
import type { RunException, Timetable, NextRun } from './timetable.ts';

/** No holiday season is longer; a run that finds no working day within it is left out. */
const MOST_SHIFT_DAYS = 31;
/** A timetable that leaves out everything must not be searched for ever. */
const HORIZON_DAYS = 5 * 366;

/**
 * Runs that are moved are made some milliseconds after the minute they are moved to, so that no two runs ever share a
 * moment: "dealt with up to here" would lose one of them. The milliseconds depend on the due day alone, so that moving
 * another run does not change them. Those that holidays bring together keep the order of their due days; those that
 * people moved come after them, within the second.
 */
const AFTER_HOLIDAYS_MS = MOST_SHIFT_DAYS + 1;
const MOST_AFTER_MOVE_MS = 900;

/** The first run made after an instant (epoch ms); null when none is left. */
export const nextRun = (timetable: Timetable, after: number): NextRun | null => {
  for (const run of runsAfter(timetable, after)) return run;
  return null;
};

/** The next `count` runs made after an instant (epoch ms), fewer when the end comes first. */
export const nextRuns = (timetable: Timetable, after: number, count: number): NextRun[] => {
  const runs: NextRun[] = [];
  if (count < 1) return runs;
  for (const run of runsAfter(timetable, after)) if (runs.push(run) === count) break;
  return runs;
};

/**
 * The run to make next: the first that is due after `after`, unless some were missed, which is to say that
 * their moment passed more than ON_TIME_WITHIN_MS ago. Then `catchUp` decides: `all` makes each in its order,
 * `latest` only the newest that is due, `skip` none of the missed.
 *
 * @returns null when no run is left
 */
export const runToMake = ({ after, now, catchUp, ...timetable }: RunToMake): NextRun | null => {
  let chosen: NextRun | null = null;
  for (const run of runsAfter(timetable, after)) {
    const missed = run.at <= now - ON_TIME_WITHIN_MS;
    if (!missed || catchUp === 'all') return run.at > now && chosen !== null ? chosen : run;
    if (catchUp === 'latest') chosen = run;
  }
  return chosen;
};

/** The run of one due day as the timetable has it; null when it is left out, or the schedule has none that day. */
export const runOn = (timetable: Timetable, due: LocalDate): NextRun | null => {
  const { schedule } = timetable;
  if (!isDueDay(schedule, due) || isOver(timetable, due) || isMade(timetable, due)) return null;
  const exception = timetable.exceptions?.find((each) => each.due === due);
  if (exception === undefined) return unmovedRun(timetable, due);
  return exception.to === null ? null : movedRun(timetable, exception);
};

/** A run that does not go as the schedule says, for people to see. */
export interface Deviation {
  readonly due: LocalDate;
  /** Where the schedule has it: ISO 8601 with offset. */
  readonly scheduledFor: string;
  /** When it is made instead; null: not at all. */
  readonly at: string | null;
  /** The holiday's name; null: somebody asked for it. */
  readonly holiday: string | null;
}

/**
 * Deviations that still matter after an instant (epoch ms): all that were asked for, and those by holidays up to
 * the last of `shown`. Runs that a snooze leaves out are not among them: its one date says it all.
 */
export const deviations = (timetable: Timetable, after: number, shown: readonly NextRun[]): Deviation[] => {
  const asked = (timetable.exceptions ?? []).filter(({ due }) => isDueDay(timetable.schedule, due));
  const found = [...asked.map(({ due }) => due), ...holidaysUntil(timetable, after, shown)];
  return [...new Set(found)]
    .filter((due) => !isOver(timetable, due) && !isMade(timetable, due))
    .map((due) => deviationOf(timetable, due))
    .filter(({ scheduledFor, at }) => Date.parse(at ?? scheduledFor) > after)
    .sort((a, b) => (a.due < b.due ? -1 : 1));
};

const deviationOf = (timetable: Timetable, due: LocalDate): Deviation => {
  const isAsked = timetable.exceptions?.some((each) => each.due === due) === true;
  const { holidays, schedule } = timetable;
  return {
    due,
    scheduledFor: momentOf(schedule.timeZone, scheduledTime(schedule, due)).local,
    at: runOn(timetable, due)?.local ?? null,
    holiday: isAsked || holidays === undefined ? null : holidayOn(holidays, due),
  };
};

const holidaysUntil = (timetable: Timetable, after: number, shown: readonly NextRun[]): LocalDate[] => {
  const { schedule, holidays, snoozedUntil = '' } = timetable;
  const last = shown
    .map(({ due }) => due)
    .sort()
    .at(-1);
  if (holidays === undefined || last === undefined) return [];
  const found: LocalDate[] = [];
  for (const due of dueDays(timetable, after)) {
    if (due > last) break;
    if (due >= snoozedUntil && isDueDay(schedule, due) && holidayOn(holidays, due) !== null) found.push(due);
  }
  return found;
};

/** Every run made after an instant, in the order of their moments. */
function* runsAfter(timetable: Timetable, after: number): Generator<NextRun, void> {
  const moved = movedRuns(timetable, after);
  for (const run of unmovedRuns(timetable, after)) {
    for (let first = moved[0]; first !== undefined && first.at < run.at; first = moved[0]) {
      moved.shift();
      yield first;
    }
    yield run;
  }
  yield* moved;
}

/** In the order of their moments: a holiday may move a run past the next one, which is on a weekend and no holiday. */
function* unmovedRuns(timetable: Timetable, after: number): Generator<NextRun, void> {
  const excepted = new Set([
    ...(timetable.made ?? []),
    ...(timetable.exceptions ?? []).map(({ due }) => due),
  ]);
  const waiting: NextRun[] = [];
  for (const due of dueDays(timetable, after)) {
    yield* waiting.splice(0, waiting.filter(({ at }) => at < earliestFrom(timetable, due)).length);
    const run = excepted.has(due) ? null : unmovedRun(timetable, due);
    if (run === null || run.at <= after) continue;
    if (timetable.holidays === undefined) yield run;
    else waiting.push(run);
    waiting.sort((a, b) => a.at - b.at);
  }
  yield* waiting;
}

/** Before this moment (epoch ms) no run is made that is due on the day or later. */
const earliestFrom = ({ holidays }: Timetable, due: LocalDate): number => {
  const brought = holidays?.policy === 'previous-working-day' ? MOST_SHIFT_DAYS : 0;
  // Nowhere does a day begin so long before it does in UTC.
  return Date.parse(due) - (brought + 1) * DAY_MS;
};

/** Due days whose run may be made after an instant: a holiday may have moved it over from a few days before. */
function* dueDays(timetable: Timetable, after: number): Generator<LocalDate, void> {
  const { schedule, holidays, snoozedUntil = '' } = timetable;
  const lookBack = holidays?.policy === 'next-working-day' ? MOST_SHIFT_DAYS : 0;
  const from = addDays(localDateAt(after, schedule.timeZone), -lookBack);
  const awake = snoozedUntil > from ? snoozedUntil : from;
  const horizon = addDays(awake, HORIZON_DAYS);
  let day = firstDueFrom(schedule, awake);
  while (day <= horizon && !isOver(timetable, day)) {
    yield day;
    day = firstDueFrom(schedule, addDays(day, 1));
  }
}

const isOver = ({ until, closedAt }: Timetable, due: LocalDate): boolean =>
  (until !== undefined && due > until) || (closedAt !== undefined && due > closedAt);

/** Whether the run of a due day was begun. */
export const isMade = ({ made }: Timetable, due: LocalDate): boolean => made?.includes(due) === true;

const unmovedRun = (timetable: Timetable, due: LocalDate): NextRun | null => {
  const { schedule, holidays, snoozedUntil = '' } = timetable;
  const made = holidays === undefined ? due : workingDay(holidays, due);
  if (made === null || due < snoozedUntil || made < snoozedUntil) return null;
  return runAt(schedule, due, scheduledTime(schedule, made), afterHolidays(holidays, due, made));
};

/** Of runs that are made on one day the earlier due comes first: the day's own is the last of them, or the first. */
const afterHolidays = (holidays: Holidays | undefined, due: LocalDate, made: LocalDate): number => {
  const waited = (Date.parse(made) - Date.parse(due)) / DAY_MS;
  return holidays?.policy === 'next-working-day' ? MOST_SHIFT_DAYS - waited : -waited;
};

/** The day itself unless it is a holiday; null: the run is left out. */
const workingDay = (holidays: Holidays, day: LocalDate): LocalDate | null => {
  if (holidayOn(holidays, day) === null) return day;
  if (holidays.policy === 'skip') return null;
  const step = holidays.policy === 'next-working-day' ? 1 : -1;
  for (let days = 1; days <= MOST_SHIFT_DAYS; days += 1) {
    const date = addDays(day, days * step);
    if (isWorkingDay(holidays, date)) return date;
  }
  return null;
};

const movedRuns = (timetable: Timetable, after: number): NextRun[] => {
  const { schedule, exceptions = [] } = timetable;
  if (exceptions.length === 0) return [];
  const today = localDateAt(after, schedule.timeZone);
  return exceptions
    .filter(({ due, to }) => to !== null && to >= today && !isOver(timetable, due) && isDueDay(schedule, due))
    .filter(({ due }) => !isMade(timetable, due))
    .map((exception) => movedRun(timetable, exception))
    .filter(({ at }) => at > after)
    .sort((a, b) => a.at - b.at);
};

const movedRun = ({ schedule }: Timetable, { due, to }: RunException): NextRun =>
  runAt(schedule, due, to ?? '', AFTER_HOLIDAYS_MS + ((Date.parse(due) / DAY_MS) % MOST_AFTER_MOVE_MS));

const scheduledTime = ({ at }: Schedule, date: LocalDate): string => `${date}T${at}`;

const runAt = (schedule: Schedule, due: LocalDate, time: string, after: number): NextRun => {
  const { at, local } = momentOf(schedule.timeZone, time);
  return { due, at: at + after, local, period: periodOf(schedule, due) };
};
