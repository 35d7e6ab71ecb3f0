/**
 * A study as it grows: the same datasets as they stood at the end of one week after another. The real one where the
 * machine has it, else the sample study with more subjects.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realStudyFolder } from '@rounds/adapters/testing/test-data';
import type { LocalDate } from '@rounds/contracts/period';
import type { SdtmRow } from '@rounds/contracts/received';
import { dayOf } from '@rounds/studies/import/identity';
import { addDays, medianDay } from '@rounds/studies/import/shift';
import type { Dataset } from '@rounds/studies/readers/dataset';
import { isDatasetFile, openDataset } from '@rounds/studies/readers/open-dataset';
import { writeSampleStudy } from '@rounds/studies/sample/sample-study';
import { tableOf } from '@rounds/studies/writers/table';
import { writeDataset } from '@rounds/studies/writers/write-dataset';

/** With about as many rows as the real study has. */
const SAMPLE = { seed: 1, sites: 6, subjects: 900, format: 'dsjc' } as const;
/** Another than that of the sample study which warms the workers up. */
const SAMPLE_ID = 'ROUNDS-BENCH';
const CREATED_AT = '2026-01-01T00:00:00';

interface DatedRow {
  readonly row: SdtmRow;
  /** Null: of no day, like most of what is known of a subject. */
  readonly day: LocalDate | null;
}

interface DatedDataset extends Pick<Dataset, 'name' | 'label' | 'columns'> {
  readonly rows: readonly DatedRow[];
}

export interface WeeklyStudy {
  readonly kind: 'real' | 'sample';
  readonly studyId: string;
  /**
   * Visits of the first reported week alone: as a first delivery they fix by how much `--shift-to-today` moves dates,
   * and bring that week onto the current one.
   */
  opening(folder: string): Promise<void>;
  /** Every row until the end of the week: 0 the first one that is reported, 1 the next. */
  untilWeek(week: number, folder: string): Promise<void>;
}

const readDated = async (path: string): Promise<DatedDataset> => {
  const dataset = await openDataset(path);
  const { name, label, columns } = dataset;
  const rows: DatedRow[] = [];
  for await (const { values } of dataset.rows()) rows.push({ row: values, day: dayOf(name, values) });
  return { name, label, columns, rows };
};

const readFolder = async (folder: string): Promise<DatedDataset[]> => {
  const files = (await readdir(folder)).filter((file) => isDatasetFile(file) && !file.endsWith('.csv'));
  return Promise.all(files.map((file) => readDated(join(folder, file))));
};

const readSample = async (): Promise<DatedDataset[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-bench-sample-'));
  try {
    await writeSampleStudy(folder, SAMPLE);
    const datasets = await readFolder(folder);
    return datasets.map((dataset) => ({
      ...dataset,
      rows: dataset.rows.map(({ row, day }) => ({ row: { ...row, STUDYID: SAMPLE_ID }, day })),
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** The Monday of the week in which half of the rows are there. */
const middleMonday = (datasets: readonly DatedDataset[]): LocalDate => {
  const rowsByDay = new Map<LocalDate, number>();
  for (const { day } of datasets.flatMap(({ rows }) => rows))
    if (day !== null) rowsByDay.set(day, (rowsByDay.get(day) ?? 0) + 1);
  const middle = medianDay(rowsByDay);
  if (middle === null) throw new Error('No row of the study has a day.');
  return addDays(middle, -((new Date(middle).getUTCDay() + 6) % 7));
};

const write = async (
  folder: string,
  { rows, ...head }: DatedDataset,
  isWanted: (row: DatedRow) => boolean,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const wanted = rows.filter(isWanted).map(({ row }) => row);
  if (wanted.length > 0)
    await writeDataset(folder, tableOf({ ...head, createdAt: CREATED_AT }, wanted), 'dsjc');
};

export const readWeeklyStudy = async (): Promise<WeeklyStudy> => {
  const isReal = existsSync(realStudyFolder);
  const datasets = isReal ? await readFolder(realStudyFolder) : await readSample();
  const monday = middleMonday(datasets);
  const isBefore = (day: LocalDate | null, end: LocalDate): boolean => day === null || day < end;
  return {
    kind: isReal ? 'real' : 'sample',
    studyId: String(datasets[0]?.rows[0]?.row.STUDYID),
    opening: async (folder) => {
      const visits = datasets.filter(({ name }) => name === 'SV');
      const end = addDays(monday, 7);
      for (const dataset of visits)
        await write(folder, dataset, ({ day }) => day !== null && day >= monday && day < end);
    },
    untilWeek: async (week, folder) => {
      const end = addDays(monday, 7 * (week + 1));
      for (const dataset of datasets) await write(folder, dataset, ({ day }) => isBefore(day, end));
    },
  };
};
