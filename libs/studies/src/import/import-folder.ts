/** The second reading of a folder: what it holds is compared with the study, judged, and becomes the study's. */
import type { Clock } from '@rounds/adapters/clock';
import { createDocumentsRepository } from '@rounds/adapters/mongo/documents.repository';
import { generationOf } from '@rounds/adapters/mongo/generations';
import type { Refusal } from '@rounds/adapters/mongo/refusals.repository';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createRecordsRepository } from '@rounds/adapters/mongo/records.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { ImportedDocuments, ImportedFile } from '@rounds/contracts/collections';
import { importDocuments, type TakenDocuments } from '../documents/import-documents.ts';
import { ImportedDomains } from './imported-domains.ts';
import { importFiles, subjectsOf } from './import-files.ts';
import type { ImportOptions } from './import-options.ts';
import { ImportRefused, type ImportSummary } from './import-summary.ts';
import type { ImportWriter } from './import-writer.ts';
import { judge } from './judge.ts';
import { newStudy } from './new-study.ts';
import { medianDay, wholeWeeks } from './shift.ts';
import type { StudyFolder } from './study-folder.ts';
import type { Survey } from './survey.ts';
import { trialSummary } from './trial-summary.ts';
import { readingOf } from './unchanged-files.ts';

export interface ImportDependencies {
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly store: Pick<ObjectStore, 'put' | 'size'>;
  readonly now: Clock;
}

export interface BegunImport {
  readonly folder: StudyFolder;
  readonly by: string;
  readonly at: Date;
  /** Null of a dry run. */
  readonly importId: string | null;
  readonly writer: Omit<ImportWriter, 'importId'>;
}

const LISTED_REFUSALS = 10_000;
const BATCH = 1_000;
const NO_DOCUMENTS: ImportedDocuments = { inserted: 0, changed: 0, unchanged: 0, refused: [] };

const shiftOf = (
  { shiftToToday = false, today }: ImportOptions,
  { rowsByDay }: Survey,
  stored: number | undefined,
): number | null => {
  if (!shiftToToday) return null;
  const reference = medianDay(rowsByDay);
  return stored ?? (reference === null ? 0 : wholeWeeks(reference, today));
};

interface Reading {
  readonly shiftDays: number | null;
  readonly domains: ImportedDomains;
  readonly onRefusal: (refusal: Refusal) => void;
}

/** The rows of all files, those that were spared among them. */
const readRows = async (
  { empty = [], onProgress }: ImportOptions,
  { folder, at, writer }: BegunImport,
  { shiftDays, domains, onRefusal }: Reading,
): Promise<ImportedFile[]> => {
  const { studyId, studyFrom, study, unchanged } = folder;
  const context = {
    ...{ studyId, studyFrom, at, writer, domains, onRefusal },
    shiftDays: shiftDays ?? 0,
    generation: generationOf(study) + 1,
    report: (file: string, rows: number) =>
      onProgress?.(`${file}: ${rows.toLocaleString('en')} rows imported`),
  };
  const read = await importFiles(folder.files, context, empty);
  return [...unchanged, ...read].sort((a, b) => (a.file < b.file ? -1 : 1));
};

/** Ends what the folder no longer holds. */
const endMissing = async ({ all }: ImportedDomains, { write }: BegunImport['writer']): Promise<void> => {
  const ended = all.flatMap(({ missing }) => missing);
  for (let start = 0; start < ended.length; start += BATCH)
    await write({ added: [], ended: ended.slice(start, start + BATCH), refusals: [] });
};

const takeDocuments = async (
  { dryRun = false, onProgress }: ImportOptions,
  { folder, at, writer }: BegunImport,
  { shiftDays, domains }: Reading,
  { mongo, store }: ImportDependencies,
): Promise<TakenDocuments> =>
  importDocuments(folder.documents, {
    ...{ studyId: folder.studyId, shiftDays, at },
    subjects: await subjectsOf(domains),
    documents: createDocumentsRepository(mongo),
    store: dryRun ? null : store,
    onDone: (file) => {
      onProgress?.(`documents/${file}`);
      return writer.write({ added: [], ended: [], refusals: [] });
    },
  });

const sum = (files: readonly ImportedFile[], count: 'rows' | 'refused'): number =>
  files.reduce((total, file) => total + file[count], 0);

/** @throws ImportRefused, and keeps why */
export const importFolder = async (
  options: ImportOptions,
  begun: BegunImport,
  dependencies: ImportDependencies,
): Promise<ImportSummary> => {
  const { folder, importId, writer, by, at } = begun;
  const { studyId, study, settings, skipped, rules, unchanged } = folder;
  const { mongo } = dependencies;
  const shiftDays = shiftOf(options, folder, study?.shiftDays);
  const generation = generationOf(study);
  const domains = new ImportedDomains(createRecordsRepository(mongo), { studyId, generation });
  const refusals: Refusal[] = [];
  const listed = options.dryRun === true ? Infinity : LISTED_REFUSALS;
  const onRefusal = (refusal: Refusal) => {
    if (refusals.length < listed) refusals.push(refusal);
  };
  const reading: Reading = { shiftDays, domains, onRefusal };

  await writer.begin();
  const files = await readRows(options, begun, reading);
  const trial = trialSummary(studyId, await domains.rowsOf('TS'));
  const counts = { rows: sum(files, 'rows'), refused: sum(files, 'refused') };
  const summary = { importId, studyId, ...trial, shiftDays, ...counts, files, refusals, skipped };
  const faults = judge(files, domains.removals, options);
  if (faults.length > 0) {
    await writer.refuse(files, faults);
    throw new ImportRefused(faults, { ...summary, documents: NO_DOCUMENTS });
  }
  await endMissing(domains, writer);
  const { report, documents } = await takeDocuments(options, begun, reading, dependencies);
  if (importId !== null) {
    const delivery = { importId, at, by };
    const imported = { studyId, study, delivery, shiftDays, settings, trial, domains, unchanged };
    await writer.publish({
      study: await newStudy(mongo, imported),
      ...{ files, report, documents, reading: readingOf(rules, shiftDays ?? 0) },
    });
  }
  return { ...summary, documents: report };
};
