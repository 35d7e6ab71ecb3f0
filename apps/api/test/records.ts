/** Records with valid defaults, written as the processes that own them would. */
import { createHash } from 'node:crypto';
import { systemClock } from '@rounds/adapters/clock';
import { hashToken, linkToken } from '@rounds/adapters/links/link-tokens';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createFingerprintsRepository } from '@rounds/adapters/mongo/fingerprints.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type {
  ImportDocument,
  ImportedFile,
  LinkDocument,
  RunDocument,
  SubscriptionDocument,
} from '@rounds/contracts/collections';
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import { FORMAT_FILES, type Format } from '@rounds/contracts/formats';
import type { Artefact, ScopeDataset } from '@rounds/contracts/run';
import { scopeKey, type Scope } from '@rounds/contracts/scope';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { buildDataset, emptyDataset } from '@rounds/report-types/study-weekly/testing/dataset';

const DAY_MS = 24 * 60 * 60 * 1000;

export const ALL_BLINDED: Scope = { sites: 'all', unblinded: false };

export const runDocument = (overrides: Partial<RunDocument> = {}): RunDocument => ({
  _id: 'run_1',
  trigger: 'on-demand',
  studyId: 'S1',
  reportType: 'study-weekly',
  parameters: {},
  requestedBy: 'usr_nobody',
  formats: ['pdf'],
  due: '2026-11-16',
  timeZone: 'UTC',
  period: { start: '2026-11-09', end: '2026-11-16' },
  priority: 'normal',
  status: 'completed',
  outputs: [],
  createdAt: new Date('2026-11-16T08:00:00Z'),
  startedAt: new Date('2026-11-16T08:00:01Z'),
  finishedAt: new Date('2026-11-16T08:00:31Z'),
  ...overrides,
});

export const fileOf = (file: string, changes: Partial<ImportedFile> = {}): ImportedFile => ({
  ...{ file, domains: ['AE'], sha256: 'ab'.repeat(32), rows: 10, refused: 3 },
  ...{ inserted: 4, changed: 2, unchanged: 1, removed: 1 },
  ...changes,
});

export const importDocument = (changes: Partial<ImportDocument> = {}): ImportDocument => ({
  ...{ _id: 'imp_1', studyId: 'S1', by: 'cro@example.org', generation: 1, files: [fileOf('ae.xpt')] },
  startedAt: new Date('2026-11-16T06:00:00Z'),
  finishedAt: new Date('2026-11-16T06:01:00Z'),
  ...changes,
});

/** One that no worker has taken up. */
export const openRun = (overrides: Partial<RunDocument>): RunDocument => {
  const fields = Object.entries(runDocument({ status: 'queued', ...overrides }));
  return Object.fromEntries(fields.filter(([name]) => !['startedAt', 'finishedAt'].includes(name))) as never;
};

export const subscriptionDocument = (
  overrides: Partial<SubscriptionDocument> = {},
): SubscriptionDocument => ({
  _id: 'sub_1',
  studyId: 'S1',
  reportType: 'study-weekly',
  parameters: {},
  ownerId: 'usr_nobody',
  schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
  formats: ['pdf'],
  recipients: ['usr_nobody'],
  optedOut: [],
  deliver: 'always',
  catchUp: 'latest',
  status: 'active',
  revision: 1,
  appliedRevision: 1,
  runCount: 0,
  createdAt: new Date('2026-11-01T08:00:00Z'),
  updatedAt: new Date('2026-11-01T08:00:00Z'),
  ...overrides,
});

const textOf = (runId: string, scope: Scope, format: Format): string =>
  `${format} of ${runId} for ${scopeKey(scope)}`;

/** As the record of the run has it. */
export const artefactOf = (runId: string, scope: Scope, format: Format = 'pdf'): Artefact => {
  const text = textOf(runId, scope, format);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { format, key: `artefacts/${sha256}.${FORMAT_FILES[format].extension}`, sha256, bytes: text.length };
};

/** @returns the file's text */
export const addArtefact = async (
  { mongo, objects }: { mongo: Mongo; objects: ObjectStore },
  { _id: runId, studyId }: RunDocument,
  scope: Scope,
  format: Format = 'pdf',
): Promise<string> => {
  const artefact = artefactOf(runId, scope, format);
  const text = textOf(runId, scope, format);
  await objects.put(artefact.key, Buffer.from(text), FORMAT_FILES[format].mediaType);
  const record = {
    _id: `${runId}|${scopeKey(scope)}|${format}`,
    ...{ runId, studyId, scope, ...artefact, storedAt: systemClock() },
  };
  await createFingerprintsRepository(mongo).remember(record);
  await mongo.collection('artefacts').insertOne(record);
  return text;
};

/** Of a small trial; its arms only for who may see them. */
export const datasetFor = ({ studyId }: Pick<RunDocument, 'studyId'>, scope: Scope): StudyWeeklyDataset => {
  const dataset = scope.unblinded ? buildDataset() : emptyDataset();
  return { ...dataset, study: { ...dataset.study, studyId }, scope };
};

/** @returns what the record of the run says of it */
export const addDataset = async (
  objects: ObjectStore,
  run: RunDocument,
  scope: Scope,
  dataset: Dataset = datasetFor(run, scope),
): Promise<ScopeDataset> => {
  const bytes = Buffer.from(JSON.stringify(dataset));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `datasets/${sha256}.json`;
  await objects.put(key, bytes, 'application/json');
  return { scope, dataset: { key, sha256, headlineKey: `headlines/${sha256}.json` } };
};

/** @returns the token that a mail would hold */
export const addLink = async (
  mongo: Mongo,
  secret: string,
  link: Pick<LinkDocument, 'runId' | 'recipientId'> & Partial<LinkDocument>,
): Promise<string> => {
  const token = linkToken(secret, link.runId, link.recipientId);
  await mongo.collection('links').insertOne({
    _id: hashToken(token),
    studyId: 'S1',
    scope: ALL_BLINDED,
    createdAt: systemClock(),
    expiresAt: new Date(systemClock().getTime() + 30 * DAY_MS),
    ...link,
  });
  return token;
};

/** What a mail may be made of, of a report that says nothing. */
export const headlineOf = (studyId: string): Headline => ({
  ...{
    studyId,
    studyTitle: 'A study',
    timeZone: 'UTC',
    siteCount: 1,
    figures: [],
    doubts: [],
    attention: [],
    changes: { first: false, byDomain: {}, rowsListed: 0 },
    cutAt: '2026-11-23T06:58:00Z',
  },
  ...{ period: { start: '2026-11-16', end: '2026-11-23' }, cut: 'ab'.repeat(32) },
});
