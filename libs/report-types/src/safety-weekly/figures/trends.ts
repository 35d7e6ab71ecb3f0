/** The weeks that end with the period: one point each, for the charts. */
import type { LocalDate } from '@rounds/contracts/period';
import type { Fold } from '../../folds/fold.ts';
import { isLiverKnown, liverResult } from '../../folds/liver.ts';
import { tallyWeeks } from '../../folds/weeks.ts';
import type { Death } from '../../folds/deaths.ts';
import type { SafetyWeek } from '../dataset.ts';
import { gravityOf, isKnown, type Judging } from './events.ts';

type Counts = Record<'events' | 'serious' | 'severe' | 'notable' | 'liverResults', number>;

const none = (): Counts => ({ events: 0, serious: 0, severe: 0, notable: 0, liverResults: 0 });

/** Weeks without their deaths, oldest first, from the first with a row of DM, AE or LB. Reads rows to date only. */
export const foldWeeks = (end: LocalDate, judging: Judging): Fold<readonly Omit<SafetyWeek, 'deaths'>[]> => {
  const weeks = tallyWeeks(end, none);
  const notKnown = {
    ...(['serious', 'severe', 'notable'] as const).reduce(
      (all, kind) => (isKnown(kind, judging.known) ? all : { ...all, [kind]: null }),
      {},
    ),
    ...(isLiverKnown(judging.known) ? {} : { liverResults: null }),
  };
  return {
    save: weeks.save,
    absorb: weeks.absorb,
    on: {
      DM: ({ day }) => {
        if (day !== null && day < end) weeks.of(day);
      },
      AE: ({ day, row }) => {
        const [week, gravity] = [weeks.of(day), gravityOf(row, judging)];
        week.events += 1;
        if (gravity.serious) week.serious += 1;
        if (gravity.severe) week.severe += 1;
        if (gravity.notable) week.notable += 1;
      },
      LB: ({ day, row }) => {
        const week = weeks.of(day);
        if (liverResult(row, judging.known)?.met === true) week.liverResults += 1;
      },
    },
    result: () => weeks.result((counts, days) => ({ ...days, ...counts, ...notKnown })),
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
