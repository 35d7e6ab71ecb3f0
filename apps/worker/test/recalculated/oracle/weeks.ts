/** The weeks of a chart. */
import { sorted, type Period } from './seen.ts';
import { plusDays } from './values.ts';

/** "The weeks of seven days that end with the period, at most 26, from the first with a row". @param days of these rows */
export const weeksOf = (days: readonly string[], end: string): Period[] => {
  const all = Array.from({ length: 26 }, (_, index) => {
    const weekEnd = plusDays(end, -7 * (25 - index));
    return { start: plusDays(weekEnd, -7), end: weekEnd };
  });
  const first = sorted(days)[0] ?? plusDays(end, -1);
  return all.filter((week) => week.end === end || week.end > first);
};
