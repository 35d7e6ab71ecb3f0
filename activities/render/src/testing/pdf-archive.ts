/** What a PDF carries beside its pages, as PDF.js finds it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfArchive {
  /** By file name. */
  readonly attachments: ReadonlyMap<string, { readonly description: string; readonly text: string }>;
  /** The information dictionary, its own entries among the standard ones. */
  readonly info: Readonly<Record<string, unknown>>;
  /** The XMP packet as it stands. */
  readonly xmp: string;
}

interface Attached {
  readonly filename: string;
  readonly description: string;
  readonly content: Uint8Array;
}

export const readArchive = async (bytes: Uint8Array): Promise<PdfArchive> => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const attached = (await document.getAttachments()) as Readonly<Record<string, Attached>> | null;
  const { info, metadata } = await document.getMetadata();
  const { Custom, ...standard } = info as Record<string, unknown>;
  const xmp = String(metadata.getRaw());
  await task.destroy();
  return {
    attachments: new Map(
      Object.values(attached ?? {}).map(({ filename, description, content }) => [
        filename,
        { description, text: Buffer.from(content).toString() },
      ]),
    ),
    info: { ...standard, ...(Custom as object) },
    xmp,
  };
};

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The text of one element of the packet. */
export const xmpValue = (xmp: string, name: string): string | undefined =>
  new RegExp(`<${name}>(?:<rdf:Alt><rdf:li[^>]*>)?([^<]*)<`)
    .exec(xmp)?.[1]
    ?.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
