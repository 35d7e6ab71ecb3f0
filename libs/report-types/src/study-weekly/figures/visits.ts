/** Visits of the period: SV rows. */
import type { Period } from '@rounds/contracts/period';
import type { Fold } from '../../folds/fold.ts';
import { isIn, keyOf, type Label } from '../../folds/study-row.ts';
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
