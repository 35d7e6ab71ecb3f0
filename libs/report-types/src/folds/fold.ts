/**
 * A figure that gets each row once and then knows its value. A cut is streamed through all figures in one
 * pass: a study's laboratory alone may have more rows than fit in memory.
 */
import { CUT_DATASETS, DATED_DOMAINS, type CutDataset, type DatedDomain } from '@rounds/contracts/cut';
import type { LocalDate, Period } from '@rounds/contracts/period';
import { NOTHING_KEPT, keepAll, type Kept } from './kept.ts';
import type { StudyRow, SubjectRow } from './study-row.ts';

/** A row of DM is handed on whatever its own day says; of the others only rows of a day are. */
export type Told<Name extends CutDataset> = Name extends 'DM' ? SubjectRow : StudyRow;

export interface Fold<Result> extends Kept {
  /** Called with each row of the datasets that the figure reads. */
  readonly on: { readonly [Name in CutDataset]?: (row: Told<Name>) => void };
  readonly result: () => Result;
}

type Add = (row: SubjectRow) => void;
/** Datasets are alike to whoever passes rows on. */
type AnyOn = Readonly<Partial<Record<CutDataset, Add>>>;

/** Whether the row has a day of its own, and that is before `end`. */
export const isBefore = <Row extends SubjectRow>(end: LocalDate, row: Row): row is Row & StudyRow =>
  row.day !== null && row.day < end;

const mapDatasets = <Name extends CutDataset>(
  names: readonly Name[],
  body: (name: Name) => Add | undefined,
): AnyOn =>
  Object.fromEntries(
    names.flatMap((name) => {
      const add = body(name);
      return add === undefined ? [] : [[name, add]];
    }),
  );

/**
 * Of SDTM, each row of a day before `end`: operational datasets go to the figures that name them.
 */
export const onEveryDomain = (
  end: LocalDate,
  add: (domain: DatedDomain, row: StudyRow) => void,
): Fold<unknown>['on'] =>
  mapDatasets(DATED_DOMAINS, (domain) => (row) => {
    if (isBefore(end, row)) add(domain, row);
  });

/** Several figures of the same rows, each under its name. */
export const combine = <Results extends object>(folds: {
  readonly [Name in keyof Results]: Fold<Results[Name]>;
}): Fold<Results> => {
  const all = Object.entries<Fold<unknown>>(folds);
  return {
    on: mapDatasets(CUT_DATASETS, (domain) => {
      const adds = all.flatMap(([, { on }]) => (on as AnyOn)[domain] ?? []);
      if (adds.length === 0) return undefined;
      return (row) => {
        for (const add of adds) add(row);
      };
    }),
    result: () => Object.fromEntries(all.map(([name, { result }]) => [name, result()])) as Results,
    ...keepAll(folds),
  };
};

/** The figure over the rows to date: those of a day before `end`, and those of DM, whose day decides only who is screened. */
export const until = <Result>(end: LocalDate, fold: Fold<Result>): Fold<Result> => ({
  ...fold,
  on: mapDatasets(CUT_DATASETS, (domain) => {
    const add = (fold.on as AnyOn)[domain];
    if (add === undefined || domain === 'DM') return add;
    return (row) => {
      if (isBefore(end, row)) add(row);
    };
  }),
});

/** The figure over the rows of the period. */
export const within = <Result>({ start, end }: Period, fold: Fold<Result>): Fold<Result> => ({
  on: mapDatasets(CUT_DATASETS, (domain) => {
    const add = (fold.on as AnyOn)[domain];
    return (
      add &&
      ((row) => {
        if (isBefore(end, row) && row.day >= start) add(row);
      })
    );
  }),
  result: fold.result,
  ...NOTHING_KEPT,
});

/** SDTM beside DM, of which there is a row a subject, and no more of them however long the study lasts. */
export const GROWING_DOMAINS = DATED_DOMAINS.filter((domain) => domain !== 'DM');

/** Tells the row to whoever asks for rows of its dataset. */
export const feed = ({ on }: Fold<unknown>, domain: CutDataset, row: SubjectRow): void => {
  (on as AnyOn)[domain]?.(row);
};
