/**
 * When a schedule's runs are due, and which local days each covers. For plain Node only: workflows get these
 * answers from local activities, so that the moment recorded in a history stands whatever a later time-zone
 * database says.
 */
import { Temporal } from 'temporal-polyfill';
import type { NextRun } from './activities.ts';
import type { LocalDate, Period } from './period.ts';
import { WEEKDAYS, type Schedule, type Weekday } from './schedule.ts';

type Monthly = Extract<Schedule, { every: 'month' }>;

/** The calendar day at an instant (epoch ms) in an IANA zone. */
export const localDateAt = (epochMs: number, timeZone: string): LocalDate =>
  zonedAt(epochMs, timeZone).toPlainDate().toString();

/** Whether the schedule has a run on this local day. */
export const isDueDay = (schedule: Schedule, date: LocalDate): boolean =>
  firstDueFrom(schedule, Temporal.PlainDate.from(date)).toString() === date;

/**
 * The whole local days, end exclusive, that a run due on `due` covers: from the previous due day. On a day
 * that is no due day of a monthly schedule: the month that ends there.
 */
export const periodOf = (schedule: Schedule, due: LocalDate): Period => ({
  start: previousDue(schedule, due).toString(),
  end: due,
});

/** The run of a local day, whether or not the schedule has one on that day. */
export const dueOn = (schedule: Schedule, due: LocalDate): NextRun => {
  const moment = momentOf(schedule.timeZone, `${due}T${schedule.at}`);
  return {
    due,
    at: moment.epochMilliseconds,
    local: written(moment),
    period: periodOf(schedule, due),
  };
};

/** The run that would have been due on the local day of `now` (epoch ms): what a run asked for by hand covers. */
export const runNowPlan = (schedule: Schedule, now: number): NextRun =>
  dueOn(schedule, localDateAt(now, schedule.timeZone));

/** An instant (epoch ms) on the clock of a zone: ISO 8601 with offset. */
export const writtenIn = (epochMs: number, timeZone: string): string => written(zonedAt(epochMs, timeZone));

export const written = (moment: Temporal.ZonedDateTime): string =>
  moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });

const zonedAt = (epochMs: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);

/** The earliest due day that is not before `from`. */
export const firstDueFrom = (schedule: Schedule, from: Temporal.PlainDate): Temporal.PlainDate => {
  switch (schedule.every) {
    case 'day':
      return from;
    case 'week':
      return from.add({ days: (isoWeekday(schedule.on) - from.dayOfWeek + 7) % 7 });
    case 'month': {
      const inThisMonth = dueInMonth(schedule, from);
      return Temporal.PlainDate.compare(inThisMonth, from) >= 0
        ? inThisMonth
        : dueInMonth(schedule, from.with({ day: 1 }).add({ months: 1 }));
    }
  }
};

const dueInMonth = ({ on }: Monthly, month: Temporal.PlainDate): Temporal.PlainDate => {
  if (typeof on === 'object') return nthWeekday(month, on);
  // A month shorter than the day asked for is due on its last day.
  return month.with({ day: on === 'last' ? month.daysInMonth : on }, { overflow: 'constrain' });
};

type NthWeekday = Extract<Monthly['on'], object>;

const nthWeekday = (month: Temporal.PlainDate, { nth, weekday }: NthWeekday): Temporal.PlainDate => {
  const first = month.with({ day: nth === 'last' ? month.daysInMonth - 6 : 7 * nth - 6 });
  return first.add({ days: (isoWeekday(weekday) - first.dayOfWeek + 7) % 7 });
};

const isoWeekday = (weekday: Weekday): number => WEEKDAYS.indexOf(weekday) + 1;

const previousDue = (schedule: Schedule, due: LocalDate): Temporal.PlainDate => {
  const day = Temporal.PlainDate.from(due);
  switch (schedule.every) {
    case 'day':
      return day.subtract({ days: 1 });
    case 'week':
      return day.subtract({ days: 7 });
    case 'month': {
      const monthBefore = day.subtract({ months: 1 });
      return isDueDay(schedule, due) ? dueInMonth(schedule, monthBefore) : monthBefore;
    }
  }
};

/**
 * Local time (`2026-11-23T08:00`) to instant: the first of two in an overlap, the end of the gap where the clock
 * skips it.
 */
export const momentOf = (timeZone: string, localTime: string): Temporal.ZonedDateTime => {
  const wanted = Temporal.PlainDateTime.from(localTime);
  const earlier = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wanted)) return earlier;
  return earlier.getTimeZoneTransition('next') ?? earlier;
};
