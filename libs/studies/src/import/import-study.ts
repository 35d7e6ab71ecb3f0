/**
 * One reading of one folder into the database: the rows of its datasets, then the documents beside them.
 * Every step may be done again: a row is stored under its natural key, a document under its study and file name,
 * and what is equal is left alone. So an import that broke off is mended by importing again.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@rounds/adapters/clock';
import { createImportsRepository, type Refusal } from '@rounds/adapters/mongo/imports.repository';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createRecordsRepository } from '@rounds/adapters/mongo/records.repository';
import { createStudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { readTreatments } from '@rounds/adapters/mongo/treatments';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { ImportedDocuments, ImportedFile } from '@rounds/contracts/collections';
import { isOperational } from '@rounds/contracts/cut';
import { RoundsError } from '@rounds/contracts/errors';
import type { LocalDate } from '@rounds/contracts/period';
import { sitesNamed, subjectSites } from '@rounds/contracts/subject-sites';
import { importDocuments } from '../documents/import-documents.ts';
import { readDocuments } from '../documents/read-documents.ts';
import type { KnownStudy } from '../operational/definitions.ts';
import type { Dataset } from '../readers/dataset.ts';
import { isSettingsFile } from '../settings/study-settings.ts';
import { isDatasetFile } from '../readers/open-dataset.ts';
import { importFile, type FileCounts, type ImportContext } from './import-file.ts';
import type { LeftOut } from './left-out.ts';
import { SeenRows } from './seen-rows.ts';
import { blindedTitle } from './blinded-title.ts';
import { medianDay, wholeWeeks } from './shift.ts';
import { surveyBySettings } from './survey-by-settings.ts';
import type { Survey, SurveyedFile } from './survey.ts';
import { trialSummary } from './trial-summary.ts';

export interface ImportOptions {
  readonly folder: string;
  /**
   * Moves every date by whole weeks so that the study is under way today. The shift of the first time is kept, so
   * that importing again in a later week finds the same rows. Without it, dates are taken as they are.
   */
  readonly shiftToToday?: boolean;
  readonly today: LocalDate;
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
  /** Files of the folder that are no datasets, by their extension. */
  readonly skipped: readonly string[];
}

export interface ImportDependencies {
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly store: Pick<ObjectStore, 'put' | 'size'>;
  readonly now: Clock;
}

const LISTED_REFUSALS = 10_000;
const REMOVE_BATCH = 1_000;

interface Folder {
  readonly datasets: readonly string[];
  readonly skipped: readonly string[];
}

const invalidFolder = (folder: string, rule: string, cause?: unknown): RoundsError =>
  new RoundsError('INVALID_INPUT', `The folder ${folder} ${rule}.`, {
    fields: [{ field: 'folder', rule }],
    cause,
  });

const listFolder = async (folder: string): Promise<Folder> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw invalidFolder(folder, 'must be a folder that can be read', error);
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => !isSettingsFile(name))
    .sort();
  const datasets = names.filter(isDatasetFile);
  if (datasets.length === 0)
    throw invalidFolder(folder, 'must hold at least one dataset (.json, .ndjson, .dsjc or .xpt)');
  return { datasets, skipped: names.filter((name) => !isDatasetFile(name)) };
};

const shiftOf = (
  { shiftToToday = false, today }: ImportOptions,
  { rowsByDay }: Survey,
  stored: number | undefined,
): number | null => {
  if (!shiftToToday) return null;
  const reference = medianDay(rowsByDay);
  return stored ?? (reference === null ? 0 : wholeWeeks(reference, today));
};

/** Marks the stored rows of a domain that the folder no longer holds; answers how many. */
const removeMissing = async (domain: string, context: ImportContext): Promise<number> => {
  const { studyId, at, records, seen } = context;
  // Every row that the folder holds is stored by now: an equal count means that no other one is.
  if ((await records.count(studyId, domain)) === seen.count(domain)) return 0;
  const missing: string[] = [];
  for await (const key of records.keys(studyId, domain)) if (!seen.has(domain, key)) missing.push(key);
  for (let start = 0; start < missing.length; start += REMOVE_BATCH)
    await records.markRemoved(studyId, domain, missing.slice(start, start + REMOVE_BATCH), at);
  return missing.length;
};

interface ReadFile {
  readonly surveyed: SurveyedFile;
  readonly counts: FileCounts;
}

const notes = ({ list }: LeftOut, { warnings }: Dataset): Pick<ImportedFile, 'leftOut' | 'warnings'> => ({
  ...(list.length === 0 ? {} : { leftOut: list }),
  ...(warnings.length === 0 ? {} : { warnings }),
});

