/** Laboratory results: LB rows out of range in the period, and liver findings to date. */
import type { Reading } from '../../aggregator.ts';
import { figure } from '../../figures/figure.ts';
import { countRows, countRowsIfKnown } from '../../figures/fold.ts';
import type { Fold } from '../../folds/fold.ts';
import { NOTHING_KEPT, keepAll, keepSet } from '../../folds/kept.ts';
import { outOfRange, type Indicator } from '../../folds/laboratory-row.ts';
import {
  LIVER_VARIABLES,
  isLiverKnown,
  isLiverTest,
  liverResult,
  type LiverCriterion,
} from '../../folds/liver.ts';
import { keyOf } from '../../folds/study-row.ts';
import { entryOf, sortedRecord } from '../../folds/tally.ts';
import { percent } from '../../model/words/numbers.ts';
import type { Needs } from '../../quality/needs.ts';

type ByTest = Readonly<Record<string, Readonly<Record<Indicator, number>>>>;

/** Of the period alone. */
const foldByTest = ({ label, known }: Reading): Fold<ByTest> => {
  const byTest = new Map<string, Record<Indicator, number>>();
  return {
    ...NOTHING_KEPT,
    on: {
      LB: ({ row }) => {
        const indicator = outOfRange(row, known);
        if (indicator === undefined) return;
        const test = label(keyOf(row, 'LBTESTCD'));
        entryOf(byTest, test, () => ({ high: 0, low: 0, abnormal: 0 }))[indicator] += 1;
      },
    },
    result: () => sortedRecord(byTest, (counts) => counts),
  };
};

interface Liver {
  readonly altOrAst3xUln: number | null;
  readonly bilirubin2xUln: number | null;
  /** USUBJIDs, sorted. */
  readonly hysLawCandidates: readonly string[] | null;
}

const metBy = ({ altOrAst3xUln, bilirubin2xUln }: Record<LiverCriterion, ReadonlySet<string>>): Liver => ({
  altOrAst3xUln: altOrAst3xUln.size,
  bilirubin2xUln: bilirubin2xUln.size,
  hysLawCandidates: [...altOrAst3xUln].filter((subject) => bilirubin2xUln.has(subject)).sort(),
});

const NOT_KNOWN: Liver = { altOrAst3xUln: null, bilirubin2xUln: null, hysLawCandidates: null };

const foldLiver = ({ known }: Reading): Fold<Liver> => {
  const met = { altOrAst3xUln: keepSet(), bilirubin2xUln: keepSet() };
  return {
    ...keepAll(met),
    on: {
      LB: ({ subject, row }) => {
        const liver = liverResult(row, known);
        if (liver?.met === true) met[liver.criterion].add(subject);
      },
    },
    result: () =>
      isLiverKnown(known)
        ? metBy({ altOrAst3xUln: met.altOrAst3xUln.values, bilirubin2xUln: met.bilirubin2xUln.values })
        : NOT_KNOWN,
  };
};

const LIVER: Needs = { all: LIVER_VARIABLES, reads: ['LB.LBSPEC'], about: isLiverTest, doubt: 'lacking' };
const ULN = { term: 'x-uln', meaning: 'study-weekly.uln-meaning' } as const;

export const LABORATORY = [
  figure({
    path: 'laboratory.inPeriod.results',
    ...countRows('LB'),
    line: 'results',
    compared: { inPeriod: 'study-weekly.laboratory-results' },
  }),
  figure({
    path: 'laboratory.inPeriod.outOfRange',
    ...countRowsIfKnown('LB', (row, known) => outOfRange(row, known) !== undefined, { all: ['LB.LBNRIND'] }),
    line: { label: 'study-weekly.results-out-of-range', of: 'laboratory.inPeriod.results' },
    compared: { inPeriod: 'study-weekly.laboratory-results-out-of-range' },
    mail: 'study-weekly.laboratory-results-out-of-range',
    tile: {
      label: 'study-weekly.lab-out-of-range',
      section: 'laboratory',
      context: (at, { say, percent: inPercent }) => {
        const n = at('laboratory.inPeriod.results');
        const share = inPercent(percent(at('laboratory.inPeriod.outOfRange'), n));
        return say('study-weekly.share-of-results', { share, n });
      },
      trend: 'labOutOfRange',
    },
    define: { term: 'study-weekly.out-of-range', meaning: 'study-weekly.out-of-range-meaning' },
  }),
  figure({ path: 'laboratory.inPeriod.byTest', fold: foldByTest, needs: { all: ['LB.LBTESTCD'] } }),
  figure({ path: 'laboratory.toDate', fold: foldLiver }),
  /** A result of the period that cannot be judged could be a new signal. */
  figure({ path: 'attention.newLabSignals', of: 'inPeriod', needs: { ...LIVER, doubt: 'any' } }),
  figure({
    path: 'laboratory.toDate.altOrAst3xUln',
    needs: LIVER,
    line: 'ever-alt-ast-3x-uln',
    compared: { toDate: 'subjects-alt-ast-3x-uln-to-date' },
    define: ULN,
  }),
  figure({
    path: 'laboratory.toDate.bilirubin2xUln',
    needs: LIVER,
    line: 'ever-bilirubin-2x-uln',
    compared: { toDate: 'subjects-bilirubin-2x-uln-to-date' },
    define: ULN,
  }),
  figure({
    path: 'laboratory.toDate.hysLawCandidates',
    needs: LIVER,
    line: 'hys-law-candidates',
    compared: { toDate: { name: 'hys-law-candidates-to-date', rank: 3 }, grave: true },
    define: ULN,
  }),
];
