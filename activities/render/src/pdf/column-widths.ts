/** Widths of a table's columns, from the widths of what they hold: no word is cut while there is room for it. */
import { BETWEEN_WORDS } from '../text/breaks.ts';
import { textWidth } from '../text/glyphs.ts';
import { partsOf } from './word-wrap.ts';

export interface Measured {
  /** Points of the longest part of a word that has no joint. */
  readonly parts: number;
  /** Points of the longest word. */
  readonly least: number;
  /** Points of the longest line of the rows. */
  readonly rows: number;
  /** Points of the longest line, the head's among them. */
  readonly ideal: number;
}

/** Longer lines are folded rather than given all the room. */
const LONGEST_LINE = 210;

export interface Piece {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
}

const widest = (pieces: readonly Piece[], split: (text: string) => readonly string[]): number => {
  let width = 0;
  for (const { text, size, bold } of pieces) {
    for (const part of split(text)) width = Math.max(width, textWidth(part, size, bold));
  }
  // One point of air: kerning and rounding must not break the line that was measured to fit.
  return width + 1;
};

export const measure = (head: readonly Piece[], rows: readonly Piece[]): Measured => {
  const words = (text: string): string[] => text.split(BETWEEN_WORDS);
  const least = widest([...head, ...rows], words);
  const parts = widest([...head, ...rows], (text) => words(text).flatMap(partsOf));
  const bounded = (width: number) => Math.max(least, Math.min(width, LONGEST_LINE));
  const lines = (text: string): string[] => text.split('\n');
  const rowsWidth = bounded(widest(rows, lines));
  return { parts, least, rows: rowsWidth, ideal: Math.max(rowsWidth, bounded(widest(head, lines))) };
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Raises `levels` towards `wanted` alike until `available` is used up: a column that wants little gets it whole. */
const fill = (levels: readonly number[], wanted: readonly number[], available: number): number[] => {
  let low = 0;
  let high = Math.max(...wanted);
  const at = (cap: number) =>
    wanted.map((width, index) => Math.max(levels[index] ?? 0, Math.min(width, cap)));
  for (let step = 0; step < 40; step++) {
    const cap = (low + high) / 2;
    if (sum(at(cap)) > available) high = cap;
    else low = cap;
  }
  return at(low);
};

/**
 * Widths that never add up to more than `available`: pdfmake draws what is wider outside of the page. Heads are
 * folded first, then the longest lines, so that dates and codes stay on one line. Where even the longest words do not
 * fit, words are parted at their joints, and within a part only where the parts do not fit either, the longest first.
 */
export const columnWidths = (columns: readonly Measured[], available: number): number[] => {
  const [parts, least, rows, ideal] = (['parts', 'least', 'rows', 'ideal'] as const).map((key) =>
    columns.map((column) => column[key]),
  ) as [number[], number[], number[], number[]];
  if (sum(ideal) <= available) return ideal;
  if (sum(rows) <= available) return fill(rows, ideal, available);
  if (sum(least) <= available) return fill(least, rows, available);
  if (sum(parts) <= available) return fill(parts, least, available);
  return fill([], parts, available);
};
