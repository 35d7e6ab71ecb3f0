/** Laboratory results: LB rows out of range in the period, and liver findings to date. */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { Period } from '@rounds/contracts/period';
import type { Fold } from '../../folds/fold.ts';
import { outOfRange, type Indicator } from '../../folds/laboratory-row.ts';
import { liverResult, type LiverCriterion } from '../../folds/liver.ts';
import { isIn, keyOf, type Label } from '../../folds/study-row.ts';
import { entryOf, sortedRecord } from '../../folds/tally.ts';
import type { Laboratory } from '../dataset.ts';

const foldOutOfRange = (label: Label) => {
  const byTest = new Map<string, Record<Indicator, number>>();
  let results = 0;
  let outside = 0;
  return {
    add: (row: SdtmRow) => {
      results += 1;
      const indicator = outOfRange(row);
      if (indicator === undefined) return;
      outside += 1;
      const test = keyOf(row, 'LBTESTCD', label);
      entryOf(byTest, test, () => ({ high: 0, low: 0, abnormal: 0 }))[indicator] += 1;
    },
    result: () => ({ results, outOfRange: outside, byTest: sortedRecord(byTest, (counts) => counts) }),
  };
};

export const foldLaboratory = (period: Period, label: Label): Fold<Laboratory> => {
  const inPeriod = foldOutOfRange(label);
  const met: Record<LiverCriterion, Set<string>> = { altOrAst3xUln: new Set(), bilirubin2xUln: new Set() };
  return {
    on: {
      LB: ({ subject, day, row }) => {
        if (isIn(period, day)) inPeriod.add(row);
        const liver = liverResult(row);
        if (liver?.met === true) met[liver.criterion].add(subject);
      },
    },
    result: () => ({
      inPeriod: inPeriod.result(),
      toDate: {
        altOrAst3xUln: met.altOrAst3xUln.size,
        bilirubin2xUln: met.bilirubin2xUln.size,
        hysLawCandidates: [...met.altOrAst3xUln].filter((subject) => met.bilirubin2xUln.has(subject)).sort(),
      },
    }),
  };
};
