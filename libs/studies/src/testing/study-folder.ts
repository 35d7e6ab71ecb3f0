/** Folders of small studies for tests. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SdtmRow } from '@rounds/contracts/received';
import type { Dataset, DatasetColumn, SourceRow } from '../readers/dataset.ts';
import { isDatasetFile, openDataset } from '../readers/open-dataset.ts';
import { tableOf, type Table } from '../writers/table.ts';
import { writeDataset, type DatasetFormat } from '../writers/write-dataset.ts';

/** A folder that is gone after the test. */
export const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-study-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

const columnsOf = (rows: readonly SdtmRow[]): DatasetColumn[] => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return names.map((name) => {
    const values = rows.flatMap((row) => row[name] ?? []);
    const numeric = values.every((value) => typeof value === 'number');
    return { name, label: `Label of ${name}`, dataType: numeric ? 'double' : 'string' };
  });
};

/** The row without these variables. */
export const without = (row: SdtmRow, ...variables: readonly string[]): SdtmRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !variables.includes(name)));

/** A table whose columns are those that the rows have; a column is numeric if all its values are. */
export const tableFrom = (name: string, rows: readonly SdtmRow[]): Table =>
  tableOf(
    { name, label: `Dataset ${name}`, columns: columnsOf(rows), createdAt: '2024-01-08T06:00:00' },
    rows,
  );

export const writeRows = (
  folder: string,
  name: string,
  rows: readonly SdtmRow[],
  format: DatasetFormat = 'ndjson',
): Promise<string> => writeDataset(folder, tableFrom(name, rows), format);

export const readAll = async (dataset: Dataset, only?: ReadonlySet<string>): Promise<SourceRow[]> => {
  const rows: SourceRow[] = [];
  for await (const row of dataset.rows(only)) rows.push(row);
  return rows;
};

/** Writes the folder's datasets into another folder, in another format. */
export const convertStudy = async (from: string, to: string, format: DatasetFormat): Promise<void> => {
  for (const file of (await readdir(from)).filter(isDatasetFile)) {
    const dataset = await openDataset(join(from, file));
    const rows = (await readAll(dataset)).map(({ values }) => values);
    await writeDataset(to, tableOf({ ...dataset, createdAt: '2024-01-08T06:00:00' }, rows), format);
  }
};
