/** Liver findings: every result that meets a criterion is kept, there are few; all figures follow from them. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { daysBetween } from '../../folds/days.ts';
import type { Fold } from '../../folds/fold.ts';
import { keepList } from '../../folds/kept.ts';
import {
  comesFirst,
  isLiverKnown,
  labSignal,
  liverResult,
  type LabSignal,
  type LiverCriterion,
} from '../../folds/liver.ts';
import { isIn, text } from '../../folds/study-row.ts';
import { entryOf } from '../../folds/tally.ts';
import type { Known } from '../../terms/known.ts';
import type { HysLawCandidate, LiverFigures, LiverResultRow, SafetyListings } from '../dataset.ts';

/** A result that meets a criterion. */
export type Met = Omit<LiverResultRow, 'isCandidate'>;

/** In the order of their keys. Reads rows to date only. */
export const foldMet = (known: Known): Fold<readonly Met[]> => {
  const met = keepList<Met>();
  return {
    save: met.save,
    absorb: met.absorb,
    on: {
      LB: (from) => {
        const liver = liverResult(from.row, known);
        if (liver?.met !== true) return;
        const { criterion, value, upperLimit } = liver;
        met.add({ ...labSignal(from, value, upperLimit), visit: text(from.row, 'VISIT'), criterion });
      },
    },
    result: () => met.values,
  };
};

const signalOf = ({ subject, siteId, test, day, value, unit, upperLimit, ratio }: Met): LabSignal => ({
  ...{ subject, siteId, test, day },
  ...{ value, unit, upperLimit, ratio },
});

interface Subject {
  readonly altOrAst3xUln: Met[];
  readonly bilirubin2xUln: Met[];
}

const bySubject = (met: readonly Met[]): [subject: string, results: Subject][] => {
  const subjects = new Map<string, Subject>();
  for (const result of met)
    entryOf(subjects, result.subject, () => ({ altOrAst3xUln: [], bilirubin2xUln: [] }))[
      result.criterion
    ].push(result);
  return [...subjects].sort(([a], [b]) => (a < b ? -1 : 1));
};

const first = (results: readonly Met[]): Met | undefined =>
  results.reduce<Met | undefined>(
    (found, each) => (found === undefined || comesFirst(each, found) ? each : found),
    undefined,
  );

const highest = (results: readonly Met[]): number => Math.max(...results.map(({ ratio }) => ratio));

const candidateOf = (
  subject: string,
  { altOrAst3xUln, bilirubin2xUln }: Subject,
  period: Period,
): HysLawCandidate[] => {
  const [transaminase, bilirubin] = [first(altOrAst3xUln), first(bilirubin2xUln)];
  if (transaminase === undefined || bilirubin === undefined) return [];
  const days = [transaminase.day, bilirubin.day].sort();
  const [earlier = '', since = ''] = days;
  return [
    {
      subject,
      siteId: transaminase.siteId,
      since,
      isNew: isIn(period, since),
      transaminase: signalOf(transaminase),
      bilirubin: signalOf(bilirubin),
      daysApart: daysBetween(earlier, since),
      highestTransaminase: highest(altOrAst3xUln),
      highestBilirubin: highest(bilirubin2xUln),
    },
  ];
};

export const candidates = (met: readonly Met[], period: Period): HysLawCandidate[] =>
  bySubject(met).flatMap(([subject, results]) => candidateOf(subject, results, period));

const before = (met: readonly Met[], end: LocalDate) => met.filter(({ day }) => day < end);

/** For each subject and criterion the first result that meets it. */
const firstSignals = (met: readonly Met[]): Met[] =>
  bySubject(met).flatMap(([, results]) =>
    [first(results.altOrAst3xUln), first(results.bilirubin2xUln)].filter((each) => each !== undefined),
  );

const having = (met: readonly Met[], criterion: LiverCriterion): number =>
  bySubject(met).filter(([, results]) => results[criterion].length > 0).length;

const NOT_KNOWN: LiverFigures = {
  inPeriod: { results: null, newSignals: null, newCandidates: null },
  toDate: { altOrAst3xUln: null, bilirubin2xUln: null, hysLawCandidates: null },
};

export const liverFigures = (all: readonly Met[], period: Period, known: Known): LiverFigures => {
  if (!isLiverKnown(known)) return NOT_KNOWN;
  const met = before(all, period.end);
  const found = candidates(met, period);
  return {
    inPeriod: {
      results: met.filter(({ day }) => isIn(period, day)).length,
      newSignals: firstSignals(met).filter(({ day }) => isIn(period, day)).length,
      newCandidates: found.filter(({ isNew }) => isNew).length,
    },
    toDate: {
      altOrAst3xUln: having(met, 'altOrAst3xUln'),
      bilirubin2xUln: having(met, 'bilirubin2xUln'),
      hysLawCandidates: found.map(({ subject }) => subject),
    },
  };
};

const byDay = (a: Met, b: Met): number => {
  if (a.subject !== b.subject) return a.subject < b.subject ? -1 : 1;
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
};

export const liverListings = (
  met: readonly Met[],
  period: Period,
): Pick<SafetyListings, 'candidates' | 'signals' | 'liverResults'> => {
  const found = candidates(met, period);
  const named = new Set(found.map(({ subject }) => subject));
  return {
    candidates: found,
    signals: firstSignals(met).map((each) => ({ ...signalOf(each), isNew: isIn(period, each.day) })),
    liverResults: met
      .map((each) => ({ ...each, isCandidate: named.has(each.subject) }))
      .filter(({ isCandidate, day }) => isCandidate || isIn(period, day))
      .sort(byDay),
  };
};
