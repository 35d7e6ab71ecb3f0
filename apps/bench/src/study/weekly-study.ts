/**
 * A study as it grows: the same datasets as they stood at the end of one week after another. The real one where the
 * machine has it, else the sample study with more subjects.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { realStudyFolder } from '@rounds/adapters/testing/test-data';
import type { LocalDate } from '@rounds/contracts/period';
import { addDays, medianDay } from '@rounds/studies/import/shift';
import type { Stack } from '../stack/stack.ts';
import { readDatasets, sampleDatasets, writeDatasets, type DatedDataset } from './datasets.ts';

/** Another than that of the study which warms the workers up. */
const SAMPLE_ID = 'ROUNDS-BENCH';
/** With about as many rows as the real study has. */
const SAMPLE_SUBJECTS = 900;

export interface WeeklyStudy {
  readonly kind: 'real' | 'sample' | 'made';
  readonly studyId: string;
  /**
   * Visits of the first reported week alone: as a first delivery they fix by how much `--shift-to-today` moves dates,
   * and bring that week onto the current one.
   */
  opening(folder: string): Promise<void>;
  /** Every row until the end of the week: 0 the first one that is reported, 1 the next. */
  untilWeek(week: number, folder: string): Promise<void>;
}

/** Imports the weeks as they come in. */
export const bringWeeks = (stack: Stack, folder: string, study: WeeklyStudy) => {
  const bring = async (name: string, write: (to: string) => Promise<void>) => {
    await write(join(folder, name));
    return (await stack.cli('import', join(folder, name), '--shift-to-today')) as { readonly rows: number };
  };
  return {
    studyId: study.studyId,
    first: async () => {
      await bring('opening', (to) => study.opening(to));
      return await bring('first', (to) => study.untilWeek(0, to));
    },
    next: () => bring('next', (to) => study.untilWeek(1, to)),
  };
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

const weeklyStudy = (kind: WeeklyStudy['kind'], datasets: readonly DatedDataset[]): WeeklyStudy => {
  const monday = middleMonday(datasets);
  return {
    kind,
    studyId: String(datasets[0]?.rows[0]?.row.STUDYID),
    opening: (folder) => {
      const visits = datasets.filter(({ name }) => name === 'SV');
      const end = addDays(monday, 7);
      return writeDatasets(folder, visits, ({ day }) => day !== null && day >= monday && day < end);
    },
    untilWeek: (week, folder) => {
      const end = addDays(monday, 7 * (week + 1));
      return writeDatasets(folder, datasets, ({ day }) => day === null || day < end);
    },
  };
};

/** The sample study. @param subjects 80 of them have 9,000 rows */
export const sampleWeeks = async (subjects = SAMPLE_SUBJECTS): Promise<WeeklyStudy> =>
  weeklyStudy('sample', await sampleDatasets(SAMPLE_ID, { seed: 1, subjects }));

export const readWeeklyStudy = async (): Promise<WeeklyStudy> =>
  existsSync(realStudyFolder)
    ? weeklyStudy('real', await readDatasets(realStudyFolder))
    : await sampleWeeks();
