import { compareBytes } from '@rounds/contracts/byte-order';
import type { DatedDomain } from '@rounds/contracts/cut';
import type { Fold } from './fold.ts';
import { keepList } from './kept.ts';
import type { StudyRow } from './study-row.ts';

type Listed = readonly [key: string, { readonly day: string }];

/** Keys in their byte order, as cuts have them. */
const byDayAndKey = ([key, { day }]: Listed, [otherKey, other]: Listed): number => {
  if (day !== other.day) return day < other.day ? -1 : 1;
  return compareBytes(key, otherKey);
};

/** The rows of a domain that `takes`, shown; rows of one day in the order of their keys. */
export const foldListing = <Shown extends { readonly day: string }>(
  domain: Exclude<DatedDomain, 'DM'>,
  takes: (row: StudyRow) => boolean,
  show: (row: StudyRow) => Shown,
): Fold<readonly Shown[]> => {
  const rows = keepList<readonly [key: string, Shown]>();
  return {
    on: {
      [domain]: (row: StudyRow) => {
        if (takes(row)) rows.add([row.key, show(row)]);
      },
    },
    result: () => [...rows.values].sort(byDayAndKey).map(([, shown]) => shown),
    save: rows.save,
    absorb: rows.absorb,
  };
};
