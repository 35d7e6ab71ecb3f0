import type { DatedDomain } from '@rounds/contracts/cut';
import type { Fold } from './fold.ts';
import type { StudyRow } from './study-row.ts';

/** The rows of a domain that `takes`, shown; rows of one day stay in the order of their keys. */
export const foldListing = <Shown extends { readonly day: string }>(
  domain: Exclude<DatedDomain, 'DM'>,
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
