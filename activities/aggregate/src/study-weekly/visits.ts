/** Visits of the period: SV rows. */
import type { Figures } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import type { Fold } from './fold.ts';
import { isIn, keyOf, type Label } from './study-row.ts';
import { tallyCounts } from './tally.ts';

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
