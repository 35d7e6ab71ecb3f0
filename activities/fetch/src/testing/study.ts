/** A study in MongoDB as an import would have left it, and a cut as the next stage would read it. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { gunzipSync } from 'node:zlib';
import type { DocumentDocument, RecordDocument, StudyDocument } from '@rounds/contracts/collections';
import { compareBytes } from '@rounds/contracts/byte-order';
import {
  CUT_DATASETS,
  type CutDataset,
  type CutObject,
  type CutRow,
  type CutSubject,
  type DatedDomain,
  type SegmentedDataset,
  type SegmentedManifest,
} from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import { segmentRows } from '@rounds/contracts/segment';
import { addressOf } from '@rounds/adapters/s3/segments';
import type { CutRef } from '@rounds/contracts/run';
import type { Mongo } from '@rounds/adapters/mongo/client';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { recordDocument, sdtmRow } from '@rounds/adapters/testing/rows';
import { studyDocument } from '@rounds/adapters/testing/study-document';

export const record = (
  studyId: string,
  domain: DatedDomain,
  variables: Parameters<typeof sdtmRow>[1] = {},
  changes: Partial<RecordDocument> = {},
): RecordDocument => recordDocument(studyId, domain, sdtmRow(domain, variables), changes);

export const storeStudy = async (
  mongo: Mongo,
  studyId: string,
  records: readonly RecordDocument[],
  study: Partial<StudyDocument> = {},
): Promise<void> => {
  await mongo.collection('studies').insertOne(studyDocument(studyId, { plannedSubjects: 100, ...study }));
  if (records.length > 0) await mongo.collection('records').insertMany([...records]);
};

/** An import that ended then, and the rows that it refused, by domain. */
export const storeImport = async (
  mongo: Mongo,
  studyId: string,
  at: Date,
  refused: Readonly<Record<string, number>>,
): Promise<void> => {
  const importId = `${studyId}-${at.toISOString()}`;
  const counts = { sha256: '', rows: 9, inserted: 0, changed: 0, unchanged: 0, removed: 0, refused: 1 };
  const files = Object.keys(refused).map((domain) => ({ file: domain, domains: [domain], ...counts }));
  const rows = Object.entries(refused).flatMap(([domain, count]) =>
    Array.from({ length: count }, (_, row) => ({
      _id: `${importId}|${domain}|${row}`,
      ...{ importId, studyId, file: domain, row, domain, faults: [], at },
    })),
  );
  await mongo
    .collection('imports')
    .insertOne({ _id: importId, studyId, by: 'dm@example.org', startedAt: at, finishedAt: at, files });
  await mongo.collection('refusals').insertMany(rows);
};

/** The record and its bytes, as an upload leaves them. */
export const storeDocument = async (
  mongo: Mongo,
  objects: ObjectStore,
  document: Partial<DocumentDocument> & Pick<DocumentDocument, '_id' | 'studyId'>,
): Promise<DocumentDocument> => {
  const body = Buffer.from(`bytes of ${document._id}`);
  const key = `documents/${sha256Of(body)}`;
  await objects.put(key, body, 'text/plain');
  const whole: DocumentDocument = {
    siteId: null,
    subject: null,
    kind: 'text',
    title: 'A narrative',
    caption: null,
    fileName: 'narrative.txt',
    mediaType: 'text/plain',
    key,
    sha256: sha256Of(body),
    bytes: body.length,
    receivedAt: new Date('2024-03-05T12:00:00Z'),
    ...document,
  };
  await mongo.collection('documents').insertOne(whole);
  return whole;
};

const readObject = async (objects: ObjectStore, { key, address }: CutObject, addressKey: string) => {
  const text = gunzipSync(await objects.get(key)).toString('utf8');
  expect(addressOf(addressKey, text)).toBe(address);
  return text;
};

/** Reads the cut by its manifest alone, and checks every hash on the way. */
export const readCut = async (objects: ObjectStore, ref: CutRef) => {
  const bytes = await objects.get(ref.manifestKey);
  expect(sha256Of(bytes)).toBe(ref.sha256);
  const manifest = JSON.parse(bytes.toString('utf8')) as SegmentedManifest;
  const { addressKey, period } = manifest;
  const stored = new Map<CutDataset, CutRow[]>();
  for (const [name, { segments }] of Object.entries(manifest.datasets) as [CutDataset, SegmentedDataset][]) {
    const rows: CutRow[] = [];
    for (const segment of segments) {
      const read = segmentRows(await readObject(objects, segment, addressKey));
      expect(read).toHaveLength(segment.rows);
      rows.push(...read);
    }
    stored.set(
      name,
      rows.sort((a, b) => compareBytes(a.key, b.key)),
    );
  }
  const of = (name: CutDataset, which: (day: LocalDate | null, dataset: SegmentedDataset) => boolean) => {
    const dataset = manifest.datasets[name];
    return dataset === undefined ? [] : (stored.get(name) ?? []).filter(({ day }) => which(day, dataset));
  };
  const everywhere = (which: Parameters<typeof of>[1]) =>
    CUT_DATASETS.flatMap((domain) => of(domain, which).map((row) => ({ domain, ...row })));
  const isImplausible: Parameters<typeof of>[1] = (day, { earliest, latest }) =>
    day !== null && (day < earliest || day > latest);
  const rows = (name: CutDataset): CutRow[] =>
    name === 'DM'
      ? of(name, () => true)
      : of(name, (day, dataset) => day !== null && day < period.end && !isImplausible(day, dataset));
  return {
    manifest,
    /** All that it names. */
    stored: (name: CutDataset) => stored.get(name) ?? [],
    /** Those that a report of it counts; of DM all. */
    rows,
    keys: (name: CutDataset) => rows(name).map(({ key }) => key),
    subjects: JSON.parse(await readObject(objects, manifest.subjects, addressKey)) as CutSubject[],
    undated: everywhere((day) => day === null),
    implausible: everywhere(isImplausible),
  };
};
