/** The weeks of a month, as the reader's calendar has them. */
import { endOfMonth, endOfWeek, parseDate, startOfWeek } from '@internationalized/date';
import { plusDays } from '../../model/day.ts';

const MONTH_LENGTH = 'yyyy-mm'.length;
const DAYS_OF_WEEK = 7;
const MONDAY = '2024-01-01';

export const monthOf = (day: string): string => day.slice(0, MONTH_LENGTH);

export const plusMonths = (month: string, months: number): string =>
  monthOf(parseDate(`${month}-01`).add({ months }).toString());

/** Whole weeks: the days before and behind the month are of others. @param month `2026-12` */
export const weeksOf = (month: string, locale: string): string[][] => {
  const first = parseDate(`${month}-01`);
  const end = endOfWeek(endOfMonth(first), locale).toString();
  const weeks: string[][] = [];
  for (let day = startOfWeek(first, locale).toString(); day <= end; day = plusDays(day, DAYS_OF_WEEK)) {
    const monday = day;
    weeks.push(Array.from({ length: DAYS_OF_WEEK }, (_, index) => plusDays(monday, index)));
  }
  return weeks;
};

/** Weekdays in the order of the reader's week; 0 is Monday. */
export const weekdaysOf = (locale: string): number[] => {
  const first = startOfWeek(parseDate(MONDAY), locale).compare(parseDate(MONDAY)) + DAYS_OF_WEEK;
  return Array.from({ length: DAYS_OF_WEEK }, (_, index) => (first + index) % DAYS_OF_WEEK);
};
