/**
 * When runs are due, calculated a second time: plain numbers and lists, a clock read through Intl, no Temporal, no
 * library and nothing of the arithmetic that it checks. Slow and simple on purpose.
 */
import type { Schedule } from '../schedule.ts';
import type { Weekday } from '../weekdays.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No clock is set twice within. */
const STEP = 12 * HOUR;
const WEEK: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** A local date or time as the number that it would be in UTC. */
const localMs = (text: string): number => Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
export const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

interface Stretch {
  readonly from: number;
  /** Milliseconds by which the wall clock is ahead of UTC. */
  readonly ahead: number;
}

/** The stretches of time through which a zone's clock runs on without being set. */
export const clockOf = (timeZone: string, from: number, to: number): Stretch[] => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const aheadAt = (ms: number): number => localMs(format.format(ms).replace(' ', 'T')) - ms;
  let before = aheadAt(from);
  const stretches: Stretch[] = [{ from, ahead: before }];
  for (let end = from + STEP; end < to; end += STEP) {
    if (aheadAt(end) === before) continue;
    // Clocks are set on the minute: the first one that shows the new distance, found by halving.
    let [low, high] = [end - STEP, end];
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (aheadAt(middle) === before) low = middle;
      else high = middle;
    }
    before = aheadAt(end);
    stretches.push({ from: high, ahead: before });
  }
  return stretches;
};

/** The first moment at which the wall clock shows the local time, or has jumped over it. */
export const reached = (clock: readonly Stretch[], localTime: string): number => {
  const wanted = localMs(localTime);
  for (const [index, { from, ahead }] of clock.entries()) {
    const end = clock[index + 1]?.from ?? Infinity;
    if (wanted - ahead < end) return Math.max(wanted - ahead, from);
  }
  throw new Error('the clock has an end');
};

const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** Whether a schedule has a run on a local day, by looking at the day alone. */
const isDue = (schedule: Schedule, ms: number): boolean => {
  const date = new Date(ms);
  const weekday = WEEK[date.getUTCDay()];
  const day = date.getUTCDate();
  const last = daysInMonth(date.getUTCFullYear(), date.getUTCMonth());
  switch (schedule.every) {
    case 'day':
      return true;
    case 'week':
      return weekday === schedule.on;
    case 'month': {
      const { on } = schedule;
      if (on === 'last') return day === last;
      if (typeof on === 'number') return day === Math.min(on, last);
      if (weekday !== on.weekday) return false;
      return on.nth === 'last' ? day > last - 7 : day > 7 * (on.nth - 1) && day <= 7 * on.nth;
    }
  }
};

/** Every due day of a stretch of the calendar; `to` is not part of it. */
export const dueDays = (schedule: Schedule, from: string, to: string): string[] => {
  const days: string[] = [];
  for (let ms = localMs(from); ms < localMs(to); ms += DAY) if (isDue(schedule, ms)) days.push(dateOf(ms));
  return days;
};

/** Easter Sunday of the Gregorian calendar, by Meeus. */
const easter = (year: number): number => {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
};

/** Public holidays of all Germany since 2018: nine each year. */
export const germanHolidays = (year: number): string[] => {
  const sunday = easter(year);
  const movable = [-2, 1, 39, 50].map((days) => dateOf(sunday + days * DAY));
  return [`${year}-01-01`, `${year}-05-01`, `${year}-10-03`, `${year}-12-25`, `${year}-12-26`, ...movable];
};

/** The nearest day, in steps of one forwards or back, that is neither a weekend nor in the list. */
export const workingDay = (date: string, step: 1 | -1, holidays: ReadonlySet<string>): string => {
  let ms = localMs(date);
  do ms += step * DAY;
  while (holidays.has(dateOf(ms)) || [0, 6].includes(new Date(ms).getUTCDay()));
  return dateOf(ms);
};

export const daysLater = (date: string, days: number): string => dateOf(localMs(date) + days * DAY);
