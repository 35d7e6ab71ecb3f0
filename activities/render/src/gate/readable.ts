/** All that a reader could take out of a file: pages, bookmarks, metadata, attachments, cells, names of sheets. */
import { parse } from 'csv-parse/sync';
import { decodeXML } from 'entities';
import { unzipSync } from 'fflate';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf, piecesOf, type Piece } from './pdf-reader.ts';

/** What parts cells: nobody reads over it as one does over a space. */
const EDGE = ' | ';
/** Of the size of type: wider gaps are those between columns. */
const WIDE = 0.6;

const joint = (before: Piece, piece: Piece): string => {
  if (Math.abs(before.y - piece.y) > 0.5) return '\n';
  const gap = piece.x - before.x - before.width;
  if (Math.abs(gap) > WIDE * piece.size) return EDGE;
  return gap > 0.1 * piece.size ? ' ' : '';
};

const pageText = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece, index) => {
      const before = pieces[index - 1];
      return before === undefined ? piece.text : joint(before, piece) + piece.text;
    })
    .join('');

/** Names that a dataset's shape gives reveal nothing. */
const SHAPE = /^[a-z][A-Za-z\d]*$/;

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [] : Object.keys(value).filter((key) => !SHAPE.test(key));
  return [...keys, ...Object.values(value).flatMap(stringsIn)];
};

const CELL_ENDS =
  /<\/(?:si|is|c|v|f|row|comment|sheet|definedName|oddHeader|oddFooter|(?:dc|cp|dcterms|vt):\w+)>/g;

/** The words of XML and the values of its attributes. */
const xmlTexts = (xml: string): string[] => [
  decodeXML(xml.replace(CELL_ENDS, EDGE).replace(/<[^>]*>/g, '')),
  ...Array.from(xml.matchAll(/\s[\w:]+="([^"]*)"/g), ([, value = '']) => decodeXML(value)),
];

const cellsOf = (csv: string): string[] =>
  parse(csv, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    delimiter: [',', ';', '\t'],
  }).flat();

/** How a workbook looks says nothing of what is in it. */
const IS_LOOK = /(?:styles|theme\d*)\.xml$/;

const fileTexts = (name: string, bytes: Uint8Array): string[] => {
  if (/\.(?:zip|xlsx)$/i.test(name))
    return Object.entries(unzipSync(bytes)).flatMap(([inner, content]) =>
      IS_LOOK.test(inner) ? [] : [inner, ...fileTexts(inner, content)],
    );
  const text = Buffer.from(bytes).toString();
  if (/\.json$/i.test(name)) return stringsIn(JSON.parse(text));
  if (/\.csv$/i.test(name)) return cellsOf(text);
  return /\.(?:xml|rels|vml)$/i.test(name) ? xmlTexts(text) : [text];
};

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}
const titlesOf = (bookmarks: readonly Bookmark[]): string[] =>
  bookmarks.flatMap(({ title, items }) => [title, ...titlesOf(items)]);

interface Attached {
  readonly filename: string;
  readonly description?: string;
  readonly content: Uint8Array;
}

const aboutPdf = async (document: PDFDocumentProxy): Promise<string[]> => {
  const { info, ...about } = await document.getMetadata();
  // A file without XMP has none, whatever the reader's types say.
  const metadata = about.metadata as Iterable<readonly [string, unknown]> | null;
  const outline = ((await document.getOutline()) as readonly Bookmark[] | null) ?? [];
  const attached = ((await document.getAttachments()) as Readonly<Record<string, Attached>> | null) ?? {};
  return [
    ...stringsIn(info),
    ...(metadata === null ? [] : stringsIn(Object.fromEntries(metadata))),
    ...titlesOf(outline),
    ...Object.values(attached).flatMap(({ filename, description = '', content }) => [
      filename,
      description,
      ...fileTexts(filename, content),
    ]),
  ];
};

const pdfTexts = async (bytes: Uint8Array): Promise<string[]> => {
  const { document, close } = await openPdf(bytes);
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(pageText(await piecesOf(page)));
      page.cleanup();
    }
    return [...pages, ...(await aboutPdf(document))];
  } finally {
    await close();
  }
};

/** @throws what the readers say of a file that is none */
export const readableTexts = async (
  format: 'pdf' | 'xlsx' | 'csv' | 'json',
  bytes: Uint8Array,
): Promise<string[]> =>
  format === 'pdf' ? pdfTexts(bytes) : fileTexts(format === 'csv' ? 'tables.zip' : `file.${format}`, bytes);
