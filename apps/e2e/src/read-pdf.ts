/** All that a PDF says, as a reader other than its writer finds it: by PDF.js, and by looking into its streams. */
import { inflateSync } from 'node:zlib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfWords {
  /** Text of each page, its white space removed: a layout moves that as it likes. */
  readonly pages: readonly string[];
  /** Information, XMP, bookmarks, destinations, attachments, annotations and structure, as JSON. */
  readonly around: string;
  /** The file itself with every compressed stream unpacked, as Latin-1 without NULs (PDF text may be UTF-16). */
  readonly raw: string;
}

export const squeeze = (text: string): string => text.replace(/\s+/g, '');

const pageWords = async (document: PDFDocumentProxy): Promise<{ text: string; around: unknown }[]> => {
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join('');
      return { text: squeeze(text), around: [await page.getAnnotations(), await page.getStructTree()] };
    }),
  );
};

const metadataOf = async (document: PDFDocumentProxy): Promise<unknown> => {
  const { info, metadata } = await document.getMetadata();
  return [info, [...metadata]];
};

const STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/g;

/** A stream that is not deflated (a JPEG) stands in the file as it is. */
const unpacked = (stream: string): string => {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
};

const rawWords = (bytes: Buffer): string => {
  const file = bytes.toString('latin1');
  const streams = [...file.matchAll(STREAM)].map(([, content = '']) => unpacked(content));
  return [file, ...streams].join('\n').replaceAll('\0', '');
};

export const readPdf = async (bytes: Buffer): Promise<PdfWords> => {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages = await pageWords(document);
  const around = await Promise.all([
    metadataOf(document),
    document.getOutline(),
    document.getDestinations(),
    document.getAttachments(),
    document.getPageLabels(),
  ]);
  await task.destroy();
  return {
    pages: pages.map(({ text }) => text),
    around: JSON.stringify([around, pages.map((page) => page.around)]),
    raw: rawWords(bytes),
  };
};
