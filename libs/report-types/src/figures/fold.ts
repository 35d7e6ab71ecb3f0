/** From declarations to the figures of a period: what most figures count, and how all of them are folded at once. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { DatedDomain } from '@rounds/contracts/cut';
import type { Counts } from '@rounds/contracts/dataset';
import type { Reading } from '../aggregator.ts';
import { combine, until, within, type Fold } from '../folds/fold.ts';
import { NOTHING_KEPT, keepCount, keepSet } from '../folds/kept.ts';
import type { StudyRow } from '../folds/study-row.ts';
import { tallyCounts } from '../folds/tally.ts';
import { lackingIn, type Needs } from '../quality/needs.ts';
import type { Known } from '../terms/known.ts';
import { declared, type Figures } from './declared.ts';
import type { CountedRows, Figure, Window } from './figure.ts';

type Domain = Exclude<DatedDomain, 'DM'>;

const onRows = (domain: Domain, add: (row: StudyRow) => void): Fold<unknown>['on'] => ({ [domain]: add });

const foldCount = (domain: Domain, counts: CountedRows['counts'], known: Known): Fold<number> => {
  const count = keepCount();
  return {
    on: onRows(domain, ({ row }) => {
      if (counts(row, known)) count.add();
    }),
    result: count.value,
    ...count,
  };
};

const ANY: CountedRows['counts'] = () => true;

/** How many rows of the domain. */
export const countRows = (domain: Domain, counts = ANY) => ({
  rows: { domain, counts },
  fold: ({ known }: Reading) => foldCount(domain, counts, known),
});

/** The same; null where the study lacks what it needs. */
export const countRowsIfKnown = (
  domain: Domain,
  counts: CountedRows['counts'],
  ...needs: readonly Needs[]
) => ({
  rows: { domain, counts },
  needs,
  fold: ({ known }: Reading): Fold<number | null> =>
    needs.every((each) => lackingIn(each, known).length === 0)
      ? foldCount(domain, counts, known)
      : { on: {}, result: () => null, ...NOTHING_KEPT },
});

/** How many distinct subjects have rows of the domain. */
export const countSubjects = (domain: Domain) => ({
  fold: (): Fold<number> => {
    const subjects = keepSet();
    return {
      on: onRows(domain, ({ subject }) => {
        subjects.add(subject);
      }),
      result: () => subjects.values.size,
      ...subjects,
    };
  },
});

/** Rows of the domain by key, as the reader may see it. */
export const countBy = (domain: Domain, keyOf: (row: SdtmRow, known: Known) => string) => ({
  fold: ({ known, label }: Reading): Fold<Counts> => {
    const counts = tallyCounts();
    return {
      on: onRows(domain, ({ row }) => {
        counts.add(keyOf(row, known));
      }),
      ...counts,
      result: () => counts.result(label),
    };
  },
});

type BothWindows<Path extends string> = Path extends `${infer Before}.*.${infer After}`
  ? `${Before}.${Window}.${After}`
  : Path;

type AtPath<Path extends string, Value> = Path extends `${infer Head}.${infer Rest}`
  ? Readonly<Record<Head, AtPath<Rest, Value>>>
  : Readonly<Record<Path, Value>>;

type Filled<Declared> =
  Declared extends Figure<never, infer Path, infer Value>
    ? [Value] extends [never]
      ? never
      : AtPath<BothWindows<Path>, Value>
    : never;

type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Every) => void
  ? Every
  : never;

type Plain<Content> = Content extends object
  ? { readonly [Key in keyof Content]: Plain<Content[Key]> }
  : Content;

/** What declarations fill of a dataset. */
export type FiguresOf<Declared> = Plain<All<Filled<Declared>>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is there already stays beside what is put. */
const put = (
  into: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): void => {
  const before = into[name];
  if (rest.length > 0) {
    const inner = isRecord(before) ? before : {};
    into[name] = inner;
    put(inner, rest, value);
  } else into[name] = isRecord(before) && isRecord(value) ? Object.assign(before, value) : value;
};

/** All figures of one period at once: the same declarations serve the period and the one before. */
export const foldFigures = <Declared extends Figure>(
  figures: readonly Declared[],
  reading: Reading,
): Fold<FiguresOf<Declared>> => {
  const all = declared(figures as Figures<never>);
  const foldsOf = (window: Window) =>
    combine<Record<string, unknown>>(
      Object.fromEntries(
        all.flatMap(({ path, fold, of }) => (fold && of === window ? [[path, fold(reading)]] : [])),
      ),
    );
  const { period } = reading;
  const both = combine({
    inPeriod: within(period, foldsOf('inPeriod')),
    toDate: until(period.end, foldsOf('toDate')),
  });
  return {
    ...both,
    result: () => {
      const results = both.result();
      const content: Record<string, unknown> = {};
      for (const { path, fold, of } of all)
        if (fold !== undefined) put(content, path.split('.'), results[of][path]);
      return content as FiguresOf<Declared>;
    },
  };
};
