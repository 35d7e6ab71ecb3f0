/** Datasets of a study in memory, with the day of each row: to write them again as they stood on another day. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDate } from '@rounds/contracts/period';
import type { SdtmRow } from '@rounds/contracts/received';
import { dayOf } from '@rounds/studies/import/identity';
import type { Dataset } from '@rounds/studies/readers/dataset';
import { isDatasetFile, openDataset } from '@rounds/studies/readers/open-dataset';
import { writeSampleStudy, type SampleOptions } from '@rounds/studies/sample/sample-study';
import { tableOf } from '@rounds/studies/writers/table';
import { writeDataset } from '@rounds/studies/writers/write-dataset';
import { withFolder } from '../stack/folder.ts';

const CREATED_AT = '2026-01-01T00:00:00';

export interface DatedRow {
  readonly row: SdtmRow;
  /** Null: of no day, like most of what is known of a subject. */
  readonly day: LocalDate | null;
}

export interface DatedDataset extends Pick<Dataset, 'name' | 'label' | 'columns'> {
  readonly rows: readonly DatedRow[];
}

const readDated = async (path: string): Promise<DatedDataset> => {
  const dataset = await openDataset(path);
  const { name, label, columns } = dataset;
  const rows: DatedRow[] = [];
  for await (const { values } of dataset.rows()) rows.push({ row: values, day: dayOf(name, values) });
  return { name, label, columns, rows };
};

/** Of the folder's SDTM datasets; learning and queries are none. */
export const readDatasets = async (folder: string): Promise<DatedDataset[]> => {
  const files = (await readdir(folder)).filter((file) => isDatasetFile(file) && !file.endsWith('.csv'));
  return Promise.all(files.map((file) => readDated(join(folder, file))));
};

/** Of the sample study under another name. */
export const sampleDatasets = (studyId: string, options: SampleOptions): Promise<DatedDataset[]> =>
  withFolder(async (folder) => {
    await writeSampleStudy(folder, { ...options, format: 'dsjc' });
    const datasets = await readDatasets(folder);
    return datasets.map((dataset) => ({
      ...dataset,
      rows: dataset.rows.map(({ row, day }) => ({ row: { ...row, STUDYID: studyId }, day })),
    }));
  });

/** Makes the folder; a dataset of which nothing is wanted has no file. */
export const writeDatasets = async (
  folder: string,
  datasets: readonly DatedDataset[],
  isWanted: (row: DatedRow) => boolean = () => true,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const { rows, ...head } of datasets) {
    const wanted = rows.filter(isWanted).map(({ row }) => row);
    if (wanted.length === 0) continue;
    await writeDataset(folder, tableOf({ ...head, createdAt: CREATED_AT }, wanted), 'dsjc');
  }
};
