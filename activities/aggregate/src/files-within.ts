/** What of a cut the readers of a scope have read, by its parts and in numbers. */
import type { CutSubject } from '@rounds/contracts/cut';
import type { Counts, DatasetFile } from '@rounds/contracts/dataset';
import { defined } from '@rounds/contracts/defined';
import type { Scope } from '@rounds/contracts/scope';
import type { Cut } from './cut-reader.ts';
import type { ReadRows } from './read-rows.ts';

const total = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const mayBeWithin = (scope: Scope['sites'], { siteId, sites = [] }: CutSubject): boolean =>
  scope === 'all' || (siteId === null ? sites : [siteId]).some((site) => scope.includes(site));

/** Rows that a file lacks of those that the database counted are told to everybody: nobody knows whose they are. */
export const filesWithin = (
  { sites }: Scope,
  { subjects, manifest }: Pick<Cut, 'subjects' | 'manifest'>,
  { rows, dayless }: Pick<ReadRows<unknown>, 'rows' | 'dayless'>,
): DatasetFile[] => {
  const within: Counts = {
    ...rows,
    subjects: subjects.filter((subject) => mayBeWithin(sites, subject)).length,
    undated: total(dayless.undated),
    implausible: total(dayless.implausible),
  };
  return manifest.files.map(({ name, rows: held, expected }) => {
    const { [name]: count = 0 } = within;
    return { name, rows: count, ...defined({ expected: expected && count + expected - held }) };
  });
};
