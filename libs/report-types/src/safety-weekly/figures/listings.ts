/** The notable events, row by row, with the subject's sex and age. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { Period } from '@rounds/contracts/period';
import { adverseEventRow } from '../../folds/adverse-event.ts';
import { combine, type Fold } from '../../folds/fold.ts';
import { NOTHING_KEPT } from '../../folds/kept.ts';
import { foldListing } from '../../folds/listing.ts';
import { isIn, numeric, text, type StudyRow } from '../../folds/study-row.ts';
import { entryOf } from '../../folds/tally.ts';
import type { Known } from '../../terms/known.ts';
import { CRITERIA, type Criterion, type SafetyEventRow, type SafetyListings } from '../dataset.ts';
import { gravityOf, type Judging } from './events.ts';

const criteriaOf = (row: SdtmRow, { term }: Known): Criterion[] =>
  CRITERIA.filter((variable) => term(`AE.${variable}`, row) === 'Y');

type Unjoined = Omit<SafetyEventRow, 'sex' | 'age'>;

const eventRow = (period: Period, { known }: Judging) => {
  const row = adverseEventRow(known);
  return (from: StudyRow): Unjoined => ({
    ...row(from),
    isNew: isIn(period, from.day),
    end: text(from.row, 'AEENDTC'),
    action: text(from.row, 'AEACN'),
    criteria: criteriaOf(from.row, known),
  });
};

type Person = Pick<SafetyEventRow, 'sex' | 'age'>;

const only = <Value>(values: ReadonlySet<Value>): Value | undefined =>
  values.size === 1 ? [...values][0] : undefined;

/** What the rows of a subject that have it agree on. */
const foldPeople = (): Fold<ReadonlyMap<string, Person>> => {
  const people = new Map<string, { sex: Set<string>; age: Set<number> }>();
  return {
    ...NOTHING_KEPT,
    on: {
      DM: ({ subject, row }) => {
        const { sex, age } = entryOf(people, subject, () => ({ sex: new Set(), age: new Set() }));
        const [code, years] = [text(row, 'SEX'), numeric(row, 'AGE')];
        if (code !== '') sex.add(code);
        if (years !== null) age.add(years);
      },
    },
    result: () =>
      new Map(
        [...people].map(([subject, { sex, age }]) => [
          subject,
          { sex: only(sex) ?? '', age: only(age) ?? null },
        ]),
      ),
  };
};

/** Reads rows to date only. */
export const foldEventListings = (
  period: Period,
  judging: Judging,
): Fold<Pick<SafetyListings, 'serious' | 'severe' | 'contradictions'>> => {
  const of = ({ row }: StudyRow) => gravityOf(row, judging);
  const show = eventRow(period, judging);
  const rows = combine({
    people: foldPeople(),
    serious: foldListing('AE', (row) => of(row).serious, show),
    severe: foldListing('AE', (row) => of(row).notable && !of(row).serious, show),
    contradictions: foldListing('AE', (row) => of(row).seriousByCriterion || of(row).possibleDeaths, show),
  });
  return {
    ...rows,
    result: () => {
      const { people, serious, severe, contradictions } = rows.result();
      const joined = (row: Unjoined): SafetyEventRow => ({
        ...row,
        ...(people.get(row.subject) ?? { sex: '', age: null }),
      });
      return {
        serious: serious.map(joined),
        severe: severe.map(joined),
        contradictions: contradictions.map(joined),
      };
    },
  };
};
