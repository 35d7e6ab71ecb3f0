/** The documents that were received in the period, each with its bytes in the object store. */
import { createHash } from 'node:crypto';
import type { DocumentDocument } from '@rounds/contracts/collections';
import type { CutDocument, LackingDocument } from '@rounds/contracts/cut';
import { isNotFound } from '@rounds/contracts/errors';
import type { LocalDate, Period } from '@rounds/contracts/period';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { Temporal } from 'temporal-polyfill';

/** The first instant of a local day: not midnight where the clock skips that. */
const startOfDay = (day: LocalDate, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);

export const instantsOf = ({ start, end }: Period, timeZone: string): { from: Date; to: Date } => ({
  from: startOfDay(start, timeZone),
  to: startOfDay(end, timeZone),
});

export const cutDocument = (document: DocumentDocument, timeZone: string): CutDocument => ({
  documentId: document._id,
  kind: document.kind,
  title: document.title,
  caption: document.caption,
  siteId: document.siteId,
  subject: document.subject,
  fileName: document.fileName,
  mediaType: document.mediaType,
  receivedOn: localDateAt(document.receivedAt.getTime(), timeZone),
  key: document.key,
  sha256: document.sha256,
  bytes: document.bytes,
});

const hashOf = async (objects: ObjectStore, key: string, beat: () => void): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of await objects.stream(key)) {
    beat();
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
};

const reasonOf = async (
  objects: ObjectStore,
  { key, bytes, sha256 }: CutDocument,
  beat: () => void,
): Promise<LackingDocument['reason'] | null> => {
  const size = await objects.size(key);
  if (size === null) return 'missing';
  if (size !== bytes) return 'changed';
  try {
    return (await hashOf(objects, key, beat)) === sha256 ? null : 'changed';
  } catch (error) {
    if (isNotFound(error)) return 'missing';
    throw error;
  }
};

/**
 * Those whose bytes are not there as they were received, each read to its last byte. The cut says so instead of there
 * being none: the others need not wait, and the gate before sending sees to it that nobody takes the report for whole.
 */
export const lackingDocuments = async (
  objects: ObjectStore,
  documents: readonly CutDocument[],
  beat: (progress: { readonly document: string }) => void,
): Promise<LackingDocument[]> => {
  const lacking: LackingDocument[] = [];
  for (const document of documents) {
    const { documentId, kind } = document;
    const sign = () => {
      beat({ document: documentId });
    };
    sign();
    const reason = await reasonOf(objects, document, sign);
    if (reason !== null) lacking.push({ documentId, kind, reason });
  }
  return lacking;
};
