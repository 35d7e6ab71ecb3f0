/** Vital signs of the period: VS rows, VSSTRESN. */
import type { Period } from '@rounds/contracts/period';
import { foldMean } from '../../folds/decimal.ts';
import type { Fold } from '../../folds/fold.ts';
import { coded, isIn, numeric } from '../../folds/study-row.ts';
import type { VitalSigns } from '../dataset.ts';

/** A mean, and how many values reach or fall below a limit. */
const foldValues = (limits: { readonly atLeast: number; readonly below?: number }) => {
  const mean = foldMean();
  let high = 0;
  let low = 0;
  return {
    add: (value: number) => {
      mean.add(value);
      if (value >= limits.atLeast) high += 1;
      if (limits.below !== undefined && value < limits.below) low += 1;
    },
    result: () => ({ ...mean.result(), high, low }),
  };
};

export const foldVitalSigns = (period: Period): Fold<VitalSigns> => {
  let results = 0;
  const [systolic, diastolic, pulse] = [
    foldValues({ atLeast: 160, below: 90 }),
    foldValues({ atLeast: 100 }),
    foldValues({ atLeast: 120, below: 50 }),
  ];
  const byTest: Partial<Record<string, typeof systolic>> = {
    SYSBP: systolic,
    DIABP: diastolic,
    PULSE: pulse,
  };
  return {
    on: {
      VS: ({ day, row }) => {
        if (!isIn(period, day)) return;
        results += 1;
        const value = numeric(row, 'VSSTRESN');
        if (value !== null) byTest[coded(row, 'VSTESTCD')]?.add(value);
      },
    },
    result: () => {
      const [sys, dia, pul] = [systolic.result(), diastolic.result(), pulse.result()];
      return {
        inPeriod: {
          results,
          systolic: { n: sys.n, mean: sys.mean, atLeast160: sys.high, below90: sys.low },
          diastolic: { n: dia.n, mean: dia.mean, atLeast100: dia.high },
          pulse: { n: pul.n, mean: pul.mean, atLeast120: pul.high, below50: pul.low },
        },
      };
    },
  };
};
