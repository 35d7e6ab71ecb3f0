/**
 * A figure that is told each row once and then knows its value. A cut is streamed through all figures in one
 * pass: a study's laboratory alone may have more rows than fit in memory.
 */
import { CUT_DATASETS, DATED_DOMAINS, type CutDataset, type DatedDomain } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import type { StudyRow } from './study-row.ts';

type Add = (row: StudyRow) => void;

export interface Fold<Result> {
  /** Called with each row of the datasets that the figure reads. */
  readonly on: Readonly<Partial<Record<CutDataset, Add>>>;
  readonly result: () => Result;
}

const mapDatasets = <Name extends CutDataset>(
  names: readonly Name[],
  body: (name: Name) => Add | undefined,
): Fold<unknown>['on'] =>
  Object.fromEntries(
    names.flatMap((name) => {
      const add = body(name);
      return add === undefined ? [] : [[name, add]];
    }),
  );

/** Of SDTM: operational datasets are told to the figures that name them. */
export const onEveryDomain = (add: (domain: DatedDomain, row: StudyRow) => void): Fold<unknown>['on'] =>
  mapDatasets(DATED_DOMAINS, (domain) => (row) => {
    add(domain, row);
  });

/** Several figures of the same rows, each under its name. */
export const combine = <Results extends object>(folds: {
  readonly [Name in keyof Results]: Fold<Results[Name]>;
}): Fold<Results> => {
  const all = Object.entries<Fold<unknown>>(folds);
  return {
    on: mapDatasets(CUT_DATASETS, (domain) => {
      const adds = all.flatMap(([, { on }]) => on[domain] ?? []);
      if (adds.length === 0) return undefined;
      return (row) => {
        for (const add of adds) add(row);
      };
    }),
    result: () => Object.fromEntries(all.map(([name, { result }]) => [name, result()])) as Results,
  };
};

/** The figure over the rows to date: those of a day before `end`. */
export const until = <Result>(end: LocalDate, fold: Fold<Result>): Fold<Result> => ({
  on: mapDatasets(CUT_DATASETS, (domain) => {
    const add = fold.on[domain];
    return add === undefined
      ? undefined
      : (row) => {
          if (row.day < end) add(row);
        };
  }),
  result: fold.result,
});
