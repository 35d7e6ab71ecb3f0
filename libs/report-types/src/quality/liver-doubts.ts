/** Results of liver tests that cannot be judged, and could be signals. */
import type { Doubt } from '@rounds/contracts/dataset';
import type { SdtmRow } from '@rounds/contracts/received';
import type { Period } from '@rounds/contracts/period';
import type { Fold } from '../folds/fold.ts';
import { keepAll, keepBy, keepCount, keepSet } from '../folds/kept.ts';
import { LIVER_TIMES, liverResult, type LiverCriterion } from '../folds/liver.ts';
import { isIn, numeric, text, type StudyRow } from '../folds/study-row.ts';
import type { Known } from '../terms/known.ts';

const RESULTS = ['LBSTRESN', 'LBSTRESC', 'LBORRES'];

/** A test that was not done has no result; `<5` is none above a limit that is higher. */
const couldMeet = (row: SdtmRow, criterion: LiverCriterion): boolean => {
  const result = RESULTS.map((variable) => text(row, variable)).find((value) => value !== '');
  if (result === undefined) return false;
  const below = /^<=?\s*(\d+(?:\.\d+)?)$/.exec(result)?.[1];
  const limit = numeric(row, 'LBSTNRHI');
  return below === undefined || limit === null || Number(below) > LIVER_TIMES[criterion] * limit;
};

/** That is said elsewhere. */
const isUnreadable = ({ faults = [] }: StudyRow): boolean =>
  faults.some(({ variable }) => variable === 'LBSTRESN' || variable === 'LBSTNRHI');

/** `earlier`: rows that could meet a criterion, of earlier days than the period's. */
const subject = () => {
  const [met, earlier] = [keepSet(), keepBy(keepCount)];
  return { met, earlier, ...keepAll({ met, earlier }) };
};

const OTHER: Readonly<Record<LiverCriterion, LiverCriterion>> = {
  altOrAst3xUln: 'bilirubin2xUln',
  bilirubin2xUln: 'altOrAst3xUln',
};

/**
 * In the period each could be a new signal; of earlier days only where the subject has met the other criterion, and
 * would be a Hy's law candidate. Reads rows to date only.
 */
export const foldLiverDoubts = (period: Period, known: Known): Fold<readonly Doubt[]> => {
  const [subjects, inPeriod] = [keepBy(subject), keepCount()];
  const isTold = ['LB.LBTESTCD', 'LB.LBSTRESN', 'LB.LBSTNRHI'].some(known.lacks);
  return {
    save: subjects.save,
    absorb: subjects.absorb,
    on: {
      LB: (from) => {
        const liver = liverResult(from.row, known);
        if (liver === undefined) return;
        const { criterion } = liver;
        if (liver.met === true) subjects.of(from.subject).met.add(criterion);
        if (liver.comparable || isUnreadable(from) || !couldMeet(from.row, criterion)) return;
        if (isIn(period, from.day)) inPeriod.add();
        else subjects.of(from.subject).earlier.of(criterion).add();
      },
    },
    result: () => {
      let rows = inPeriod.value();
      for (const { met, earlier } of subjects.entries.values())
        for (const criterion of ['altOrAst3xUln', 'bilirubin2xUln'] as const)
          if (!met.values.has(criterion) && met.values.has(OTHER[criterion]))
            rows += earlier.entries.get(criterion)?.value() ?? 0;
      return rows === 0 || isTold ? [] : [{ code: 'results-not-comparable', values: { rows } }];
    },
  };
};
