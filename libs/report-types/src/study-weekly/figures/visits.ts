/** Visits: SV rows of the period, and the order in which visits follow each other. */
import { figure } from '../../figures/figure.ts';
import { countBy, countRows } from '../../figures/fold.ts';
import type { Fold } from '../../folds/fold.ts';
import { keepAll, keepBest } from '../../folds/kept.ts';
import { keyOf, numeric, type Label } from '../../folds/study-row.ts';

export const VISITS = [
  figure({
    path: 'visits.inPeriod',
    ...countRows('SV'),
    compared: { inPeriod: 'visits' },
    mail: 'visits',
    tile: {
      label: 'visits',
      section: 'visits',
      context: (at, { say }) => say('study-weekly.kinds-of-visit', { n: at('visits.byVisit') }),
    },
  }),
  figure({
    path: 'visits.byVisit',
    of: 'inPeriod',
    ...countBy('SV', (row) => keyOf(row, 'VISIT')),
    needs: { all: ['SV.VISIT'] },
  }),
];

/** After all that have a number; JSON knows no infinity. */
const UNNUMBERED = Number.MAX_VALUE;

type Numbered = readonly [visit: string, number: number];

const byNumber = ([visit, number]: Numbered, [other, ofOther]: Numbered): number => {
  if (number !== ofOther) return number < ofOther ? -1 : 1;
  return visit < other ? -1 : 1;
};

/** Of all rows: an unscheduled visit, 5.1, stands between the fifth and the sixth. */
export const foldVisitOrder = (label: Label): Fold<string[]> => {
  const numbers = keepBest<number>((number, over) => number < over);
  return {
    on: {
      SV: ({ row }) => {
        numbers.add(keyOf(row, 'VISIT'), numeric(row, 'VISITNUM') ?? UNNUMBERED);
      },
    },
    result: () => {
      const shown = keepBest<number>((number, over) => number < over);
      for (const [visit, number] of numbers.best) shown.add(label(visit), number);
      return [...shown.best].sort(byNumber).map(([visit]) => visit);
    },
    ...keepAll({ numbers }),
  };
};
