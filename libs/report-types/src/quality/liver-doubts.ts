/** Results of liver tests that cannot be judged, and could be signals. */
import type { Doubt } from '@rounds/contracts/dataset';
import type { SdtmRow } from '@rounds/contracts/received';
import type { Period } from '@rounds/contracts/period';
import type { Fold } from '../folds/fold.ts';
import { LIVER_TIMES, liverResult, type LiverCriterion } from '../folds/liver.ts';
import { isIn, numeric, text, type StudyRow } from '../folds/study-row.ts';
import { entryOf } from '../folds/tally.ts';
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

interface Subject {
  readonly met: Set<LiverCriterion>;
  /** Rows that could meet it, of earlier days than the period's. */
  readonly earlier: Record<LiverCriterion, number>;
}

const subject = (): Subject => ({ met: new Set(), earlier: { altOrAst3xUln: 0, bilirubin2xUln: 0 } });
const OTHER: Readonly<Record<LiverCriterion, LiverCriterion>> = {
  altOrAst3xUln: 'bilirubin2xUln',
  bilirubin2xUln: 'altOrAst3xUln',
};

/**
 * In the period each could be a new signal; of earlier days only where the subject has met the other criterion, and
 * would be a Hy's law candidate. Reads rows to date only.
 */
export const foldLiverDoubts = (period: Period, known: Known): Fold<readonly Doubt[]> => {
  const subjects = new Map<string, Subject>();
  let rows = 0;
  const isTold = ['LB.LBTESTCD', 'LB.LBSTRESN', 'LB.LBSTNRHI'].some(known.lacks);
  return {
    on: {
      LB: (from) => {
        const liver = liverResult(from.row, known);
        if (liver === undefined) return;
        const { criterion } = liver;
        if (liver.met === true) entryOf(subjects, from.subject, subject).met.add(criterion);
        if (liver.comparable || isUnreadable(from) || !couldMeet(from.row, criterion)) return;
        if (isIn(period, from.day)) rows += 1;
        else entryOf(subjects, from.subject, subject).earlier[criterion] += 1;
      },
    },
    result: () => {
      for (const { met, earlier } of subjects.values())
        for (const criterion of ['altOrAst3xUln', 'bilirubin2xUln'] as const)
          if (!met.has(criterion) && met.has(OTHER[criterion])) rows += earlier[criterion];
      return rows === 0 || isTold ? [] : [{ code: 'results-not-comparable', values: { rows } }];
    },
  };
};
