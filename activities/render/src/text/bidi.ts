/**
 * Right-to-left text. pdfmake sets every line from left to right; `orderLine` puts the pieces of a finished line
 * where the Unicode Bidirectional Algorithm (UAX #9) wants them, by the levels that `directed` gives each piece.
 * The pieces are still drawn in the order in which they are read, so that a reader of the PDF finds the text.
 */
import bidiFactory from 'bidi-js';
import { signOfWork } from '../sign-of-work.ts';

const bidi = bidiFactory();

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

export interface Direction {
  /** Odd from right to left, as in UAX #9. */
  readonly level: number;
  /** Of the paragraph. */
  readonly base: number;
}

const STRONG = /[\p{L}\p{Nl}]/u;

/** Of a paragraph that is set in several parts, whose later ones may begin with a word of the other direction. */
export const baseOf = (text: string): 'ltr' | 'rtl' =>
  hasRightToLeft(STRONG.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';

/**
 * The parts cut where the direction changes; as they are when nothing runs from right to left.
 * @param base of all paragraphs; each its own when it is not given
 */
export const directed = <Part extends { readonly text: string }>(
  parts: readonly Part[],
  base?: 'ltr' | 'rtl',
): (Part & { readonly direction?: Direction })[] => {
  const text = parts.map((part) => part.text).join('');
  if (!hasRightToLeft(text)) return [...parts];
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, base ?? 'auto');
  const baseAt = new Uint8Array(text.length);
  for (const { start, end, level } of paragraphs) baseAt.fill(level, start, end + 1);
  let offset = 0;
  return parts.flatMap((part) => {
    const cut = sameDirection(levels, baseAt, offset, offset + part.text.length);
    const first = offset;
    offset += part.text.length;
    return cut.map(([from, to, direction]) => ({
      ...part,
      text: part.text.slice(from - first, to - first),
      direction,
    }));
  });
};

/** Half-open ranges of one level and one paragraph. */
const sameDirection = (
  levels: Uint8Array,
  baseAt: Uint8Array,
  start: number,
  end: number,
): (readonly [from: number, to: number, direction: Direction])[] => {
  const ranges: [number, number, Direction][] = [];
  for (let at = start; at < end; at++) {
    const [level = 0, base = 0] = [levels[at], baseAt[at]];
    const last = ranges.at(-1);
    if (last?.[2].level === level && last[2].base === base) last[1] = at + 1;
    else ranges.push([at, at + 1, { level, base }]);
  }
  return ranges;
};

/** What the layout of glyphs takes a text for: it goes by the first letter that belongs to a script. */
const SCRIPT_LETTER = /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Unknown}]/u;
const isLaidOutReversed = (text: string): boolean => hasRightToLeft(SCRIPT_LETTER.exec(text)?.[0] ?? '');

const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const reversed = (text: string): string => (text.match(CLUSTER) ?? []).reverse().join('');

const isReversed = (level: number): boolean => level % 2 === 1;

/** Brackets open to the left where the text runs to the left. */
export const mirrored = (text: string, { level }: Direction): string =>
  isReversed(level)
    ? Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join('')
    : text;

/**
 * What one piece of pdfmake may hold: of what only stands to the left of its neighbour, as punctuation does, a
 * character each, so that it is read back in its order.
 */
export const piecesOf = (text: string, direction: Direction | undefined): string[] =>
  direction === undefined || !isReversed(direction.level) || isLaidOutReversed(text)
    ? [text]
    : (text.match(CLUSTER) ?? []);

/** The text that the layout of glyphs, which reverses some by itself, draws in the wanted direction. */
export const visualText = (text: string, direction: Direction): string => {
  const turned = mirrored(text, direction);
  return isLaidOutReversed(text) === isReversed(direction.level) ? turned : reversed(turned);
};

/** What of pdfmake's line and its pieces is read and changed here; lengths in points. */
export interface LinePiece {
  text: string;
  width: number;
  x?: number;
  leadingCut?: number;
  trailingCut?: number;
  alignment?: string;
  readonly direction?: Direction;
}

export interface Line {
  readonly inlines: LinePiece[];
  inlineWidths: number;
  leadingCut: number;
  trailingCut: number;
}

/** Below every level beyond the end. */
const levelAt = (pieces: readonly LinePiece[], index: number): number => {
  const piece = pieces[index];
  return piece === undefined ? -1 : (piece.direction?.level ?? 0);
};

/** UAX #9, rule L2: from the highest level down to the lowest odd one, what stands together is turned round. */
const visualOrder = (pieces: readonly LinePiece[]): LinePiece[] => {
  const order = [...pieces];
  const levels = pieces.map(({ direction }) => direction?.level ?? 0);
  for (let level = Math.max(...levels); level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (levelAt(order, end) >= level) end++;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
};

/** Spaces at the ends of a line stand on neither side (rule L1): they would part the text from its margin. */
const trim = (line: Line): void => {
  const first = line.inlines[0];
  const last = line.inlines.at(-1);
  if (first !== undefined && (first.leadingCut ?? 0) > 0) {
    first.text = first.text.trimStart();
    first.width -= first.leadingCut ?? 0;
  }
  if (last !== undefined && (last.trailingCut ?? 0) > 0 && last.text !== '') {
    last.text = last.text.trimEnd();
    last.width -= last.trailingCut ?? 0;
  }
};

/** Sets a finished line in its visual order; a paragraph from right to left stands at the right. */
export const orderLine = (line: Line): void => {
  if (line.inlines.every(({ direction }) => direction === undefined)) return;
  trim(line);
  let x = 0;
  for (const piece of visualOrder(line.inlines)) {
    if (piece.direction !== undefined) piece.text = visualText(piece.text, piece.direction);
    piece.x = x;
    x += piece.width;
  }
  [line.inlineWidths, line.leadingCut, line.trailingCut] = [x, 0, 0];
  const [first] = line.inlines;
  const base = line.inlines.find(({ direction }) => direction !== undefined)?.direction?.base;
  if (first !== undefined && base === 1 && first.alignment !== 'center') first.alignment = 'right';
};

/** The class of pdfmake that puts lines on pages; not part of its published types. */
interface ElementWriter {
  alignLine(this: ElementWriter, line: Line): void;
}

/** Every line is ordered once, when its place is known. */
export const orderLinesOf = (writer: { readonly prototype: ElementWriter }): void => {
  // oxlint-disable-next-line typescript/unbound-method -- called with the writer as `this` below
  const align = writer.prototype.alignLine;
  writer.prototype.alignLine = function (line) {
    signOfWork();
    orderLine(line);
    align.call(this, line);
  };
};
