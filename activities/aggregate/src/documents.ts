/** The period's texts and images, as the report shows them. */
import { createHash } from 'node:crypto';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { CutDocument } from '@rounds/contracts/cut';
import type { DatasetManifest, ImageEntry, NotShown, TextEntry } from '@rounds/contracts/dataset';
import { LINE_ENDS, withoutInvisible } from '@rounds/contracts/visible-text';
import { beginningOf, codePointsOf, countCharacters } from './long-text.ts';
import { decodeText } from './text-encoding.ts';

/** Characters of a text that the report shows; the rest stays in the document itself. */
export const MOST_CHARACTERS = 20_000;

/** UTF-16 code units of a text that are masked: ample for what is shown, whatever the mask makes of them. */
const READ = 4 * MOST_CHARACTERS;

/** At the end of what was read of a longer text, not shown: a name may begin there and end beyond. */
const MARGIN = MOST_CHARACTERS / 4;

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
const shownAs = (document: CutDocument, shown: string): CutDocument => ({
  ...document,
  sha256: sha256Of(shown),
  bytes: Buffer.byteLength(shown),
});

const NOTHING = createHash('sha256').digest('hex');

const LEFT_OUT: NotShown = { code: 'left-out-for-blinded' };

/** Named, and nothing of it shown: not even by a hash. */
export const leftOut = (entry: TextEntry): TextEntry => ({
  ...entry,
  ...opening(''),
  sha256: NOTHING,
  refused: LEFT_OUT,
});

/**
 * The text as its readers may see it; undefined where it cannot be separated from what must be hidden. Of a long text
 * it is given the beginning.
 */
export type TextMask = (text: string, mediaType: string) => string | undefined;

/** By code points, as half of a surrogate pair is no character. */
const opening = (text: string): Pick<TextEntry, 'text' | 'truncated' | 'characters'> => {
  const characters = codePointsOf(text);
  const truncated = characters > MOST_CHARACTERS;
  if (!truncated) return { text, truncated, characters };
  const shown = Array.from(text.slice(0, 2 * MOST_CHARACTERS)).slice(0, MOST_CHARACTERS);
  return { text: shown.join(''), truncated, characters };
};

interface ShownText extends Pick<TextEntry, 'text' | 'truncated' | 'characters'> {
  /** Whether the mask took nothing away, here or in what is not shown. */
  readonly isWhole: boolean;
}

/** @returns undefined where the mask can hide nothing without telling it */
const shownText = async (
  decoded: string,
  mediaType: string,
  mask: TextMask | undefined,
): Promise<ShownText | undefined> => {
  const beginning = beginningOf(decoded, READ);
  const original = cleanText(beginning);
  const shown = mask === undefined ? original : mask(original, mediaType);
  if (shown === undefined) return undefined;
  if (beginning.length === decoded.length) return { ...opening(shown), isWhole: shown === original };
  return {
    ...opening(beginningOf(shown, Math.max(0, shown.length - MARGIN))),
    truncated: true,
    // Of the original: how long the names in the unseen rest are is nothing that a reader could take apart.
    characters: await countCharacters(decoded, cleanText),
    isWhole: mask === undefined,
  };
};

const refusedText = (document: CutDocument, refused: NotShown): TextEntry => ({
  ...common(document),
  mediaType: document.mediaType,
  ...opening(''),
  refused,
});

interface ReadText {
  readonly entry: TextEntry;
  /** The document as it is named to this reader. */
  readonly named: CutDocument;
}

/** The text as this reader sees it. */
const readText = async (
  document: CutDocument,
  bytes: Buffer,
  mask: TextMask | undefined,
): Promise<ReadText> => {
  const decoded = decodeText(bytes);
  if ('refused' in decoded) return { entry: refusedText(document, decoded.refused), named: document };
  const shown = await shownText(decoded.text, document.mediaType, mask);
  if (shown === undefined) {
    const named = shownAs(document, '');
    return { entry: leftOut(refusedText(named, LEFT_OUT)), named };
  }
  const { isWhole, ...text } = shown;
  const named = isWhole ? document : shownAs(document, text.text);
  const { mediaType } = named;
  const assumed = decoded.assumed === undefined ? {} : { assumedEncoding: decoded.assumed };
  return { entry: { ...common(named), mediaType, ...text, ...assumed }, named };
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
  mask?: TextMask,
): Promise<ShownDocuments> => {
  const shown: ShownDocuments = { texts: [], images: [], manifest: [] };
  for (const document of [...documents].sort(newestLast)) {
    let named = document;
    if (document.kind === 'text') {
      const read = await readText(document, await bytesOf(document), mask);
      named = read.named;
      shown.texts.push(read.entry);
    } else shown.images.push(imageEntry(document));
    const { documentId, title, sha256, bytes } = named;
    shown.manifest.push({ documentId, title: cleanText(title), sha256, bytes });
  }
  return shown;
};
