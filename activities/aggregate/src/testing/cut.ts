/** A frozen cut in an object store, as the fetch stage would have left it. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { gzipSync } from 'node:zlib';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import {
  CUT_DATASETS,
  EARLIEST_DAY,
  type CutDataset,
  type CutDocument,
  type CutFacts,
  type CutFile,
  type CutImplausible,
  type CutObject,
  type CutRow,
  type CutSegment,
  type CutSubject,
  type CutUndated,
  type FiledManifest,
  type SegmentedDataset,
  type SegmentedManifest,
} from '@rounds/contracts/cut';
import { compareBytes } from '@rounds/contracts/byte-order';
import { defined } from '@rounds/contracts/defined';
import type { CutRef, RunRequest } from '@rounds/contracts/run';
import { segmentText } from '@rounds/contracts/segment';
import { rowHash } from '@rounds/adapters/testing/rows';
import { addressOf, segmentKey } from '@rounds/adapters/s3/segments';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';

export const PERIOD = { start: '2024-03-04', end: '2024-03-11' };

export interface CutContent {
  /** Those that the cut holds; absent: every one. */
  readonly datasets?: readonly CutDataset[];
  /** In any order. Subjects and their sites are those of the DM rows, unless given. */
  readonly rows?: Partial<Record<CutDataset, readonly CutRow[]>>;
  readonly subjects?: readonly CutSubject[];
  readonly undated?: readonly CutUndated[];
  readonly implausible?: readonly CutImplausible[];
  /** `runId` names the folder. */
  readonly manifest?: Partial<CutFacts> & { readonly runId?: string };
  /** What the database counted, where that is not what the cut holds. */
  readonly expected?: Partial<Record<CutDataset, number>>;
  /** Default: few, so that a cut has many. */
  readonly segmentRows?: number;
}

const storeFile = async (
  objects: ObjectStore,
  runId: string,
  name: string,
  lines: readonly unknown[],
): Promise<CutFile> => {
  const text = lines.map((line) => `${canonicalJson(line)}\n`).join('');
  const hash = sha256Of(text);
  const key = `cuts/${runId}/${name}.${hash}.ndjson.gz`;
  await objects.put(key, gzipSync(text), 'application/gzip');
  return { name, key, sha256: hash, rows: lines.length };
};

const byKey = (a: CutRow, b: CutRow): number => compareBytes(a.key, b.key);

const subjectsOf = ({ rows, subjects }: CutContent) =>
  subjects ??
  (rows?.DM ?? []).map(({ row }) => ({ subject: String(row.USUBJID), siteId: String(row.SITEID) }));

const DELIVERY = { importId: 'imp_1', at: '2024-03-11T05:00:00.000Z', by: 'anna@example.org', rows: 3 };

const facts = ({ manifest: { runId: _folder, ...manifest } = {} }: CutContent): CutFacts => ({
  nonce: '00',
  studyId: 'STUDY-1',
  studyTitle: 'A study of headaches',
  plannedSubjects: 100,
  period: PERIOD,
  timeZone: 'Europe/Berlin',
  sites: 'all',
  cutAt: '2024-03-11T06:00:00.000Z',
  documents: [],
  refusedAtImport: {},
  columns: {},
  deliveries: Object.fromEntries(CUT_DATASETS.map((name) => [name, DELIVERY])),
  latestDay: '2024-03-11',
  treatments: {
    names: ['Placebo', 'Xanomeline High Dose', 'XANOMELINE'],
    codes: ['Pbo', 'Xan_Hi'],
    doses: [],
  },
  codeVersion: '0.1.0',
  ...manifest,
});

const storeManifest = async (
  objects: ObjectStore,
  { manifest }: CutContent,
  stored: FiledManifest | SegmentedManifest,
): Promise<CutRef> => {
  const bytes = Buffer.from(canonicalJson(stored));
  const manifestKey = `cuts/${manifest?.runId ?? 'run-1'}/manifest.json`;
  await objects.put(manifestKey, bytes, 'application/json');
  return { manifestKey, sha256: sha256Of(bytes), rows: 0, documents: stored.documents.length };
};

/** As a fetch stage of an earlier version would have left it. */
export const storeFiledCut = async (objects: ObjectStore, content: CutContent = {}): Promise<CutRef> => {
  const runId = content.manifest?.runId ?? 'run-1';
  const files = [await storeFile(objects, runId, 'subjects', subjectsOf(content))];
  for (const name of content.datasets ?? CUT_DATASETS) {
    const rows = [...(content.rows?.[name] ?? [])].sort(byKey);
    const lines = rows.map((row) => ({ ...row, hash: rowHash(row.row) }));
    const file = await storeFile(objects, runId, name, lines);
    files.push({ ...file, ...defined({ expected: content.expected?.[name] }) });
  }
  files.push(await storeFile(objects, runId, 'undated', content.undated ?? []));
  files.push(await storeFile(objects, runId, 'implausible', content.implausible ?? []));
  return storeManifest(objects, content, { version: 1, runId, files, ...facts(content) });
};

