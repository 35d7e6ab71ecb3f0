/** The weeks of seven days that end with the period, for the charts: also for daily and monthly reports. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { addDays, daysBetween, periodBefore } from './days.ts';
import { keepBest } from './kept.ts';
import type { StudyRow } from './study-row.ts';

export const MOST_WEEKS = 26;

/** From which day on a report of the period, or of the one before, asks when a row was: the first of what it shows by week. */
export const windowsStart = (period: Period): LocalDate => {
  const [before, weeks] = [periodBefore(period).start, addDays(period.end, -7 * MOST_WEEKS)];
  return before < weeks ? before : weeks;
};

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

/** A tally for each week that is shown, and one for all days before: of those, the oldest day alone is kept. */
export const tallyWeeks = <Tally>(end: LocalDate, make: () => Tally) => {
  const indexOf = weekIndex(end);
  const weeks = Array.from({ length: MOST_WEEKS }, make);
  const earlier = make();
  let oldest = 0;
  let oldestDay: LocalDate | null = null;
  const of = (day: LocalDate): Tally => {
    const index = indexOf(day);
    oldest = Math.max(oldest, index);
    if (oldestDay === null || day < oldestDay) oldestDay = day;
    return weeks[index] ?? earlier;
  };
  return {
    earlier,
    of,
    save: () => oldestDay,
    absorb: (saved: unknown): void => {
      if (saved !== null) of(saved as LocalDate);
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
  const days = keepBest<LocalDate>((day, over) => day < over);
  return {
    add: ({ subject, day }: StudyRow): void => {
      days.add(subject, day);
    },
    before: (end: LocalDate): number => [...days.best.values()].filter((day) => day < end).length,
    save: days.save,
    absorb: days.absorb,
  };
};
