/** What of a cut the readers of a scope have read, by its parts and in numbers. */
import type { CutSubject } from '@rounds/contracts/cut';
import type { Counts, DatasetFile } from '@rounds/contracts/dataset';
import type { Scope } from '@rounds/contracts/scope';
import type { Cut } from './cut-reader.ts';
import type { ReadRows } from './read-rows.ts';

const total = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const mayBeWithin = (scope: Scope['sites'], { siteId, sites = [] }: CutSubject): boolean =>
  scope === 'all' || (siteId === null ? sites : [siteId]).some((site) => scope.includes(site));

/** Rows that the cut lacks of those that the database counted are told to everybody: nobody knows whose they are. */
export const filesWithin = (
  { sites }: Scope,
  { subjects, datasets, lacking }: Pick<Cut, 'subjects' | 'datasets' | 'lacking'>,
  { rows, dayless }: Pick<ReadRows<unknown>, 'rows' | 'dayless'>,
): DatasetFile[] => [
  { name: 'subjects', rows: subjects.filter((subject) => mayBeWithin(sites, subject)).length },
  ...datasets.map((name) => ({
    ...{ name, rows: rows[name] ?? 0 },
    expected: (rows[name] ?? 0) + lacking(name),
  })),
  { name: 'undated', rows: total(dayless.undated) },
  { name: 'implausible', rows: total(dayless.implausible) },
];
