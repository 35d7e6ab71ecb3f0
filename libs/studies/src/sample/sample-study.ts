/** A small trial of an invented drug, for the demo and for tests: the same for the same seed. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { invalidInput } from '@rounds/contracts/errors';
import { z } from 'zod';
import { DATASET_FORMATS, writeDataset, type DatasetFormat } from '../writers/write-dataset.ts';
import { writeDocuments } from './documents.ts';
import { SITES } from './protocol.ts';
import { withReferenceWeek } from './reference-week.ts';
import { rowsOf } from './rows.ts';
import { simulate } from './subjects.ts';
import { tablesOf } from './tables.ts';

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

/**
 * Writes `dm.ndjson`, `ae.ndjson`, … and `documents/` into the folder, which is made if it is missing; datasets of
 * an earlier sample there are replaced.
 * @throws RoundsError INVALID_INPUT when an option is out of its range.
 */
export const writeSampleStudy = async (folder: string, options: SampleOptions): Promise<void> => {
  const parsed = sampleOptions.safeParse(options);
  if (!parsed.success) throw invalidInput('sample study', parsed.error.issues);
  const { seed, sites, subjects, format } = parsed.data;
  const study = withReferenceWeek(simulate({ seed, sites, subjects }));
  await mkdir(folder, { recursive: true });
  for (const table of tablesOf(rowsOf(study.subjects, subjects))) {
    for (const other of DATASET_FORMATS)
      await rm(join(folder, `${table.name.toLowerCase()}.${other}`), { force: true });
    await writeDataset(folder, table, format);
  }
  await writeDocuments(folder, study.highlights);
};
