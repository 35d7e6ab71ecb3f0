/**
 * One reading of one folder into the database: the rows of its datasets, then the documents beside them. It is all or
 * nothing: what it writes is the study's once its last write is done, and an import that broke off before is mended by
 * importing again.
 */
import type { Clock } from '@rounds/adapters/clock';
import { createDocumentsRepository } from '@rounds/adapters/mongo/documents.repository';
import { generationOf } from '@rounds/adapters/mongo/generations';
import type { Refusal } from '@rounds/adapters/mongo/imports.repository';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createRecordsRepository } from '@rounds/adapters/mongo/records.repository';
import { createStudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { ImportedDocuments, ImportedFile } from '@rounds/contracts/collections';
import type { LocalDate } from '@rounds/contracts/period';
import { importDocuments } from '../documents/import-documents.ts';
import { ImportedDomains } from './imported-domains.ts';
import { importFiles, subjectsOf } from './import-files.ts';
import { openWriter, type ImportWriter } from './import-writer.ts';
import { newStudy } from './new-study.ts';
import { medianDay, wholeWeeks } from './shift.ts';
import { readStudyFolder, type StudyFolder } from './study-folder.ts';
import type { Survey } from './survey.ts';

export interface ImportOptions {
  readonly folder: string;
  /**
   * Moves every date by whole weeks so that the study is under way today. The shift of the first time is kept, so
   * that importing again in a later week finds the same rows. Without it, dates are taken as they are.
   */
  readonly shiftToToday?: boolean;
  readonly today: LocalDate;
  /** Who imports it: an e-mail address, or a user of the operating system. Default: `unknown`. */
  readonly by?: string;
  /** Of transport files and CSV, by a label of the WHATWG's Encoding Standard; comes before the study's settings. */
  readonly encoding?: string;
  /** One line for a terminal, now and then. */
  readonly onProgress?: (line: string) => void;
}

export interface ImportSummary {
  readonly importId: string;
  readonly studyId: string;
  readonly title: string;
  readonly plannedSubjects: number | null;
  /** Days by which dates were moved; null when they were not. */
  readonly shiftDays: number | null;
  /** Over all files. */
  readonly rows: number;
  readonly refused: number;
  readonly files: readonly ImportedFile[];
  /** The first 10,000 refused rows; the collection `refusals` has them all. */
  readonly refusals: readonly Refusal[];
  readonly documents: ImportedDocuments;
  /** Files of the folder that are neither datasets nor documents, by their extension. */
  readonly skipped: readonly string[];
}

export interface ImportDependencies {
  readonly mongo: Pick<Mongo, 'collection' | 'client'>;
  readonly store: Pick<ObjectStore, 'put' | 'size'>;
  readonly now: Clock;
}

const LISTED_REFUSALS = 10_000;
const BATCH = 1_000;
const UNKNOWN = 'unknown';

const shiftOf = (
  { shiftToToday = false, today }: ImportOptions,
  { rowsByDay }: Survey,
  stored: number | undefined,
): number | null => {
  if (!shiftToToday) return null;
  const reference = medianDay(rowsByDay);
  return stored ?? (reference === null ? 0 : wholeWeeks(reference, today));
};

const sum = (files: readonly ImportedFile[], count: 'rows' | 'refused'): number =>
  files.reduce((total, file) => total + file[count], 0);

/** Ends what the folder no longer holds. */
const endMissing = async ({ all }: ImportedDomains, { write }: ImportWriter): Promise<void> => {
  const ended = all.flatMap(({ missing }) => missing);
  for (let start = 0; start < ended.length; start += BATCH)
    await write({ added: [], ended: ended.slice(start, start + BATCH), refusals: [] });
};

interface Begun {
  readonly folder: StudyFolder;
  readonly writer: ImportWriter;
  readonly at: Date;
}

const importFolder = async (
  options: ImportOptions,
  { folder, writer, at }: Begun,
  { mongo, store }: ImportDependencies,
): Promise<ImportSummary> => {
  const { by = UNKNOWN, onProgress = () => undefined } = options;
  const { studyId, studyFrom, study, settings, skipped } = folder;
  const { importId, write, publish } = writer;
  const shiftDays = shiftOf(options, folder, study?.shiftDays);
  const visible = generationOf(study);
  const domains = new ImportedDomains(createRecordsRepository(mongo), { studyId, generation: visible });
  const refusals: Refusal[] = [];

  await writer.begin();
  const files = await importFiles(folder.files, {
    studyId,
    studyFrom,
    shiftDays: shiftDays ?? 0,
    generation: visible + 1,
    at,
    writer,
    domains,
    report: (file, rows) => {
      onProgress(`${file}: ${rows.toLocaleString('en')} rows imported`);
    },
    onRefusal: (refusal) => {
      if (refusals.length < LISTED_REFUSALS) refusals.push(refusal);
    },
  });
  await endMissing(domains, writer);
  const { report, documents } = await importDocuments(folder.documents, {
    studyId,
    shiftDays,
    at,
    subjects: await subjectsOf(domains),
    documents: createDocumentsRepository(mongo),
    store,
    onDone: (file) => {
      onProgress(`documents/${file}`);
      return write({ added: [], ended: [], refusals: [] });
    },
  });
  const imported = await newStudy(mongo, { studyId, study, importId, at, by, shiftDays, settings, domains });
  await publish({ study: imported, files, report, documents });
  return {
    importId,
    studyId,
    title: imported.title,
    plannedSubjects: imported.plannedSubjects,
    shiftDays,
    rows: sum(files, 'rows'),
    refused: sum(files, 'refused'),
    files,
    refusals,
    documents: report,
    skipped,
  };
};

/**
 * @throws RoundsError NOT_A_DATASET or INVALID_INPUT, before anything is written, when a file of the folder cannot
 * be read to its end, when two files hold one dataset, or when `documents/index.json` is wrong; CONFLICT while another
 * import of the study is under way.
 */
export const importStudy = async (
  options: ImportOptions,
  dependencies: ImportDependencies,
): Promise<ImportSummary> => {
  const { by = UNKNOWN, encoding, onProgress = () => undefined } = options;
  const { mongo, now } = dependencies;
  const { find } = createStudiesRepository(mongo);
  const folder = await readStudyFolder({
    folder: options.folder,
    encoding,
    find,
    report: (file, rows) => {
      onProgress(`${file}: ${rows.toLocaleString('en')} rows checked`);
    },
  });
  const at = now();
  const writer = await openWriter(mongo, { studyId: folder.studyId, by, study: folder.study, at }, now);
  try {
    return await importFolder(options, { folder, writer, at }, dependencies);
  } catch (error) {
    // Where that fails too, the next import finds out by itself.
    await writer.breakOff().catch(() => undefined);
    throw error;
  }
};
