/** Days without clocks: `2026-12-07`. */
import { fromDate, parseDate, toCalendarDate } from '@internationalized/date';

/** The local day at an instant. */
export const dayIn = (timeZone: string, at: Date): string =>
  toCalendarDate(fromDate(at, timeZone)).toString();

export const plusDays = (day: string, days: number): string => parseDate(day).add({ days }).toString();
