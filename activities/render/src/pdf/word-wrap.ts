/** Where a word that is wider than its column may be parted: at its own joints, never in the middle of a part. */
import { BETWEEN_WORDS } from '../text/breaks.ts';
import { textWidth } from '../text/glyphs.ts';

/** Behind punctuation that joins, and between letters and digits. */
const JOINT = /(?<=[-_/.,:;|@\\+=&?])(?=\S)|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

/** Parts that have no joint and are wider than the line: by characters with their marks. */
const characters = (part: string): string[] => part.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];

/** A word parted at all of its joints. */
export const partsOf = (word: string): string[] => word.split(JOINT);

const fitting = (parts: readonly string[], fits: (text: string) => boolean): string[] => {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + part)) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
};

const parted = (word: string, fits: (text: string) => boolean): string => {
  if (fits(word)) return word;
  const parts = partsOf(word).flatMap((part) => (fits(part) ? [part] : fitting(characters(part), fits)));
  return fitting(parts, fits).join('\n');
};

/**
 * The text with line ends in the words that are wider than `width`; all others stay whole, as the layout parts lines
 * between words alone.
 */
export const wrapWords = (text: string, width: number, size: number, bold = false): string =>
  text
    .split(BETWEEN_WORDS)
    .map((piece) => parted(piece, (part) => textWidth(part, size, bold) <= width))
    .join('');
