/** Laboratory results: LB rows out of range in the period, and liver findings to date. */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { Laboratory } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import { isAtLeastTimes } from './decimal.ts';
import type { Fold } from './fold.ts';
import { coded, isIn, keyOf, numeric, type Label } from './study-row.ts';
import { entryOf, sortedRecord } from './tally.ts';

const INDICATORS = { HIGH: 'high', LOW: 'low', ABNORMAL: 'abnormal' } as const;
type Indicator = (typeof INDICATORS)[keyof typeof INDICATORS];

/** LBNRIND HIGH, LOW or ABNORMAL; undefined for anything else. */
export const outOfRange = (row: SdtmRow): Indicator | undefined =>
  (INDICATORS as Partial<Record<string, Indicator>>)[coded(row, 'LBNRIND')];

export type LiverCriterion = 'altOrAst3xUln' | 'bilirubin2xUln';

const LIVER_TESTS: Partial<Record<string, { criterion: LiverCriterion; times: number }>> = {
  ALT: { criterion: 'altOrAst3xUln', times: 3 },
  AST: { criterion: 'altOrAst3xUln', times: 3 },
  BILI: { criterion: 'bilirubin2xUln', times: 2 },
};

/**
 * What a row says of the liver criteria, in LBSTRESN and LBSTNRHI. `undefined`: no liver test.
 * `comparable` false: it lacks a result or a positive upper limit, and cannot be judged.
 */
export const liverResult = (row: SdtmRow) => {
  const test = LIVER_TESTS[coded(row, 'LBTESTCD')];
  if (test === undefined) return undefined;
  const { criterion, times } = test;
  const [value, upperLimit] = [numeric(row, 'LBSTRESN'), numeric(row, 'LBSTNRHI')];
  if (value === null || upperLimit === null || upperLimit <= 0)
    return { criterion, comparable: false } as const;
  const met = isAtLeastTimes(value, times, upperLimit);
  return { criterion, comparable: true, value, upperLimit, met } as const;
};

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