/** Only now is it known what is missing: a domain may be split over several files. */
const removeAllMissing = async (
  read: readonly ReadFile[],
  context: ImportContext,
): Promise<ImportedFile[]> => {
  const removed = new Map<string, number>();
  for (const domain of context.seen.domains) removed.set(domain, await removeMissing(domain, context));
  return read.map(({ surveyed, counts: { domains, leftOut, ...counts } }, index) => {
    const later = new Set(read.slice(index + 1).flatMap((file) => [...file.counts.domains]));
    const own = [...domains].filter((domain) => !later.has(domain));
    return {
      file: surveyed.dataset.file,
      domains: [...domains],
      sha256: surveyed.sha256,
      ...counts,
      removed: own.reduce((sum, domain) => sum + (removed.get(domain) ?? 0), 0),
      ...notes(leftOut, surveyed.dataset),
    };
  });
};

const importFiles = async (
  files: readonly SurveyedFile[],
  context: ImportContext,
): Promise<ImportedFile[]> => {
  const read: ReadFile[] = [];
  for (const surveyed of files) read.push({ surveyed, counts: await importFile(surveyed, context) });
  return removeAllMissing(read, context);
};

/** By DM as it is stored now: a folder may hold operational datasets alone. */
const knownStudy = async ({
  studyId,
  records,
}: Pick<ImportContext, 'studyId' | 'records'>): Promise<KnownStudy> => {
  const rows = await records.ofDomain(studyId, 'DM');
  const subjects = subjectSites(rows.map(({ subject, row }) => ({ subject, siteId: row.SITEID })));
  const { siteOf, uncertain } = subjects;
  return {
    sites: sitesNamed(subjects),
    isOfSite: (subject, siteId) =>
      siteOf.get(subject) === siteId || (uncertain.get(subject)?.includes(siteId) ?? false),
  };
};

/** SDTM first: rows of operational datasets name its sites and subjects. */
const importAll = async (
  files: readonly SurveyedFile[],
  context: Omit<ImportContext, 'seen' | 'study'>,
): Promise<ImportedFile[]> => {
  const operational = files.filter(({ dataset }) => isOperational(dataset.name));
  const clinical = files.filter((file) => !operational.includes(file));
  const nothing: KnownStudy = { sites: new Set(), isOfSite: () => false };
  const imported = await importFiles(clinical, { ...context, seen: new SeenRows(), study: nothing });
  if (operational.length === 0) return imported;
  const study = await knownStudy(context);
  return [...imported, ...(await importFiles(operational, { ...context, seen: new SeenRows(), study }))];
};

const sum = (files: readonly ImportedFile[], count: 'rows' | 'refused'): number =>
  files.reduce((total, file) => total + file[count], 0);

/**
 * @throws RoundsError NOT_A_DATASET or INVALID_INPUT, before anything is written, when a file of the folder cannot
 * be read to its end, when two files hold one dataset, or when `documents/index.json` is wrong.
 */
export const importStudy = async (
  options: ImportOptions,
  { mongo, store, now }: ImportDependencies,
): Promise<ImportSummary> => {
  const { folder, onProgress = () => undefined } = options;
  const studies = createStudiesRepository(mongo);
  const imports = createImportsRepository(mongo);
  const records = createRecordsRepository(mongo);
  const report = (done: string) => (file: string, rows: number) => {
    onProgress(`${file}: ${rows.toLocaleString('en')} rows ${done}`);
  };

  const { datasets, skipped } = await listFolder(folder);
  const documents = await readDocuments(join(folder, 'documents'));
  const paths = datasets.map((name) => join(folder, name));
  const surveyed = await surveyBySettings({
    folder,
    paths,
    encoding: options.encoding,
    find: (studyId) => studies.find(studyId),
    report: report('checked'),
  });
  const { studyId, studyFrom, study, settings } = surveyed;
  const shiftDays = shiftOf(options, surveyed, study?.shiftDays);

  const at = now();
  const importId = await imports.begin(studyId, at);
  const refusals: Refusal[] = [];
  const files = await importAll(surveyed.files, {
    studyId,
    studyFrom,
    shiftDays: shiftDays ?? 0,
    importId,
    at,
    records,
    imports,
    report: report('imported'),
    onRefusal: (refusal) => {
      if (refusals.length < LISTED_REFUSALS) refusals.push(refusal);
    },
  });
  const importedDocuments = await importDocuments(documents, {
    studyId,
    shiftDays,
    at,
    mongo,
    store,
    onProgress,
  });
  const { title, plannedSubjects } = trialSummary(studyId, await records.ofDomain(studyId, 'TS'));
  // Last: a study that is there is whole.
  await studies.save({
    _id: studyId,
    title,
    ...blindedTitle(title, await readTreatments(mongo.collection('records'), studyId)),
    plannedSubjects,
    importedAt: at,
    ...(shiftDays === null ? {} : { shiftDays }),
    ...(settings === undefined ? {} : { settings }),
  });
  await imports.finish(studyId, importId, { finishedAt: now(), files, documents: importedDocuments });
  return {
    importId,
    studyId,
    title,
    plannedSubjects,
    shiftDays,
    rows: sum(files, 'rows'),
    refused: sum(files, 'refused'),
    files,
    refusals,
    documents: importedDocuments,
    skipped,
  };
};
