/** The documents that were received in the period, each with its bytes in the object store. */
import type { DocumentDocument } from '@rounds/contracts/collections';
import { isWithinSites, type CutDocument } from '@rounds/contracts/cut';
import { RoundsError } from '@rounds/contracts/errors';
import type { LocalDate, Period } from '@rounds/contracts/period';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import type { Scope } from '@rounds/contracts/scope';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { Temporal } from 'temporal-polyfill';

/** The first instant of a local day: not midnight where the clock skips that. */
const startOfDay = (day: LocalDate, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);

export const instantsOf = ({ start, end }: Period, timeZone: string): { from: Date; to: Date } => ({
  from: startOfDay(start, timeZone),
  to: startOfDay(end, timeZone),
});

const cutDocument = (document: DocumentDocument, timeZone: string): CutDocument => ({
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

export const documentsWithin = (
  documents: readonly DocumentDocument[],
  sites: Scope['sites'],
  siteOf: ReadonlyMap<string, string>,
  timeZone: string,
): CutDocument[] =>
  documents
    .filter((document) => isWithinSites(sites, document, (subject) => siteOf.get(subject)))
    .map((document) => cutDocument(document, timeZone));

/** @throws RoundsError DOCUMENT_MISSING: a report that silently lacks a document would be a wrong one. */
export const requireBytes = async (objects: ObjectStore, document: CutDocument): Promise<void> => {
  const bytes = await objects.size(document.key);
  if (bytes === document.bytes) return;
  const found = bytes === null ? 'is not in the object store' : `has ${bytes} bytes there`;
  throw new RoundsError(
    'DOCUMENT_MISSING',
    `The document ${document.documentId} of ${document.bytes} bytes ${found}. Upload it again.`,
  );
};
