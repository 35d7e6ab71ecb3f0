/** Texts and images of a study: the bytes to the object store first, the metadata after. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mongo } from '@rounds/adapters/mongo/client';
import {
  createDocumentsRepository,
  type DocumentsRepository,
} from '@rounds/adapters/mongo/documents.repository';
import { createRecordsRepository } from '@rounds/adapters/mongo/records.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { DocumentDocument, ImportedDocuments } from '@rounds/contracts/collections';
import { subjectSites, type SubjectSites } from '@rounds/contracts/subject-sites';
import { instantOf, type IndexEntry } from './index-file.ts';
import { mediaOf } from './media-types.ts';
import { placeOf, refuse, titleOf, type Refused } from './place.ts';
import type { DocumentFolder } from './read-documents.ts';

export interface DocumentsContext {
  readonly studyId: string;
  readonly shiftDays: number | null;
  /** The moment of this import. */
  readonly at: Date;
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly store: Pick<ObjectStore, 'put' | 'size'>;
  readonly onProgress: (line: string) => void;
}

type Outcome = 'inserted' | 'changed' | 'unchanged' | Refused;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Derived, so that the same file is the same document again; opaque, because file names may tell of people. */
const documentId = (studyId: string, file: string): string =>
  `doc_${createHash('sha256').update(`${studyId}\n${file}`).digest('hex').slice(0, 24)}`;

const receivedAt = ({ receivedAt: given }: Partial<IndexEntry>, shiftDays: number): Date | null =>
  given === undefined ? null : new Date(instantOf(given).getTime() + shiftDays * DAY_MS);

const isSame = (a: DocumentDocument, b: DocumentDocument): boolean =>
  (Object.keys(b) as (keyof DocumentDocument)[]).every((field) =>
    field === 'receivedAt' ? a.receivedAt.getTime() === b.receivedAt.getTime() : a[field] === b[field],
  );

const readBytes = (path: string): Promise<Buffer | null> => readFile(path).catch(() => null);

/** Also for an unchanged document, so that importing again brings back an object that was lost. */
const storeBytes = async (
  store: DocumentsContext['store'],
  { key, mediaType }: DocumentDocument,
  bytes: Buffer,
): Promise<void> => {
  if ((await store.size(key)) !== bytes.length) await store.put(key, bytes, mediaType);
};

const saveDocument = async (
  document: DocumentDocument,
  found: DocumentDocument | null,
  documents: DocumentsRepository,
): Promise<Outcome> => {
  if (found !== null && isSame(found, document)) return 'unchanged';
  await documents.save(document);
  return found === null ? 'inserted' : 'changed';
};

const importDocument = async (
  { path, index }: DocumentFolder,
  file: string,
  subjects: SubjectSites,
  context: DocumentsContext,
): Promise<Outcome> => {
  const { studyId, mongo, store } = context;
  const documents = createDocumentsRepository(mongo);
  const entry: Partial<IndexEntry> = index.get(file) ?? {};
  const media = mediaOf(file);
  if (media === undefined) return refuse('unknown-kind', 'file', 'must be a text (.txt, .md) or an image');
  const place = placeOf(entry, subjects);
  if ('faults' in place) return place;
  const bytes = await readBytes(join(path, file));
  if (bytes === null) return refuse('unreadable', 'file', 'must be a file that can be read');
  if (bytes.length === 0) return refuse('empty', 'file', 'must not be empty');

  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const _id = documentId(studyId, file);
  const found = await documents.find(studyId, _id);
  const kept = found?.sha256 === sha256 ? found.receivedAt : context.at;
  const document: DocumentDocument = {
    _id,
    studyId,
    ...place,
    ...media,
    title: entry.title ?? titleOf(file),
    caption: entry.caption ?? null,
    fileName: file,
    key: `documents/${sha256}`,
    sha256,
    bytes: bytes.length,
    receivedAt: receivedAt(entry, context.shiftDays ?? 0) ?? kept,
  };
  await storeBytes(store, document, bytes);
  return saveDocument(document, found, documents);
};

/** What can be said without opening a file: folders in the folder, and entries of the index without a file. */
const misplaced = ({ files, folders, index }: DocumentFolder): ImportedDocuments['refused'] => [
  ...folders.map((file) => ({
    file,
    ...refuse('folder', 'file', 'must be a file: documents lie flat in their folder'),
  })),
  ...[...index.keys()]
    .filter((file) => !files.includes(file))
    .map((file) => ({ file, ...refuse('not-there', 'file', 'is named in index.json, but is not there') })),
];

const subjectsOf = async ({ mongo, studyId }: DocumentsContext): Promise<SubjectSites> => {
  const demographics = await createRecordsRepository(mongo).ofDomain(studyId, 'DM');
  return subjectSites(demographics.map(({ subject, row }) => ({ subject, siteId: row.SITEID })));
};

/** Refuses by name what is no document; the rest is kept. Call after the study's subjects are stored. */
export const importDocuments = async (
  folder: DocumentFolder,
  context: DocumentsContext,
): Promise<ImportedDocuments> => {
  const subjects = await subjectsOf(context);
  const counts = { inserted: 0, changed: 0, unchanged: 0 };
  const refused = [...misplaced(folder)];
  for (const file of folder.files) {
    const outcome = await importDocument(folder, file, subjects, context);
    if (typeof outcome === 'object') refused.push({ file, ...outcome });
    else counts[outcome] += 1;
    context.onProgress(`documents/${file}`);
  }
  return { ...counts, refused };
};
