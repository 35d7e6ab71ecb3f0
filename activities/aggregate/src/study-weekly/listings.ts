/** The rows behind the period's figures, by day and then by key. */
import type { AdverseEventRow, DispositionRow, LabRow, Listings } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import { isSerious } from './adverse-events.ts';
import { dispositionState } from './enrolment.ts';
import { combine, type Fold } from './fold.ts';
import { outOfRange } from './laboratory.ts';
import { coded, isIn, numeric, text, type StudyRow } from './study-row.ts';

const whoAndWhen = ({ subject, siteId, day }: StudyRow) => ({ subject, siteId: siteId ?? '', day });

const adverseEventRow = (from: StudyRow): AdverseEventRow => ({
  ...whoAndWhen(from),
  start: text(from.row, 'AESTDTC'),
  preferredTerm: text(from.row, 'AEDECOD'),
  reportedTerm: text(from.row, 'AETERM'),
  soc: text(from.row, 'AESOC'),
  severity: text(from.row, 'AESEV'),
  serious: isSerious(from.row),
  outcome: text(from.row, 'AEOUT'),
  relationship: text(from.row, 'AEREL'),
});

const labRow = (from: StudyRow): LabRow => ({
  ...whoAndWhen(from),
  visit: text(from.row, 'VISIT'),
  testCode: text(from.row, 'LBTESTCD'),
  test: text(from.row, 'LBTEST'),
  result: numeric(from.row, 'LBSTRESN') ?? text(from.row, 'LBSTRESC'),
  unit: text(from.row, 'LBSTRESU'),
  lowerLimit: numeric(from.row, 'LBSTNRLO'),
  upperLimit: numeric(from.row, 'LBSTNRHI'),
  indicator: coded(from.row, 'LBNRIND'),
});

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

/** The rows of a domain that `takes`, shown; rows of one day stay in the order of their keys. */
const foldListing = <Shown extends { readonly day: string }>(
  domain: 'DM' | 'AE' | 'LB' | 'DS',
  takes: (row: StudyRow) => boolean,
  show: (row: StudyRow) => Shown,
): Fold<readonly Shown[]> => {
  const rows: Shown[] = [];
  return {
    on: {
      [domain]: (row: StudyRow) => {
        if (takes(row)) rows.push(show(row));
      },
    },
    result: () => rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  };
};

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
