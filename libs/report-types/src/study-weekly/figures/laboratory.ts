/** Laboratory results: LB rows out of range in the period, and liver findings to date. */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { Period } from '@rounds/contracts/period';
import type { Fold } from '../../folds/fold.ts';
import { outOfRange, type Indicator } from '../../folds/laboratory-row.ts';
import { liverResult, type LiverCriterion } from '../../folds/liver.ts';
import { isIn, keyOf, type Label } from '../../folds/study-row.ts';
import { entryOf, sortedRecord } from '../../folds/tally.ts';
import type { Known } from '../../terms/known.ts';
import type { Laboratory } from '../dataset.ts';

const foldOutOfRange = (label: Label, known: Known) => {
  const isLacking = known.lacks('LB.LBNRIND');
  const byTest = new Map<string, Record<Indicator, number>>();
  let results = 0;
  let outside = 0;
  return {
    add: (row: SdtmRow) => {
      results += 1;
      const indicator = outOfRange(row, known);
      if (indicator === undefined) return;
      outside += 1;
      const test = keyOf(row, 'LBTESTCD', label);
      entryOf(byTest, test, () => ({ high: 0, low: 0, abnormal: 0 }))[indicator] += 1;
    },
    result: () => ({
      results,
      outOfRange: isLacking ? null : outside,
      byTest: sortedRecord(byTest, (counts) => counts),
    }),
  };
};

const metBy = ({ altOrAst3xUln, bilirubin2xUln }: Record<LiverCriterion, Set<string>>) => ({
  altOrAst3xUln: altOrAst3xUln.size,
  bilirubin2xUln: bilirubin2xUln.size,
  hysLawCandidates: [...altOrAst3xUln].filter((subject) => bilirubin2xUln.has(subject)).sort(),
});

const LIVER_NEEDS = ['LB.LBTESTCD', 'LB.LBSTRESN', 'LB.LBSTNRHI'];
const NOT_KNOWN = { altOrAst3xUln: null, bilirubin2xUln: null, hysLawCandidates: null };

export const foldLaboratory = (period: Period, label: Label, known: Known): Fold<Laboratory> => {
  const inPeriod = foldOutOfRange(label, known);
  const met: Record<LiverCriterion, Set<string>> = { altOrAst3xUln: new Set(), bilirubin2xUln: new Set() };
  return {
    on: {
      LB: ({ subject, day, row }) => {
        if (isIn(period, day)) inPeriod.add(row);
        const liver = liverResult(row, known);
        if (liver?.met === true) met[liver.criterion].add(subject);
      },
    },
    result: () => ({
      inPeriod: inPeriod.result(),
      toDate: LIVER_NEEDS.some(known.lacks) ? NOT_KNOWN : metBy(met),
    }),
  };
};
