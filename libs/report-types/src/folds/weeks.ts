/** The weeks of seven days that end with the period, for the charts: also for daily and monthly reports. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { addDays, daysBetween } from './days.ts';
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

/** A tally for each week that is shown, and one for all days before. */
export const tallyWeeks = <Tally>(end: LocalDate, make: () => Tally) => {
  const indexOf = weekIndex(end);
  const weeks = Array.from({ length: MOST_WEEKS }, make);
  const earlier = make();
  let oldest = 0;
  return {
    earlier,
    of: (day: LocalDate): Tally => {
      const index = indexOf(day);
      oldest = Math.max(oldest, index);
      return weeks[index] ?? earlier;
    },
    /** Oldest first, from the first that a day was of; one at least. */
    result: <Point>(show: (tally: Tally, week: Period) => Point): Point[] =>
      weeks
        .slice(0, oldest + 1)
        .map((tally, index) => ({ tally, last: addDays(end, -7 * index) }))
        .reverse()
        .map(({ tally, last }) => show(tally, { start: addDays(last, -7), end: last })),
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
