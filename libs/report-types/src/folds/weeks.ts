/** The weeks of seven days that end with the period, for the charts: also for daily and monthly reports. */
import type { LocalDate } from '@rounds/contracts/period';
import { daysBetween } from './days.ts';
import type { StudyRow } from './study-row.ts';

export const MOST_WEEKS = 26;

/** Which week a day falls in, counted back from `end`; a cut has few distinct days, so each is computed once. */
export const weekIndex = (end: LocalDate) => {
  const known = new Map<LocalDate, number>();
  return (day: LocalDate): number => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const index = Math.floor((daysBetween(day, end) - 1) / 7);
    known.set(day, index);
    return index;
  };
};

/** Subjects by the day on which they first count. */
export const foldFirstDays = () => {
  const days = new Map<string, LocalDate>();
  return {
    add: ({ subject, day }: StudyRow) => {
      const before = days.get(subject);
      if (before === undefined || day < before) days.set(subject, day);
    },
    before: (end: LocalDate): number => [...days.values()].filter((day) => day < end).length,
  };
};
