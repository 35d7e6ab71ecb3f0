/** Visits: SV rows of the period, and the order in which visits follow each other. */
import type { Period } from '@rounds/contracts/period';
import type { Fold } from '../../folds/fold.ts';
import { isIn, keyOf, numeric, type Label } from '../../folds/study-row.ts';
import { tallyCounts } from '../../folds/tally.ts';
import type { Figures } from '../dataset.ts';

export const foldVisits = (period: Period, label: Label): Fold<Figures['visits']> => {
  let inPeriod = 0;
  const byVisit = tallyCounts();
  return {
    on: {
      SV: ({ day, row }) => {
        if (!isIn(period, day)) return;
        inPeriod += 1;
        byVisit.add(keyOf(row, 'VISIT', label));
      },
    },
    result: () => ({ inPeriod, byVisit: byVisit.result() }),
  };
};

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
