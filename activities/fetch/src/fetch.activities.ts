/** The fetch stage: the study as it is now becomes a cut that never changes again. */
import { randomBytes } from 'node:crypto';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { FetchActivities, FetchInput } from '@rounds/contracts/activities';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { StudyDocument } from '@rounds/contracts/collections';
import {
  CUT_DATASETS,
  DATED_DOMAINS,
  isOperational,
  type ColumnFacts,
  type CutDataset,
  type CutFile,
  type CutImplausible,
  type CutManifest,
  type CutRow,
  type CutSubject,
  type CutUndated,
} from '@rounds/contracts/cut';
import { RoundsError } from '@rounds/contracts/errors';
import type { CutRef } from '@rounds/contracts/run';
import type { SubjectSites } from '@rounds/contracts/subject-sites';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { cutFolder, cutManifestKey, removeCut } from '@rounds/adapters/s3/cuts';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import { AGGREGATORS } from '@rounds/report-types/aggregators';
import { reportTypeOf } from '@rounds/report-types/catalogue';
import { storeCutFile } from './cut-file.ts';
import { deliveriesOf } from './deliveries.ts';
import { documentsWithin, instantsOf, lackingDocuments } from './received-documents.ts';
import { refusedWithin } from './refused-documents.ts';
import { latestDayOf } from './plausible-days.ts';
import { withStudySnapshot, type StudySnapshot, type Within } from './study-snapshot.ts';

export interface FetchDependencies {
  readonly mongo: Mongo;
  readonly objects: ObjectStore;
  /** Names the running code in the manifest. */
  readonly codeVersion: string;
  /** The clock that says when a cut was made. */
  readonly now: () => Date;
  readonly beat: Beat;
  /** Rows that one cut may hold; default: any number. */
  readonly maxRows?: number;
}

const BEAT_EVERY_ROWS = 2_000;

export const createFetchActivities = (dependencies: FetchDependencies): FetchActivities => ({
  freezeCut: async (input) => {
    await createHaltsRepository(dependencies.mongo).demandNone(input.studyId);
    return (await existingCut(dependencies, input.runId)) ?? freeze(dependencies, input);
  },
  discardCut: ({ runId }) =>
    removeCut(dependencies.objects, runId, (removed) => {
      dependencies.beat({ removed });
    }),
});

/** An attempt that was tried again, or a run that was reset, must not see newer rows than the first did. */
const existingCut = async ({ objects }: FetchDependencies, runId: string): Promise<CutRef | undefined> => {
  const key = cutManifestKey(runId);
  return (await objects.size(key)) === null ? undefined : cutRef(runId, await objects.get(key));
};

const cutRef = (runId: string, manifestBytes: Buffer): CutRef => {
  const { files, documents } = JSON.parse(manifestBytes.toString('utf8')) as CutManifest;
  const domains: readonly string[] = CUT_DATASETS;
  const counted = files.filter(({ name }) => domains.includes(name));
  return {
    manifestKey: cutManifestKey(runId),
    sha256: sha256Of(manifestBytes),
    rows: counted.reduce((sum, { rows }) => sum + rows, 0),
    documents: documents.length,
  };
};

const freeze = async (dependencies: FetchDependencies, input: FetchInput): Promise<CutRef> => {
  const { mongo, objects, now } = dependencies;
  const cutAt = now().toISOString();
  const manifest = await withStudySnapshot(mongo, input.studyId, (snapshot) =>
    freezeSnapshot(dependencies, input, snapshot, cutAt),
  );
  // Another attempt, given up but still running, may have come first: then its cut is the run's.
  const first = await existingCut(dependencies, input.runId);
  if (first !== undefined) return first;
  const bytes = Buffer.from(canonicalJson(manifest));
  // The manifest comes last: where it is, all that it names is.
  await objects.put(cutManifestKey(input.runId), bytes, 'application/json');
  return cutRef(input.runId, bytes);
};

/** In one order, whatever that of the report type. @throws RoundsError INVALID_INPUT for a type that is none */
const datasetsOf = ({ reportType }: FetchInput): readonly CutDataset[] => {
  if (reportType === undefined) return DATED_DOMAINS;
  const { domains } = AGGREGATORS[reportTypeOf(reportType)];
  return CUT_DATASETS.filter((name) => domains.includes(name));
};

/** What was refused of a dataset that another report type reads is nothing that this report could tell. */
const refusedRows = async (
  snapshot: StudySnapshot,
  datasets: readonly CutDataset[],
): Promise<CutManifest['refusedAtImport']> => {
  const foreign = (name: string) => isOperational(name) && !datasets.includes(name);
  return Object.fromEntries(Object.entries(await snapshot.refusedRows()).filter(([name]) => !foreign(name)));
};

const maximumAgeOf = ({ settings }: StudyDocument): Pick<CutManifest, 'maximumAgeDays'> =>
  settings?.maximumAgeDays === undefined ? {} : { maximumAgeDays: settings.maximumAgeDays };

const NO_COLUMNS: ColumnFacts = { filled: [], numericFlags: [] };

/** As the import that brought each dataset saw them. */
const columnsOf = (
  { deliveries }: StudyDocument,
  datasets: readonly CutDataset[],
): Record<string, ColumnFacts> =>
  Object.fromEntries(datasets.map((name) => [name, deliveries[name]?.columns ?? NO_COLUMNS]));

