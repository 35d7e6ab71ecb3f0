/** The period's texts and images, as the report shows them. */
import { createHash } from 'node:crypto';
import type { CutDocument } from '@rounds/contracts/cut';
import type { DatasetManifest, ImageEntry, TextEntry } from '@rounds/contracts/dataset';
import type { Mask } from './mask.ts';

/** Characters of a text that the report shows; the rest stays in the document itself. */
export const MOST_CHARACTERS = 20_000;

const ENCODING_MARKS: readonly (readonly [string, string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/** What Windows writes where Latin-1 has control characters, 0x80 to 0x9F. Node's own decoder leaves these out. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));

/** By its byte-order mark; else UTF-8 if it is valid, else Latin-1 in the superset that Windows writes. */
export const decodeText = (bytes: Buffer): string => {
  const start = bytes.subarray(0, 3).toString('hex');
  const marked = ENCODING_MARKS.find(([mark]) => start.startsWith(mark));
  if (marked !== undefined) return new TextDecoder(marked[1]).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows(bytes);
  }
};

/** Control characters other than tab and line feed, and invisible ones that would split a word for the mask. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').normalize('NFC');

const newestLast = (a: CutDocument, b: CutDocument): number => {
  const [left, right] = [
    `${a.receivedOn}|${a.title}|${a.documentId}`,
    `${b.receivedOn}|${b.title}|${b.documentId}`,
  ];
  return left < right ? -1 : left > right ? 1 : 0;
};

const common = ({ documentId, title, siteId, subject, receivedOn, sha256 }: CutDocument) => ({
  documentId,
  title: cleanText(title),
  siteId,
  subject,
  receivedOn,
  sha256,
});

/**
 * A masked text is named by the hash and size of what is shown: those of the original would let a blinded reader
 * try each arm in the gaps until they fit.
 */
const shownAs = (document: CutDocument, original: string, shown: string): CutDocument =>
  shown === original
    ? document
    : {
        ...document,
        sha256: createHash('sha256').update(shown).digest('hex'),
        bytes: Buffer.byteLength(shown),
      };

const textEntry = (document: CutDocument, shown: string): TextEntry => {
  // By code points: half of a surrogate pair is no character.
  const characters = Array.from(shown);
  return {
    ...common(document),
    mediaType: document.mediaType,
    text: characters.slice(0, MOST_CHARACTERS).join(''),
    truncated: characters.length > MOST_CHARACTERS,
    characters: characters.length,
  };
};

const imageEntry = (document: CutDocument): ImageEntry => ({
  ...common(document),
  caption: document.caption === null ? null : cleanText(document.caption),
  fileName: cleanText(document.fileName),
  key: document.key,
});

export interface ShownDocuments {
  readonly texts: TextEntry[];
  readonly images: ImageEntry[];
  readonly manifest: DatasetManifest['documents'][number][];
}

/** One text at a time is in memory. The mask comes before the text is cut: half a name would pass it. */
export const showDocuments = async (
  documents: readonly CutDocument[],
  bytesOf: (document: CutDocument) => Promise<Buffer>,
  mask: Mask,
): Promise<ShownDocuments> => {
  const shown: ShownDocuments = { texts: [], images: [], manifest: [] };
  for (const document of [...documents].sort(newestLast)) {
    let named = document;
    if (document.kind === 'text') {
      const original = cleanText(decodeText(await bytesOf(document)));
      const text = mask(original);
      named = shownAs(document, original, text);
      shown.texts.push(textEntry(named, text));
    } else shown.images.push(imageEntry(document));
    const { documentId, title, sha256, bytes } = named;
    shown.manifest.push({ documentId, title: cleanText(title), sha256, bytes });
  }
  return shown;
};
