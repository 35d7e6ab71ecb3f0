/** The rows that the period's figures count, by day and then by key. */
import type { Period } from '@rounds/contracts/period';
import {
  adverseEventRow,
  isFatal,
  isPossibleDeath,
  isSerious,
  isSeriousByCriterion,
} from '../../folds/adverse-event.ts';
import { dispositionState } from '../../folds/disposition.ts';
import { combine, isBefore, type Fold } from '../../folds/fold.ts';
import { labRow, outOfRange } from '../../folds/laboratory-row.ts';
import { NOTHING_KEPT } from '../../folds/kept.ts';
import { foldListing } from '../../folds/listing.ts';
import { isIn, numeric, text, whoAndWhen, type StudyRow } from '../../folds/study-row.ts';
import type { Known } from '../../terms/known.ts';
import type { DispositionRow, Listings } from '../dataset.ts';

const dispositionRow = (from: StudyRow): DispositionRow => ({
  ...whoAndWhen(from),
  category: text(from.row, 'DSCAT'),
  term: text(from.row, 'DSDECOD'),
});

const newSubject = (from: StudyRow): Listings['newSubjects'][number] => ({
  ...whoAndWhen(from),
  sex: text(from.row, 'SEX'),
  age: numeric(from.row, 'AGE'),
});

/** Each subject once, by the first of its rows of DM in the period. */
const foldNewSubjects = (period: Period): Fold<Listings['newSubjects']> => {
  const first = new Map<string, Listings['newSubjects'][number]>();
  return {
    ...NOTHING_KEPT,
    on: {
      DM: (row) => {
        if (!isBefore(period.end, row) || !isIn(period, row.day)) return;
        const before = first.get(row.subject);
        if (before === undefined || row.day < before.day) first.set(row.subject, newSubject(row));
      },
    },
    result: () => [...first.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  };
};

const isContradictory = ({ row }: StudyRow, known: Known): boolean =>
  isSeriousByCriterion(row, known) ||
  isPossibleDeath(row, known) ||
  (isFatal(row, known) && !isSerious(row, known));

/** Reads rows to date only: the caller stops at the period's end. */
export const foldListings = (period: Period, known: Known): Fold<Omit<Listings, 'deaths'>> => {
  const inPeriod = ({ day }: StudyRow) => isIn(period, day);
  const event = adverseEventRow(known);
  return combine<Omit<Listings, 'deaths'>>({
    adverseEvents: foldListing('AE', inPeriod, event),
    seriousEvents: foldListing('AE', ({ row }) => isSerious(row, known), event),
    fatalEvents: foldListing('AE', ({ row }) => isFatal(row, known), event),
    contradictions: foldListing('AE', (row) => isContradictory(row, known), event),
    outOfRange: foldListing(
      'LB',
      (row) => inPeriod(row) && outOfRange(row.row, known) !== undefined,
      labRow(known),
    ),
    dispositions: foldListing(
      'DS',
      (row) => inPeriod(row) && dispositionState(row.row, known) !== undefined,
      dispositionRow,
    ),
    newSubjects: foldNewSubjects(period),
  });
};
