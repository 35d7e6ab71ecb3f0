/** The rows, documents and facts of one instant, as files and the manifest that names them. */
import { randomBytes } from 'node:crypto';
import type { FetchInput } from '@rounds/contracts/activities';
import type { StudyDocument } from '@rounds/contracts/collections';
import {
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
import type { SubjectSites } from '@rounds/contracts/subject-sites';
import type { Mongo } from '@rounds/adapters/mongo/client';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import { storeCutFile } from './cut-file.ts';
import { datasetsOf } from './datasets.ts';
import { deliveriesOf } from './deliveries.ts';
import { latestDayOf } from './plausible-days.ts';
import { cutDocument, instantsOf, lackingDocuments } from './received-documents.ts';
import { refusedDocuments } from './refused-documents.ts';
import type { StudySnapshot } from './study-snapshot.ts';

export interface FreezeDependencies {
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

/** @param folder of the files */
export const freezeSnapshot = async (
  dependencies: FreezeDependencies,
  input: FetchInput,
  snapshot: StudySnapshot,
  folder: string,
): Promise<CutManifest> => {
  const { studyId, period, timeZone } = input;
  const { study } = snapshot;
  const datasets = datasetsOf(input);
  const { from, to } = instantsOf(period, timeZone);
  const received = await snapshot.documentsReceived(from, to);
  const documents = received.map((document) => cutDocument(document, timeZone));
  const lacking = await lackingDocuments(dependencies.objects, documents, dependencies.beat);
  return {
    version: 1,
    nonce: randomBytes(32).toString('hex'),
    studyId,
    studyTitle: study.title,
    plannedSubjects: study.plannedSubjects,
    period,
    timeZone,
    sites: 'all',
    cutAt: snapshot.at.toISOString(),
    files: await freezeFiles(dependencies, input, snapshot, folder),
    documents,
    ...(lacking.length === 0 ? {} : { lacking }),
    ...refusedDocuments(await snapshot.refusedDocuments()),
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
        `The study has more than ${String(most)} rows, which is the limit of a report (ROUNDS_MAX_ROWS).`,
      );
  };
};

const freezeFiles = async (
  { objects, beat, maxRows }: FreezeDependencies,
  input: FetchInput,
  snapshot: StudySnapshot,
  folder: string,
): Promise<CutFile[]> => {
  const { end } = input.period;
  const datasets = datasetsOf(input);
  const store = (name: string, lines: AsyncIterable<unknown>) =>
    storeCutFile(objects, folder, name, beating(name, lines, beat));
  const countRow = rowLimit(maxRows);
  const files = [await store('subjects', each(subjectsOf(await snapshot.sites())))];
  for (const name of datasets) {
    const file = await store(name, cutRows(snapshot.rows(name, end), countRow));
    // Asked for by itself: a cursor that ended early would not say so.
    files.push({ ...file, expected: await snapshot.countRows(name, end) });
  }
  files.push(await store('undated', undatedRows(snapshot, datasets)));
  files.push(await store('implausible', implausibleRows(snapshot, datasets)));
  return files;
};

const subjectsOf = ({ siteOf, uncertain }: SubjectSites): readonly CutSubject[] =>
  [
    ...[...siteOf].map(([subject, siteId]) => ({ subject, siteId })),
    ...[...uncertain].map(([subject, sites]) => ({ subject, siteId: null, sites })),
  ].sort(bySubject);

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
): AsyncGenerator<CutUndated> {
  for (const domain of datasets)
    for await (const { subject, row } of snapshot.undated(domain)) yield { domain, subject, row };
}

async function* implausibleRows(
  snapshot: StudySnapshot,
  datasets: readonly CutDataset[],
): AsyncGenerator<CutImplausible> {
  for (const domain of datasets)
    for await (const { subject, day, row } of snapshot.implausible(domain))
      if (day !== null) yield { domain, subject, day, row };
}
