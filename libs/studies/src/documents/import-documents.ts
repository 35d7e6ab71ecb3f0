/**
 * Texts and images of a study: the bytes go to the object store, where nobody looks for them before the metadata tell
 * where they are. These come into the study together with its rows.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { DocumentsRepository } from '@rounds/adapters/mongo/documents.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { DocumentDocument, ImportedDocuments } from '@rounds/contracts/collections';
import { DAY_MS } from '@rounds/contracts/durations';
import { asTold, broken } from '@rounds/contracts/rules';
import type { SubjectSites } from '@rounds/contracts/subject-sites';
import { instantOf, type IndexEntry } from './index-file.ts';
import { mediaOf } from './media-types.ts';
import { placeOf, refuse, titleOf, type Refused } from './place.ts';
import type { DocumentFolder } from './read-documents.ts';

export interface DocumentsContext {
  readonly studyId: string;
  readonly shiftDays: number | null;
  /** The moment of this import. */
  readonly at: Date;
  /** The study's, by the rows that it will have. */
  readonly subjects: SubjectSites;
  readonly documents: Pick<DocumentsRepository, 'find'>;
  /** Null where nothing shall be stored. */
  readonly store: Pick<ObjectStore, 'put' | 'size'> | null;
  /** Called after each. */
  readonly onDone: (file: string) => Promise<void>;
}

export interface TakenDocuments {
  readonly report: ImportedDocuments;
  /** The metadata of those that are new or changed: their bytes are stored. */
  readonly documents: readonly DocumentDocument[];
}

interface Taken {
  readonly kind: 'inserted' | 'changed' | 'unchanged';
  readonly document: DocumentDocument;
}

/** Derived, so that the same file is the same document again; opaque, because file names may tell of people. */
const documentId = (studyId: string, file: string): string =>
  `doc_${sha256Of(`${studyId}\n${file}`).slice(0, 24)}`;

const receivedAt = ({ receivedAt: given }: Partial<IndexEntry>, shiftDays: number): Date | null =>
  given === undefined ? null : new Date(instantOf(given).getTime() + shiftDays * DAY_MS);

const isSame = (a: DocumentDocument, b: DocumentDocument): boolean =>
  (Object.keys(b) as (keyof DocumentDocument)[]).every((field) =>
    field === 'receivedAt' ? a.receivedAt.getTime() === b.receivedAt.getTime() : a[field] === b[field],
  );

const readBytes = (path: string): Promise<Buffer | null> => readFile(path).catch(() => null);

/** Also for an unchanged document, so that importing again brings back an object that was lost. */
const storeBytes = async (
  store: NonNullable<DocumentsContext['store']>,
  { key, mediaType }: DocumentDocument,
  bytes: Buffer,
): Promise<void> => {
  if ((await store.size(key)) !== bytes.length) await store.put(key, bytes, mediaType);
};

const importDocument = async (
  { path, index }: DocumentFolder,
  file: string,
  context: DocumentsContext,
): Promise<Taken | Refused> => {
  const { studyId, documents, store, subjects } = context;
  const entry: Partial<IndexEntry> = index.get(file) ?? {};
  const media = mediaOf(file);
  if (media === undefined) return refuse('unknown-kind', broken('file', 'neither-text-nor-image'));
  const place = placeOf(entry, subjects);
  if ('faults' in place) return place;
  const bytes = await readBytes(join(path, file));
  if (bytes === null) return refuse('unreadable', asTold('file', 'must be a file that can be read'));
  if (bytes.length === 0) return refuse('empty', broken('file', 'empty'));

  const sha256 = sha256Of(bytes);
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
  if (store !== null) await storeBytes(store, document, bytes);
  if (found === null) return { kind: 'inserted', document };
  return { kind: isSame(found, document) ? 'unchanged' : 'changed', document };
};

/** As it is kept and told: in words. */
const told = (file: string, { code, faults }: Refused): ImportedDocuments['refused'][number] => ({
  ...{ file, code },
  faults: faults.map(({ field, rule }) => ({ field, rule })),
});

/** What can be said without opening a file: folders in the folder, and entries of the index without a file. */
const misplaced = ({ files, folders, index }: DocumentFolder): ImportedDocuments['refused'] => [
  ...folders.map((file) =>
    told(file, refuse('folder', asTold('file', 'must be a file: documents lie flat in their folder'))),
  ),
  ...[...index.keys()]
    .filter((file) => !files.includes(file))
    .map((file) =>
      told(file, refuse('not-there', asTold('file', 'is named in index.json, but is not there'))),
    ),
];

/** Refuses by name what is no document; the rest is taken. */
export const importDocuments = async (
  folder: DocumentFolder,
  context: DocumentsContext,
): Promise<TakenDocuments> => {
  const counts = { inserted: 0, changed: 0, unchanged: 0 };
  const refused = [...misplaced(folder)];
  const documents: DocumentDocument[] = [];
  for (const file of folder.files) {
    const outcome = await importDocument(folder, file, context);
    if ('faults' in outcome) refused.push(told(file, outcome));
    else {
      counts[outcome.kind] += 1;
      if (outcome.kind !== 'unchanged') documents.push(outcome.document);
    }
    await context.onDone(file);
  }
  return { report: { ...counts, refused }, documents };
};
