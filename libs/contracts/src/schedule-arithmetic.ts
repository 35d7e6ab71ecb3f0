/**
 * When runs are due, and which local days each covers. For plain Node only: workflows get these answers from
 * local activities, so that the moment recorded in a history stands whatever a later time-zone database says.
 */
import { Temporal } from 'temporal-polyfill';
import type { NextRun, RunToMake } from './activities.ts';
import type { LocalDate, Period } from './period.ts';
import { WEEKDAYS, type Schedule } from './schedule.ts';

type Monthly = Extract<Schedule, { every: 'month' }>;

/** A run that starts this late is still on time: a restart at the due minute must not count as a missed run. */
export const ON_TIME_WITHIN_MS = 60 * 60 * 1000;

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
  const moment = momentOf(schedule, Temporal.PlainDate.from(due));
  return {
    due,
    at: moment.epochMilliseconds,
    local: moment.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    period: periodOf(schedule, due),
  };
};

/** The run that would have been due on the local day of `now` (epoch ms): what a run asked for by hand covers. */
export const runNowPlan = (schedule: Schedule, now: number): NextRun =>
  dueOn(schedule, localDateAt(now, schedule.timeZone));

/**
 * The first run due after an instant (epoch ms).
 *
 * @param until last local day on which a run may be due
 * @returns null when that day is passed
 */
export const nextRun = (schedule: Schedule, after: number, until?: LocalDate): NextRun | null => {
  for (const run of runsAfter(schedule, after)) return isWithin(run, until) ? run : null;
  return null;
};

/** The next `count` due moments after an instant (epoch ms), fewer when `until` comes first: ISO 8601 with offset. */
export const nextRuns = (schedule: Schedule, after: number, count: number, until?: LocalDate): string[] => {
  const moments: string[] = [];
  if (count < 1) return moments;
  for (const run of runsAfter(schedule, after)) {
    if (!isWithin(run, until)) break;
    if (moments.push(run.local) === count) break;
  }
  return moments;
};

/**
 * The run to make next: the first that is due after `after`, unless some were missed, which is to say that
 * their moment passed more than ON_TIME_WITHIN_MS ago. Then `catchUp` decides: `all` makes each in its order,
 * `latest` only the newest that is due, `skip` none of the missed.
 *
 * @returns null when no run is left before `until` ends
 */
export const runToMake = ({ schedule, after, now, catchUp, until }: RunToMake): NextRun | null => {
  let chosen: NextRun | null = null;
  for (const run of runsAfter(schedule, after)) {
    if (!isWithin(run, until)) break;
    const missed = run.at <= now - ON_TIME_WITHIN_MS;
    if (!missed || catchUp === 'all') return run.at > now && chosen !== null ? chosen : run;
    if (catchUp === 'latest') chosen = run;
  }
  return chosen;
};

const isWithin = (run: NextRun, until: LocalDate | undefined): boolean =>
  until === undefined || run.due <= until;

/** Every run due after an instant, in order, without end. */
function* runsAfter(schedule: Schedule, after: number): Generator<NextRun, void> {
  let day = firstDueFrom(schedule, zonedAt(after, schedule.timeZone).toPlainDate());
  for (;;) {
    if (momentOf(schedule, day).epochMilliseconds > after) yield dueOn(schedule, day.toString());
    day = firstDueFrom(schedule, day.add({ days: 1 }));
  }
}

const zonedAt = (epochMs: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);

/** The earliest due day that is not before `from`. */
const firstDueFrom = (schedule: Schedule, from: Temporal.PlainDate): Temporal.PlainDate => {
  switch (schedule.every) {
    case 'day':
      return from;
    case 'week': {
      const weekday = WEEKDAYS.indexOf(schedule.on) + 1;
      return from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
    }
    case 'month': {
      const inThisMonth = dueInMonth(schedule, from);
      return Temporal.PlainDate.compare(inThisMonth, from) >= 0
        ? inThisMonth
        : dueInMonth(schedule, from.with({ day: 1 }).add({ months: 1 }));
    }
  }
};

/** A month shorter than the day asked for is due on its last day. */
const dueInMonth = ({ on }: Monthly, month: Temporal.PlainDate): Temporal.PlainDate =>
  month.with({ day: on === 'last' ? month.daysInMonth : on }, { overflow: 'constrain' });

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

/** Local time to instant: the first of two in an overlap, the end of the gap where the clock skips it. */
const momentOf = ({ at, timeZone }: Schedule, day: Temporal.PlainDate): Temporal.ZonedDateTime => {
  const wanted = day.toPlainDateTime(at);
  const earlier = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wanted)) return earlier;
  return earlier.getTimeZoneTransition('next') ?? earlier;
};
