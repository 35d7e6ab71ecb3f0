/** A small trial of an invented drug, for the demo and for tests: the same for the same seed. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseInput } from '@rounds/contracts/input';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { DATASET_FORMATS, writeDataset, type DatasetFormat } from '../writers/write-dataset.ts';
import { writeDocuments } from './documents.ts';
import { SITES } from './protocol.ts';
import { QUERY_HEADINGS, queryRows } from './queries.ts';
import { withReferenceWeek } from './reference-week.ts';
import { rowsOf } from './rows.ts';
import { simulate } from './subjects.ts';
import { tablesOf } from './tables.ts';
import { TRAINING_HEADINGS, trainingRows } from './training.ts';

const sampleOptions = z.object({
  seed: z.int().min(0),
  /** Default 6. */
  sites: z.int().min(5).max(SITES.length).default(6),
  /** Screened before the reference week's own two; default 80. */
  subjects: z.int().min(40).max(2_000).default(80),
  /** Default `ndjson`. */
  format: z.enum(DATASET_FORMATS as [DatasetFormat, ...DatasetFormat[]]).default('ndjson'),
});
export type SampleOptions = z.input<typeof sampleOptions>;

/** As learning and data capture systems export them. */
const csv = (headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  stringify([headings, ...rows] as (string | number)[][]);

/**
 * Writes `dm.ndjson`, `ae.ndjson`, …, `training.csv`, `queries.csv` and `documents/` into the folder, which is made if it is missing; datasets of
 * an earlier sample there are replaced.
 * @throws RoundsError INVALID_INPUT when an option is out of its range.
 */
export const writeSampleStudy = async (folder: string, options: SampleOptions): Promise<void> => {
  const { seed, sites, subjects, format } = parseInput(sampleOptions, options, 'sample study');
  const study = withReferenceWeek(simulate({ seed, sites, subjects }));
  await mkdir(folder, { recursive: true });
  for (const table of tablesOf(rowsOf(study.subjects, subjects))) {
    for (const other of DATASET_FORMATS)
      await rm(join(folder, `${table.name.toLowerCase()}.${other}`), { force: true });
    await writeDataset(folder, table, format);
  }
  const training = trainingRows(seed, SITES.slice(0, sites), study.highlights.monday);
  await writeFile(join(folder, 'training.csv'), csv(TRAINING_HEADINGS, training));
  await writeFile(join(folder, 'queries.csv'), csv(QUERY_HEADINGS, queryRows(study.subjects)));
  await writeDocuments(folder, study.highlights);
};
