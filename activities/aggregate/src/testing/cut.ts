/** A frozen cut in an object store, as the fetch stage would have left it. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { gzipSync } from 'node:zlib';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import {
  CUT_DATASETS,
  type CutDataset,
  type CutDocument,
  type CutFile,
  type CutImplausible,
  type CutManifest,
  type CutRow,
  type CutSubject,
  type CutUndated,
} from '@rounds/contracts/cut';
import { defined } from '@rounds/contracts/defined';
import type { CutRef, RunRequest } from '@rounds/contracts/run';
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
  readonly manifest?: Partial<CutManifest>;
  /** What the database counted, where that is not what the cut holds. */
  readonly expected?: Partial<Record<CutDataset, number>>;
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

const byKey = (a: CutRow, b: CutRow): number => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key));

const subjectsOf = ({ rows, subjects }: CutContent) =>
  subjects ??
  (rows?.DM ?? []).map(({ row }) => ({ subject: String(row.USUBJID), siteId: String(row.SITEID) }));

const DELIVERY = { importId: 'imp_1', at: '2024-03-11T05:00:00.000Z', by: 'anna@example.org', rows: 3 };

export const storeCut = async (objects: ObjectStore, content: CutContent = {}): Promise<CutRef> => {
  const runId = content.manifest?.runId ?? 'run-1';
  const files = [await storeFile(objects, runId, 'subjects', subjectsOf(content))];
  for (const name of content.datasets ?? CUT_DATASETS) {
    const file = await storeFile(objects, runId, name, [...(content.rows?.[name] ?? [])].sort(byKey));
    files.push({ ...file, ...defined({ expected: content.expected?.[name] }) });
  }
  files.push(await storeFile(objects, runId, 'undated', content.undated ?? []));
  files.push(await storeFile(objects, runId, 'implausible', content.implausible ?? []));
  const manifest: CutManifest = {
    version: 1,
    nonce: '00',
    runId,
    studyId: 'STUDY-1',
    studyTitle: 'A study of headaches',
    plannedSubjects: 100,
    period: PERIOD,
    timeZone: 'Europe/Berlin',
    sites: 'all',
    cutAt: '2024-03-11T06:00:00.000Z',
    files,
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
    ...content.manifest,
  };
  const bytes = Buffer.from(canonicalJson(manifest));
  const manifestKey = `cuts/${runId}/manifest.json`;
  await objects.put(manifestKey, bytes, 'application/json');
  return { manifestKey, sha256: sha256Of(bytes), rows: 0, documents: manifest.documents.length };
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
