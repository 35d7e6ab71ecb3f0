/** Visits: SV rows of the period, and the order in which visits follow each other. */
import { figure } from '../../figures/figure.ts';
import { countBy, countRows } from '../../figures/fold.ts';
import type { Fold } from '../../folds/fold.ts';
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
    ...countBy('SV', (row, { label }) => keyOf(row, 'VISIT', label)),
    needs: { all: ['SV.VISIT'] },
  }),
];

type Numbered = readonly [visit: string, number: number];

const byNumber = ([visit, number]: Numbered, [other, ofOther]: Numbered): number => {
  if (number !== ofOther) return number < ofOther ? -1 : 1;
  return visit < other ? -1 : 1;
};

/** Of all rows: an unscheduled visit, 5.1, stands between the fifth and the sixth. */
export const foldVisitOrder = (label: Label): Fold<string[]> => {
  const numbers = new Map<string, number>();
  return {
    on: {
      SV: ({ row }) => {
        const visit = keyOf(row, 'VISIT', label);
        const number = numeric(row, 'VISITNUM') ?? Infinity;
        numbers.set(visit, Math.min(numbers.get(visit) ?? Infinity, number));
      },
    },
    result: () => [...numbers].sort(byNumber).map(([visit]) => visit),
  };
};
