/** From declarations to the figures of a period: what most figures count, and how all of them are folded at once. */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { DatedDomain } from '@rounds/contracts/cut';
import type { Counts } from '@rounds/contracts/dataset';
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { Reading } from '../aggregator.ts';
import { combine, until, type Fold } from '../folds/fold.ts';
import { isIn, type StudyRow } from '../folds/study-row.ts';
import { tallyCounts } from '../folds/tally.ts';
import { lackingIn, type Needs } from '../quality/needs.ts';
import { declared, type Figures } from './declared.ts';
import type { CountedRows, Figure, Window } from './figure.ts';

type Domain = Exclude<DatedDomain, 'DM'>;
type Counting = Pick<Reading, 'period' | 'known' | 'label'>;

const within = (window: Window, period: Period): ((day: LocalDate) => boolean) =>
  window === 'toDate' ? () => true : (day) => isIn(period, day);

const onRows = (domain: Domain, add: (row: StudyRow) => void): Fold<unknown>['on'] => ({ [domain]: add });

const foldCount = (
  { domain, counts }: CountedRows,
  { period, known }: Counting,
  window: Window,
): Fold<number> => {
  const isWithin = within(window, period);
  let n = 0;
  return {
    on: onRows(domain as Domain, ({ day, row }) => {
      if (isWithin(day) && counts(row, known)) n += 1;
    }),
    result: () => n,
  };
};

const ANY: CountedRows['counts'] = () => true;

/** How many rows of the domain. */
export const countRows = (domain: Domain, counts = ANY) => ({
  rows: { domain, counts },
  fold: (reading: Counting, window: Window) => foldCount({ domain, counts }, reading, window),
});

/** The same; null where the study lacks what it needs. */
export const countRowsIfKnown = (
  domain: Domain,
  counts: CountedRows['counts'],
  ...needs: readonly Needs[]
) => ({
  rows: { domain, counts },
  needs,
  fold: (reading: Counting, window: Window): Fold<number | null> => {
    const isKnown = needs.every((each) => lackingIn(each, reading.known).length === 0);
    const { on, result } = foldCount({ domain, counts }, reading, window);
    return { on, result: () => (isKnown ? result() : null) };
  },
});

/** How many distinct subjects have rows of the domain. */
export const countSubjects = (domain: Domain) => ({
  fold: ({ period }: Counting, window: Window): Fold<number> => {
    const isWithin = within(window, period);
    const subjects = new Set<string>();
    return {
      on: onRows(domain, ({ subject, day }) => {
        if (isWithin(day)) subjects.add(subject);
      }),
      result: () => subjects.size,
    };
  },
});

/** Rows of the domain by key. */
export const countBy = (domain: Domain, keyOf: (row: SdtmRow, reading: Counting) => string) => ({
  fold: (reading: Counting, window: Window): Fold<Counts> => {
    const isWithin = within(window, reading.period);
    const counts = tallyCounts();
    return {
      on: onRows(domain, ({ day, row }) => {
        if (isWithin(day)) counts.add(keyOf(row, reading));
      }),
      result: counts.result,
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
  const folds = declared(figures as Figures<never>).flatMap(({ path, fold, of }) =>
    fold === undefined ? [] : [{ path, fold: fold(reading, of) }],
  );
  const all = combine<Record<string, unknown>>(
    Object.fromEntries(folds.map(({ path, fold }) => [path, fold])),
  );
  return until(reading.period.end, {
    on: all.on,
    result: () => {
      const content: Record<string, unknown> = {};
      for (const [path, value] of Object.entries(all.result())) put(content, path.split('.'), value);
      return content as FiguresOf<Declared>;
    },
  });
};
