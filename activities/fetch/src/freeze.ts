/** The rows, documents and facts of one instant, as the manifest that names them. */
import { randomBytes } from 'node:crypto';
import type { FetchInput } from '@rounds/contracts/activities';
import type { StudyDocument } from '@rounds/contracts/collections';
import {
  isOperational,
  type ColumnFacts,
  type CutDataset,
  type CutFacts,
  type SegmentedDataset,
  type SegmentedManifest,
} from '@rounds/contracts/cut';
import type { SegmentIndexDocument } from '@rounds/contracts/cut-index';
import { RoundsError } from '@rounds/contracts/errors';
import { createCutIndexRepository } from '@rounds/adapters/mongo/cut-index.repository';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createStudyKeysRepository } from '@rounds/adapters/mongo/study-keys.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import { datasetsOf } from './datasets.ts';
import { deliveriesOf } from './deliveries.ts';
import { earliestDayOf, latestDayOf } from './plausible-days.ts';
import { cutDocument, instantsOf, lackingDocuments } from './received-documents.ts';
import { refusedDocuments } from './refused-documents.ts';
import { asOf, indexDataset, indexStudy, type Indexing } from './segments/index-study.ts';
import { MOST_ROWS } from './segments/ranges.ts';
import { createSegmentStore } from './segments/store-segment.ts';
import { createTouchedSince } from './segments/touched-days.ts';
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
  /** Rows of a segment at most; default MOST_ROWS. */
  readonly segmentRows?: number;
}

/** What was refused of a dataset that another report type reads is nothing that this report could tell. */
const refusedRows = async (
  snapshot: StudySnapshot,
  datasets: readonly CutDataset[],
): Promise<CutFacts['refusedAtImport']> => {
  const foreign = (name: string) => isOperational(name) && !datasets.includes(name);
  return Object.fromEntries(Object.entries(await snapshot.refusedRows()).filter(([name]) => !foreign(name)));
};

const maximumAgeOf = ({ settings }: StudyDocument): Pick<CutFacts, 'maximumAgeDays'> =>
  settings?.maximumAgeDays === undefined ? {} : { maximumAgeDays: settings.maximumAgeDays };

const NO_COLUMNS: ColumnFacts = { filled: [], numericFlags: [] };

/** As the import that brought each dataset saw them. */
const columnsOf = (
  { deliveries }: StudyDocument,
  datasets: readonly CutDataset[],
): Record<string, ColumnFacts> =>
  Object.fromEntries(datasets.map((name) => [name, deliveries[name]?.columns ?? NO_COLUMNS]));

const documentsOf = async (
  { objects, beat }: FreezeDependencies,
  { period, timeZone }: FetchInput,
  snapshot: StudySnapshot,
): Promise<Pick<CutFacts, 'documents' | 'lacking'>> => {
  const { from, to } = instantsOf(period, timeZone);
  const received = await snapshot.documentsReceived(from, to);
  const documents = received.map((document) => cutDocument(document, timeZone));
  const lacking = await lackingDocuments(objects, documents, beat);
  return lacking.length === 0 ? { documents } : { documents, lacking };
};

/** Counts the rows of a whole cut: a study that is too large is refused before it fills the disk. */
const rowLimit = (most = Infinity): ((more: number) => void) => {
  let rows = 0;
  return (more) => {
    rows += more;
    if (rows > most)
      throw new RoundsError(
        'PAYLOAD_TOO_LARGE',
        `The study has more than ${String(most)} rows, which is the limit of a report (ROUNDS_MAX_ROWS).`,
      );
  };
};

const segmented = (
  study: StudyDocument,
  { dataset, ranges, undated }: SegmentIndexDocument,
): SegmentedDataset => {
  const all = [...ranges, undated];
  return {
    segments: all.flatMap(({ segments }) => segments),
    expected: all.reduce((sum, { expected }) => sum + expected, 0),
    earliest: earliestDayOf(study),
    latest: latestDayOf(study, dataset),
  };
};

type Rows = Pick<SegmentedManifest, 'addressKey' | 'subjects' | 'datasets' | 'treatments'>;

const rowsOf = async (
  { mongo, objects, beat, maxRows, segmentRows = MOST_ROWS }: FreezeDependencies,
  datasets: readonly CutDataset[],
  snapshot: StudySnapshot,
  cutId: string,
): Promise<Rows> => {
  const { study } = snapshot;
  const addressKey = await createStudyKeysRepository(mongo).of(study._id);
  const index = createCutIndexRepository(mongo);
  const indexing: Indexing = {
    ...{ snapshot, beat, segmentRows, takeRows: rowLimit(maxRows) },
    ...{ index, touchedSince: createTouchedSince(index, asOf(snapshot)) },
    store: createSegmentStore(objects, { studyId: study._id, key: addressKey, cutId }),
  };
  const { subjects, treatments } = await indexStudy(indexing);
  const parts: [CutDataset, SegmentedDataset][] = [];
  for (const name of datasets) parts.push([name, segmented(study, await indexDataset(indexing, name))]);
  return { addressKey, subjects, datasets: Object.fromEntries(parts), treatments };
};

/** @param cutId of the making: names what it puts beside the manifest */
export const freezeSnapshot = async (
  dependencies: FreezeDependencies,
  input: FetchInput,
  snapshot: StudySnapshot,
  cutId: string,
): Promise<SegmentedManifest> => {
  const { studyId, period, timeZone } = input;
  const { study } = snapshot;
  const datasets = datasetsOf(input);
  return {
    version: 2,
    nonce: randomBytes(32).toString('hex'),
    studyId,
    studyTitle: study.title,
    plannedSubjects: study.plannedSubjects,
    ...{ period, timeZone, sites: 'all' },
    cutAt: snapshot.at.toISOString(),
    ...(await documentsOf(dependencies, input, snapshot)),
    ...(await rowsOf(dependencies, datasets, snapshot, cutId)),
    ...refusedDocuments(await snapshot.refusedDocuments()),
    refusedAtImport: await refusedRows(snapshot, datasets),
    ...maximumAgeOf(study),
    columns: columnsOf(study, datasets),
    deliveries: deliveriesOf(study, datasets),
    latestDay: latestDayOf(study, 'DM'),
    codeVersion: dependencies.codeVersion,
  };
};
