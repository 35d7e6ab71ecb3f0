/**
 * When a schedule's runs are due, and which local days each covers. For plain Node only: workflows get these
 * answers from local activities, so that the moment recorded in a history stands whatever a later time-zone
 * database says.
 */
import { DAY_MS } from './durations.ts';
import { Temporal } from 'temporal-polyfill';
import type { NextRun } from './timetable.ts';
import type { LocalDate, LocalDateTime, Period } from './period.ts';
import type { Schedule } from './schedule.ts';
import { WEEKDAYS, type Weekday } from './weekdays.ts';

type Monthly = Extract<Schedule, { every: 'month' }>;

/** The calendar day at an instant (epoch ms) in an IANA zone, or at an offset like +14:00. */
export const localDateAt = (epochMs: number, timeZone: string): LocalDate =>
  zonedAt(epochMs, timeZone).toPlainDate().toString();

/** Days have no clocks, so plain numbers do: a library of time would take most of the time that a plan takes. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Whether the schedule has a run on this local day. */
export const isDueDay = (schedule: Schedule, date: LocalDate): boolean =>
  firstDueFrom(schedule, date) === date;

/**
 * The whole local days, end exclusive, that a run due on `due` covers: from the previous due day. On a day
 * that is no due day of a monthly schedule: the month that ends there.
 */
export const periodOf = (schedule: Schedule, due: LocalDate): Period => ({
  start: previousDue(schedule, due),
  end: due,
});

/** The run of a local day, whether or not the schedule has one on that day. */
export const dueOn = (schedule: Schedule, due: LocalDate): NextRun => ({
  due,
  ...momentOf(schedule.timeZone, `${due}T${schedule.at}`),
  period: periodOf(schedule, due),
});

/** The run that would have been due on the local day of `now` (epoch ms): what a run asked for by hand covers. */
export const runNowPlan = (schedule: Schedule, now: number): NextRun =>
  dueOn(schedule, localDateAt(now, schedule.timeZone));

/** An instant (epoch ms) on the clock of a zone: ISO 8601 with offset. */
export const writtenIn = (epochMs: number, timeZone: string): string => written(zonedAt(epochMs, timeZone));

const written = (moment: Temporal.ZonedDateTime): string =>
  moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });

const zonedAt = (epochMs: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);

/** The earliest due day that is not before `from`. */
export const firstDueFrom = (schedule: Schedule, from: LocalDate): LocalDate => {
  switch (schedule.every) {
    case 'day':
      return from;
    case 'week':
      return onOrAfter(schedule.on, from);
    case 'month': {
      const inThisMonth = dueInMonth(schedule, from);
      return inThisMonth >= from ? inThisMonth : dueInMonth(schedule, monthFrom(from, 1));
    }
  }
};

/** The first day of the month so many months later. */
const monthFrom = (date: LocalDate, months: number): LocalDate => {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
};

const lastOfMonth = (date: LocalDate): LocalDate => addDays(monthFrom(date, 1), -1);

/** A month that is shorter has its last day instead. */
const dayInMonth = (month: LocalDate, day: number): LocalDate => {
  const last = lastOfMonth(month);
  return day >= Number(last.slice(8)) ? last : `${month.slice(0, 8)}${String(day).padStart(2, '0')}`;
};

const dueInMonth = ({ on }: Monthly, month: LocalDate): LocalDate => {
  if (typeof on !== 'object') return on === 'last' ? lastOfMonth(month) : dayInMonth(month, on);
  const { nth, weekday } = on;
  return onOrAfter(
    weekday,
    nth === 'last' ? addDays(lastOfMonth(month), -6) : dayInMonth(month, 7 * nth - 6),
  );
};

const onOrAfter = (weekday: Weekday, date: LocalDate): LocalDate =>
  addDays(date, (WEEKDAYS.indexOf(weekday) + 1 - new Date(date).getUTCDay() + 7) % 7);

const previousDue = (schedule: Schedule, due: LocalDate): LocalDate => {
  switch (schedule.every) {
    case 'day':
      return addDays(due, -1);
    case 'week':
      return addDays(due, -7);
    case 'month': {
      const monthBefore = dayInMonth(monthFrom(due, -1), Number(due.slice(8)));
      return isDueDay(schedule, due) ? dueInMonth(schedule, monthBefore) : monthBefore;
    }
  }
};

type Moment = Pick<NextRun, 'at' | 'local'>;

/** Many subscriptions share their moments, and each plan asks for the same ones again. */
const moments = new Map<string, Moment>();
const MOST_MOMENTS = 20_000;

/**
 * Local time (`2026-11-23T08:00`) to instant: the first of two in an overlap, the end of the gap where the clock
 * skips it.
 */
export const momentOf = (timeZone: string, localTime: LocalDateTime): Moment => {
  const key = `${timeZone} ${localTime}`;
  const known = moments.get(key);
  if (known !== undefined) return known;
  const found = zonedOf(timeZone, localTime);
  const moment = { at: found.epochMilliseconds, local: written(found) };
  if (moments.size >= MOST_MOMENTS) moments.clear();
  moments.set(key, moment);
  return moment;
};

const zonedOf = (timeZone: string, localTime: LocalDateTime): Temporal.ZonedDateTime => {
  const wanted = Temporal.PlainDateTime.from(localTime);
  const earlier = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wanted)) return earlier;
  return earlier.getTimeZoneTransition('next') ?? earlier;
};
