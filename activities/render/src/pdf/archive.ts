/** Makes an archive copy of what pdfmake has laid out: attachments, metadata, an identifier from the content. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { Attachment } from './archive-attachments.ts';
import { xmpOf, type ArchiveMetadata } from './archive-metadata.ts';

/** Of pdfkit 0.19, on which pdfmake stands: what its types do not tell. */
interface Reference {
  end(bytes?: Buffer): void;
}
export interface ArchivableDocument extends NodeJS.ReadableStream {
  ref(dictionary: object): Reference;
  addNamedEmbeddedFile(name: string, file: Reference): void;
  appendXML(xml: string): void;
  /** Writes the information dictionary as XMP: without escaping, without the date of change. */
  _addInfo(): void;
  readonly _root: { readonly data: { AF?: Reference[] } };
  end(): void;
}

/** A string of PDF rather than a name: so pdfkit tells them apart. */
// oxlint-disable-next-line typescript/no-wrapper-object-types
const literal = (text: string): String => new String(text);

const nameOf = (mediaType: string): string => mediaType.replaceAll('/', '#2F');

/** As an associated file of the whole document (ISO 19005-3, 6.8). */
const attach = (
  document: ArchivableDocument,
  { name, mediaType, description, bytes }: Attachment,
  at: Date,
) => {
  // pdfkit's own writes the checksum as text of hexadecimal digits, where PDF has the sixteen bytes.
  const CheckSum = createHash('md5').update(bytes).digest();
  const Params = { CreationDate: at, ModDate: at, Size: bytes.length, CheckSum };
  const content = document.ref({ Type: 'EmbeddedFile', Subtype: nameOf(mediaType), Params });
  content.end(bytes);
  const file = document.ref({
    ...{ Type: 'Filespec', AFRelationship: 'Data', F: literal(name), UF: literal(name) },
    ...{ Desc: literal(description), EF: { F: content, UF: content } },
  });
  file.end();
  document.addNamedEmbeddedFile(name, file);
  (document._root.data.AF ??= []).push(file);
};

const ID_AT = '/ID [<';
const ID_DIGITS = 32;

/** pdfkit derives it from the information dictionary, which two renderings of one run share. */
const identifyByContent = (bytes: Buffer): Buffer => {
  const at = bytes.lastIndexOf(ID_AT);
  if (at === -1) throw new Error('The trailer of the PDF has no identifier.');
  const id = sha256Of(bytes.subarray(0, at)).slice(0, ID_DIGITS);
  bytes.write(`${ID_AT}${id}> <${id}>]`, at, 'latin1');
  return bytes;
};

/** Ends the document. */
export const archived = async (
  document: ArchivableDocument,
  metadata: ArchiveMetadata,
  attachments: Iterable<Attachment>,
): Promise<Buffer> => {
  document._addInfo = () => {
    document.appendXML(xmpOf(metadata));
  };
  for (const attachment of attachments) attach(document, attachment, metadata.modDate);
  document.end();
  return identifyByContent(await buffer(document));
};
