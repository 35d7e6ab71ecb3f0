/** The period's texts and images, as the report shows them. */
import { createHash } from 'node:crypto';
import type { CutDocument } from '@rounds/contracts/cut';
import type { DatasetManifest, ImageEntry, TextEntry } from '@rounds/contracts/dataset';
import { LINE_ENDS, withoutInvisible } from '@rounds/contracts/visible-text';
import { decodeText } from './text-encoding.ts';

/** Characters of a text that the report shows; the rest stays in the document itself. */
export const MOST_CHARACTERS = 20_000;

const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;

/** What the mask reads is what is seen: nothing out of sight may part a word. */
export const cleanText = (text: string): string =>
  withoutInvisible(text.replace(LINE_ENDS, '\n').replace(CONTROLS, '')).normalize('NFC');

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

const NOTHING = createHash('sha256').digest('hex');

/** Named, and nothing of it shown: not even by a hash. */
export const leftOut = (entry: TextEntry): TextEntry => ({
  ...entry,
  ...opening(''),
  sha256: NOTHING,
  refused: 'Left out for blinded readers.',
});

/** The text as its readers may see it; undefined where that cannot be told from what must be hidden. */
export type TextMask = (text: string, mediaType: string) => string | undefined;

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;

/** By code points, as half of a surrogate pair is no character; counted without taking a long text apart. */
const opening = (text: string): Pick<TextEntry, 'text' | 'truncated' | 'characters'> => {
  let [characters, end] = [0, 0];
  for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) {
    if (characters === MOST_CHARACTERS) end = at;
    characters += 1;
  }
  const truncated = characters > MOST_CHARACTERS;
  return { text: truncated ? text.slice(0, end) : text, truncated, characters };
};

const textEntry = (document: CutDocument, shown: string, assumed: string | undefined): TextEntry => ({
  ...common(document),
  mediaType: document.mediaType,
  ...opening(shown),
  ...(assumed === undefined ? {} : { assumedEncoding: assumed }),
});

const refusedText = (document: CutDocument, refused: string): TextEntry => ({
  ...common(document),
  mediaType: document.mediaType,
  ...opening(''),
  refused,
});

/** The text as this reader sees it, and the document as it is named to them. */
const readText = (
  document: CutDocument,
  bytes: Buffer,
  mask: TextMask,
): { entry: TextEntry; named: CutDocument } => {
  const decoded = decodeText(bytes);
  if ('refused' in decoded) return { entry: refusedText(document, decoded.refused), named: document };
  const original = cleanText(decoded.text);
  const shown = mask(original, document.mediaType);
  if (shown === undefined)
    return { entry: leftOut(textEntry(document, '', undefined)), named: shownAs(document, original, '') };
  const named = shownAs(document, original, shown);
  return { entry: textEntry(named, shown, decoded.assumed), named };
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
  mask: TextMask,
): Promise<ShownDocuments> => {
  const shown: ShownDocuments = { texts: [], images: [], manifest: [] };
  for (const document of [...documents].sort(newestLast)) {
    let named = document;
    if (document.kind === 'text') {
      const read = readText(document, await bytesOf(document), mask);
      named = read.named;
      shown.texts.push(read.entry);
    } else shown.images.push(imageEntry(document));
    const { documentId, title, sha256, bytes } = named;
    shown.manifest.push({ documentId, title: cleanText(title), sha256, bytes });
  }
  return shown;
};
