/** The notable events, row by row, with the subject's sex and age. */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { Period } from '@rounds/contracts/period';
import { adverseEventRow } from '../../folds/adverse-event.ts';
import { combine, type Fold } from '../../folds/fold.ts';
import { foldListing } from '../../folds/listing.ts';
import { coded, isIn, numeric, text, type StudyRow } from '../../folds/study-row.ts';
import type { SafetyEventRow, SafetyListings } from '../dataset.ts';
import type { SafetyParameters } from '../safety-weekly.ts';
import { gravityOf } from './events.ts';

const CRITERIA: readonly (readonly [variable: string, words: string])[] = [
  ['AESDTH', 'death'],
  ['AESLIFE', 'life-threatening'],
  ['AESHOSP', 'hospitalisation'],
  ['AESDISAB', 'disability'],
  ['AESCONG', 'congenital anomaly'],
  ['AESCAN', 'cancer'],
  ['AESOD', 'overdose'],
  ['AESMIE', 'other medically important'],
];

const criteriaOf = (row: SdtmRow): string =>
  CRITERIA.filter(([variable]) => coded(row, variable) === 'Y')
    .map(([, words]) => words)
    .join(', ');

type Unjoined = Omit<SafetyEventRow, 'sex' | 'age'>;

const eventRow =
  (period: Period) =>
  (from: StudyRow): Unjoined => ({
    ...adverseEventRow(from),
    isNew: isIn(period, from.day),
    end: text(from.row, 'AEENDTC'),
    action: text(from.row, 'AEACN'),
    criteria: criteriaOf(from.row),
    fatal: coded(from.row, 'AEOUT') === 'FATAL',
  });

type Person = Pick<SafetyEventRow, 'sex' | 'age'>;

const foldPeople = (): Fold<ReadonlyMap<string, Person>> => {
  const people = new Map<string, Person>();
  return {
    on: {
      DM: ({ subject, row }) => people.set(subject, { sex: text(row, 'SEX'), age: numeric(row, 'AGE') }),
    },
    result: () => people,
  };
};

/** Reads rows to date only. */
export const foldEventListings = (
  period: Period,
  minimum: SafetyParameters['minimumSeverity'],
): Fold<Pick<SafetyListings, 'serious' | 'severe'>> => {
  const of = ({ row }: StudyRow) => gravityOf(row, minimum);
  const rows = combine({
    people: foldPeople(),
    serious: foldListing('AE', (row) => of(row).serious, eventRow(period)),
    severe: foldListing('AE', (row) => of(row).notable && !of(row).serious, eventRow(period)),
  });
  return {
    on: rows.on,
    result: () => {
      const { people, serious, severe } = rows.result();
      const joined = (row: Unjoined): SafetyEventRow => ({
        ...row,
        ...(people.get(row.subject) ?? { sex: '', age: null }),
      });
      return { serious: serious.map(joined), severe: severe.map(joined) };
    },
  };
};