const ADDRESS_KEY = 'ab'.repeat(32);

const storeText = async (
  objects: ObjectStore,
  { manifest }: CutContent,
  text: string,
  rows: number,
): Promise<CutObject> => {
  const address = addressOf(ADDRESS_KEY, text);
  const key = segmentKey('STUDY-1', address, manifest?.runId ?? 'run-1');
  await objects.put(key, gzipSync(text), 'application/gzip');
  return { address, key, rows };
};

/** All rows of the dataset, also those that the cut names as of no day that can be. */
const rowsOf = ({ rows, undated = [], implausible = [] }: CutContent, name: CutDataset): CutRow[] => {
  // Those of DM are among its rows.
  const lines: readonly (CutUndated & Partial<CutImplausible>)[] = [...undated, ...implausible];
  const own = name === 'DM' ? [] : lines.filter(({ domain }) => domain === name);
  const dayless = own.map(({ subject, row, day = null }, index): CutRow => ({
    ...{ key: `dayless|${index}`, day, subject, receivedAt: '2024-03-01T00:00:00.000Z', row },
  }));
  return [...(rows?.[name] ?? []), ...dayless];
};

const byDay = (a: CutRow, b: CutRow): number => ((a.day ?? '') < (b.day ?? '') ? -1 : 1);

const storeRows = async (
  objects: ObjectStore,
  content: CutContent,
  rows: readonly CutRow[],
): Promise<CutSegment> => {
  const sorted = rows.toSorted(byKey);
  const days = sorted.map(({ day }) => day).sort();
  const isDated = !days.includes(null);
  const newest = sorted.map(({ receivedAt }) => receivedAt).sort();
  return {
    ...(await storeText(objects, content, segmentText(sorted), rows.length)),
    ...{ first: isDated ? (days[0] ?? null) : null, last: isDated ? (days.at(-1) ?? null) : null },
    receivedAt: newest.at(-1) ?? '',
  };
};

const storeDataset = async (
  objects: ObjectStore,
  content: CutContent,
  name: CutDataset,
): Promise<SegmentedDataset> => {
  const rows = rowsOf(content, name).sort(byDay);
  const segments: CutSegment[] = [];
  const { segmentRows = 2, manifest } = content;
  for (let start = 0; start < rows.length; start += segmentRows)
    segments.push(await storeRows(objects, content, rows.slice(start, start + segmentRows)));
  const { latestDay: latest } = facts({ ...defined({ manifest }) });
  return { segments, expected: content.expected?.[name] ?? rows.length, earliest: EARLIEST_DAY, latest };
};

export const storeCut = async (objects: ObjectStore, content: CutContent = {}): Promise<CutRef> => {
  const subjects = subjectsOf(content);
  const datasets: [CutDataset, SegmentedDataset][] = [];
  for (const name of content.datasets ?? CUT_DATASETS)
    datasets.push([name, await storeDataset(objects, content, name)]);
  return storeManifest(objects, content, {
    version: 2,
    addressKey: ADDRESS_KEY,
    subjects: await storeText(objects, content, JSON.stringify(subjects), subjects.length),
    datasets: Object.fromEntries(datasets),
    ...facts(content),
  });
};

export const storeDocument = async (
  objects: ObjectStore,
  bytes: Buffer,
  document: Partial<CutDocument> = {},
): Promise<CutDocument> => {
  const hash = sha256Of(bytes);
  await objects.put(`documents/${hash}`, bytes, 'application/octet-stream');
  return {
    documentId: 'doc-1',
    kind: 'text',
    title: 'A narrative',
    caption: null,
    siteId: null,
    subject: null,
    fileName: 'narrative.txt',
    mediaType: 'text/plain',
    receivedOn: PERIOD.start,
    key: `documents/${hash}`,
    sha256: hash,
    bytes: bytes.length,
    ...document,
  };
};

export const runRequest = (changes: Partial<RunRequest> = {}): RunRequest => ({
  runId: 'run-1',
  trigger: 'schedule',
  studyId: 'STUDY-1',
  reportType: 'study-weekly',
  subscriptionId: 'sub_1',
  requestedBy: 'usr_1',
  due: PERIOD.end,
  timeZone: 'Europe/Berlin',
  period: PERIOD,
  ...changes,
});
