/**
 * A figure that is told each row once and then knows its value. A cut is streamed through all figures in one
 * pass: a study's laboratory alone may have more rows than fit in memory.
 */
import { DATED_DOMAINS, type DatedDomain } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import type { StudyRow } from './study-row.ts';

type Add = (row: StudyRow) => void;

export interface Fold<Result> {
  /** Called with each row of the domains that the figure reads. */
  readonly on: Readonly<Partial<Record<DatedDomain, Add>>>;
  readonly result: () => Result;
}

const mapDomains = (body: (domain: DatedDomain) => Add | undefined): Fold<unknown>['on'] =>
  Object.fromEntries(
    DATED_DOMAINS.flatMap((domain) => {
      const add = body(domain);
      return add === undefined ? [] : [[domain, add]];
    }),
  );

export const onEveryDomain = (add: (domain: DatedDomain, row: StudyRow) => void): Fold<unknown>['on'] =>
  mapDomains((domain) => (row) => {
    add(domain, row);
  });

/** Several figures of the same rows, each under its name. */
export const combine = <Results extends object>(folds: {
  readonly [Name in keyof Results]: Fold<Results[Name]>;
}): Fold<Results> => {
  const all = Object.entries<Fold<unknown>>(folds);
  return {
    on: mapDomains((domain) => {
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
  on: mapDomains((domain) => {
    const add = fold.on[domain];
    return add === undefined
      ? undefined
      : (row) => {
          if (row.day < end) add(row);
        };
  }),
  result: fold.result,
});
