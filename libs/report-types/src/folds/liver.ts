/** The liver criteria of the reports: ALT or AST ≥ 3 × ULN, bilirubin ≥ 2 × ULN; both make a Hy's law candidate. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { LocalDate, Period } from '@rounds/contracts/period';
import { isBlood } from '../terms/terms.ts';
import type { Known } from '../terms/known.ts';
import { isAtLeastTimes, ratio } from './decimal.ts';
import type { Fold } from './fold.ts';
import { keepBest } from './kept.ts';
import { coded, isIn, numeric, text, whoAndWhen, type StudyRow } from './study-row.ts';

export type LiverCriterion = 'altOrAst3xUln' | 'bilirubin2xUln';

/** How many times the upper limit of normal meets it. */
export const LIVER_TIMES: Readonly<Record<LiverCriterion, number>> = { altOrAst3xUln: 3, bilirubin2xUln: 2 };

const LIVER_TESTS: Partial<Record<string, LiverCriterion>> = {
  ALT: 'altOrAst3xUln',
  AST: 'altOrAst3xUln',
  BILI: 'bilirubin2xUln',
};

/** What the criterion is about, by code. */
export const LIVER_WORDS: Readonly<Record<LiverCriterion, string>> = {
  altOrAst3xUln: 'ALT, AST',
  bilirubin2xUln: 'BILI',
};

/** Whatever the specimen. A row that names no test may be one. */
export const isLiverTest = (row: SdtmRow): boolean => {
  const test = coded(row, 'LBTESTCD');
  return test === '' || LIVER_TESTS[test] !== undefined;
};

/**
 * What a row says of the liver criteria, in LBSTRESN and LBSTNRHI, whatever the specimen. `undefined`: no liver test.
 * `comparable` false: it lacks a result or a positive upper limit, and cannot be judged. The two are in the one unit of the
 * row, LBSTRESU: whatever that is, their ratio has none.
 */
export const comparedResult = (row: SdtmRow) => {
  const criterion = LIVER_TESTS[coded(row, 'LBTESTCD')];
  if (criterion === undefined) return undefined;
  const [value, upperLimit] = [numeric(row, 'LBSTRESN'), numeric(row, 'LBSTNRHI')];
  if (value === null || upperLimit === null || upperLimit <= 0)
    return { criterion, comparable: false } as const;
  const met = isAtLeastTimes(value, LIVER_TIMES[criterion], upperLimit);
  return { criterion, comparable: true, value, upperLimit, met } as const;
};

/** The same of blood; `undefined` also for a specimen that is not, or that is not understood. */
export const liverResult = (row: SdtmRow, { term }: Known) =>
  row.LBSPEC === undefined || isBlood(term('LB.LBSPEC', row)) ? comparedResult(row) : undefined;

/** What tells of the criteria. */
export const LIVER_VARIABLES = ['LB.LBTESTCD', 'LB.LBSTRESN', 'LB.LBSTNRHI'];

export const isLiverKnown = ({ lacks }: Known): boolean => !LIVER_VARIABLES.some(lacks);

export interface LabSignal {
  readonly subject: string;
  /** Empty where DM does not know the subject. */
  readonly siteId: string;
  /** LBTESTCD: ALT, AST or BILI. */
  readonly test: string;
  readonly day: LocalDate;
  readonly value: number;
  readonly unit: string;
  readonly upperLimit: number;
  /** value ÷ upper limit of normal, two decimals. */
  readonly ratio: number;
}

/** The result of a liver test, beside its upper limit of normal (> 0). */
export const labSignal = (from: StudyRow, value: number, upperLimit: number): LabSignal => ({
  ...whoAndWhen(from),
  test: text(from.row, 'LBTESTCD'),
  value,
  unit: text(from.row, 'LBSTRESU'),
  upperLimit,
  ratio: ratio(value, upperLimit),
});

/** The first of a subject and criterion; on one day the highest. */
export const comesFirst = (a: LabSignal, b: LabSignal): boolean =>
  a.day < b.day || (a.day === b.day && a.ratio > b.ratio);

const bySubject = (a: LabSignal, b: LabSignal): number =>
  a.subject === b.subject ? (a.test < b.test ? -1 : 1) : a.subject < b.subject ? -1 : 1;

/** Subjects who meet a liver criterion for the first time in the period, by subject and test. */
export const foldLabSignals = (period: Period, known: Known): Fold<readonly LabSignal[]> => {
  const first = keepBest<LabSignal>(comesFirst);
  return {
    save: first.save,
    absorb: first.absorb,
    on: {
      LB: (row) => {
        const liver = liverResult(row.row, known);
        if (liver?.met !== true) return;
        first.add(`${liver.criterion}|${row.subject}`, labSignal(row, liver.value, liver.upperLimit));
      },
    },
    result: () => [...first.best.values()].filter(({ day }) => isIn(period, day)).sort(bySubject),
  };
};