const freezeSnapshot = async (
  dependencies: FetchDependencies,
  input: FetchInput,
  snapshot: StudySnapshot,
  cutAt: string,
): Promise<CutManifest> => {
  const { runId, studyId, period, timeZone, sites } = input;
  const { study } = snapshot;
  const datasets = datasetsOf(input);
  const subjects = await snapshot.sites();
  const { from, to } = instantsOf(period, timeZone);
  const received = await snapshot.documentsReceived(from, to);
  const documents = documentsWithin(received, sites, subjects.siteOf, timeZone);
  const lacking = await lackingDocuments(dependencies.objects, documents, dependencies.beat);
  return {
    version: 1,
    nonce: randomBytes(32).toString('hex'),
    runId,
    studyId,
    studyTitle: study.title,
    plannedSubjects: study.plannedSubjects,
    period,
    timeZone,
    sites,
    cutAt,
    files: await freezeFiles(dependencies, input, datasets, snapshot, subjects),
    documents,
    ...(lacking.length === 0 ? {} : { lacking }),
    ...refusedWithin(await snapshot.refusedDocuments(), sites),
    refusedAtImport: await refusedRows(snapshot, datasets),
    ...maximumAgeOf(study),
    columns: columnsOf(study, datasets),
    deliveries: deliveriesOf(study, datasets),
    latestDay: latestDayOf(study, 'DM'),
    treatments: await snapshot.treatments(),
    codeVersion: dependencies.codeVersion,
  };
};

/** Counts the rows of a whole cut: a study that is too large is refused before it fills the disk. */
const rowLimit = (most = Infinity): (() => void) => {
  let rows = 0;
  return () => {
    rows += 1;
    if (rows > most)
      throw new RoundsError(
        'PAYLOAD_TOO_LARGE',
        `The study has more than ${String(most)} rows in this scope, which is the limit of a report (ROUNDS_MAX_ROWS).`,
      );
  };
};

const freezeFiles = async (
  { objects, beat, maxRows }: FetchDependencies,
  { runId, period, sites }: FetchInput,
  datasets: readonly CutDataset[],
  snapshot: StudySnapshot,
  { siteOf, uncertain }: SubjectSites,
): Promise<CutFile[]> => {
  const store = (name: string, lines: AsyncIterable<unknown>) =>
    storeCutFile(objects, cutFolder(runId), name, beating(name, lines, beat));
  const subjects = subjectsWithin(sites, siteOf);
  const within: Within = {
    sites,
    subjects: sites === 'all' ? sites : subjects.map(({ subject }) => subject),
    uncertain: [...uncertain.keys()],
  };
  const listed = [...subjects, ...uncertainWithin(sites, uncertain)].sort(bySubject);
  const countRow = rowLimit(maxRows);
  const files = [await store('subjects', each(listed))];
  for (const name of datasets) {
    const rows = cutRows(snapshot.rows(name, period.end, within), countRow);
    const file = await store(name, rows);
    // Asked for by itself: a cursor that ended early would not say so.
    files.push({ ...file, expected: await snapshot.countRows(name, period.end, within) });
  }
  files.push(await store('undated', undatedRows(snapshot, datasets, within)));
  files.push(await store('implausible', implausibleRows(snapshot, datasets, within)));
  return files;
};

const subjectsWithin = (
  sites: FetchInput['sites'],
  siteOf: ReadonlyMap<string, string>,
): readonly CutSubject[] =>
  [...siteOf]
    .map(([subject, siteId]) => ({ subject, siteId }))
    .filter(({ siteId }) => sites === 'all' || sites.includes(siteId));

/** Those who may be of one of the sites. */
const uncertainWithin = (
  sites: FetchInput['sites'],
  uncertain: SubjectSites['uncertain'],
): readonly CutSubject[] =>
  [...uncertain]
    .map(([subject, named]) => ({ subject, siteId: null, sites: named }))
    .filter(({ sites: named }) => sites === 'all' || named.some((site) => sites.includes(site)));

const bySubject = (a: CutSubject, b: CutSubject): number => (a.subject < b.subject ? -1 : 1);

// oxlint-disable-next-line typescript/require-await
async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function* beating(domain: string, lines: AsyncIterable<unknown>, beat: Beat): AsyncGenerator {
  let rows = 0;
  for await (const line of lines) {
    if (rows % BEAT_EVERY_ROWS === 0) beat({ domain, rows });
    rows += 1;
    yield line;
  }
}

async function* cutRows(
  rows: ReturnType<StudySnapshot['rows']>,
  countRow: () => void,
): AsyncGenerator<CutRow> {
  for await (const { key, subject, receivedAt, hash, row, ...rest } of rows) {
    countRow();
    const { day, faults } = rest;
    const line = { key, day, subject, receivedAt: receivedAt.toISOString(), hash, row };
    yield faults === undefined ? line : { ...line, faults };
  }
}

async function* undatedRows(
  snapshot: StudySnapshot,
  datasets: readonly CutDataset[],
  within: Within,
): AsyncGenerator<CutUndated> {
  for (const domain of datasets)
    for await (const { subject, row } of snapshot.undated(domain, within)) yield { domain, subject, row };
}

async function* implausibleRows(
  snapshot: StudySnapshot,
  datasets: readonly CutDataset[],
  within: Within,
): AsyncGenerator<CutImplausible> {
  for (const domain of datasets)
    for await (const { subject, day, row } of snapshot.implausible(domain, within))
      if (day !== null) yield { domain, subject, day, row };
}
