/** The weeks that end with the period: one point each, for the charts. */
import type { LocalDate } from '@rounds/contracts/period';
import { addDays } from '../../folds/days.ts';
import type { Fold } from '../../folds/fold.ts';
import { isLiverKnown, liverResult } from '../../folds/liver.ts';
import { MOST_WEEKS, weekIndex } from '../../folds/weeks.ts';
import type { Death } from '../../folds/deaths.ts';
import type { SafetyWeek } from '../dataset.ts';
import { gravityOf, isKnown, type Judging } from './events.ts';

type Counts = Record<'events' | 'serious' | 'severe' | 'notable' | 'liverResults', number>;

const none = (): Counts => ({ events: 0, serious: 0, severe: 0, notable: 0, liverResults: 0 });

/** Weeks without their deaths, oldest first, from the first with a row of DM, AE or LB. Reads rows to date only. */
export const foldWeeks = (end: LocalDate, judging: Judging): Fold<readonly Omit<SafetyWeek, 'deaths'>[]> => {
  const indexOf = weekIndex(end);
  const weeks = Array.from({ length: MOST_WEEKS }, none);
  const notKnown = {
    ...(['serious', 'severe', 'notable'] as const).reduce(
      (all, kind) => (isKnown(kind, judging.known) ? all : { ...all, [kind]: null }),
      {},
    ),
    ...(isLiverKnown(judging.known) ? {} : { liverResults: null }),
  };
  let oldest = 0;
  /** Of a day before the first week shown, counts that nobody reads. */
  const at = (day: LocalDate): Counts => {
    const index = indexOf(day);
    oldest = Math.max(oldest, index);
    return weeks[index] ?? none();
  };
  return {
    on: {
      DM: ({ day }) => {
        if (day !== null && day < end) at(day);
      },
      AE: ({ day, row }) => {
        const [week, gravity] = [at(day), gravityOf(row, judging)];
        week.events += 1;
        if (gravity.serious) week.serious += 1;
        if (gravity.severe) week.severe += 1;
        if (gravity.notable) week.notable += 1;
      },
      LB: ({ day, row }) => {
        const week = at(day);
        if (liverResult(row, judging.known)?.met === true) week.liverResults += 1;
      },
    },
    result: () =>
      weeks
        .slice(0, oldest + 1)
        .map((counts, index) => {
          const weekEnd = addDays(end, -7 * index);
          return { start: addDays(weekEnd, -7), end: weekEnd, ...counts, ...notKnown };
        })
        .reverse(),
  };
};

export const withDeaths = (
  weeks: readonly Omit<SafetyWeek, 'deaths'>[],
  deaths: readonly Death[],
): SafetyWeek[] =>
  weeks.map((week) => ({
    ...week,
    deaths: deaths.filter(({ day }) => day !== null && week.start <= day && day < week.end).length,
  }));
