/** Days without clocks: `2026-12-07`. */
import { fromDate, parseDate, toCalendarDate } from '@internationalized/date';

/** The local day at an instant. */
export const dayIn = (timeZone: string, at: Date): string =>
  toCalendarDate(fromDate(at, timeZone)).toString();

export const plusDays = (day: string, days: number): string => parseDate(day).add({ days }).toString();

interface Period {
  readonly start: string;
  /** The first day after it. */
  readonly end: string;
}

/** Days that follow each other as one. @param days in their order */
export const periodsOf = (days: readonly string[]): Period[] =>
  days.reduce<Period[]>((periods, day) => {
    const last = periods.at(-1);
    return last?.end === day
      ? [...periods.slice(0, -1), { start: last.start, end: plusDays(day, 1) }]
      : [...periods, { start: day, end: plusDays(day, 1) }];
  }, []);
