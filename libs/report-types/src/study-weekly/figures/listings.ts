/** The rows behind the period's figures, by day and then by key. */
import type { Period } from '@rounds/contracts/period';
import { adverseEventRow, isSerious } from '../../folds/adverse-event.ts';
import { dispositionState } from '../../folds/disposition.ts';
import { combine, type Fold } from '../../folds/fold.ts';
import { labRow, outOfRange } from '../../folds/laboratory-row.ts';
import { foldListing } from '../../folds/listing.ts';
import { isIn, numeric, text, whoAndWhen, type StudyRow } from '../../folds/study-row.ts';
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

/** Reads rows to date only: the caller stops at the period's end. */
export const foldListings = (period: Period): Fold<Listings> => {
  const inPeriod = ({ day }: StudyRow) => isIn(period, day);
  return combine<Listings>({
    adverseEvents: foldListing('AE', inPeriod, adverseEventRow),
    seriousEvents: foldListing('AE', ({ row }) => isSerious(row), adverseEventRow),
    outOfRange: foldListing('LB', (row) => inPeriod(row) && outOfRange(row.row) !== undefined, labRow),
    dispositions: foldListing(
      'DS',
      (row) => inPeriod(row) && dispositionState(row.row) !== undefined,
      dispositionRow,
    ),
    newSubjects: foldListing('DM', inPeriod, newSubject),
  });
};
