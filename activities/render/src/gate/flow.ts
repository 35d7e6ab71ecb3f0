/** The text of all pages in one piece, without running heads and feet, and where each heading stands in it. */
import type { Piece } from './pdf-reader.ts';
import { asRead } from './words.ts';

export interface Line {
  readonly text: string;
  readonly size: number;
  /** Offsets in the text of the flow. */
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

export interface Flow {
  readonly text: string;
  readonly lines: readonly Line[];
  /** Where each page begins in the text. */
  readonly pages: readonly number[];
}

/** Half-open, in the text of the flow. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

const SAME_LINE = 0.6;

/** Marks stand higher or lower than the letter that they belong to. */
const MARKS = /^\p{M}+$/u;

const isSameLine = (a: Piece, b: Piece): boolean =>
  MARKS.test(b.text) || (Math.abs(a.y - b.y) < SAME_LINE && a.size === b.size);

/** Pieces that follow each other on one line, in one size. */
const linesOf = (pieces: readonly Piece[]): Pick<Line, 'text' | 'size' | 'pieces'>[] => {
  const lines: { first: Piece; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && isSameLine(line.first, piece)) line.pieces.push(piece);
    else lines.push({ first: piece, pieces: [piece] });
  }
  return lines.map((line) => ({
    text: asRead(line.pieces.map(({ text }) => text).join('')),
    size: line.first.size,
    pieces: line.pieces,
  }));
};

/** @param pages pieces of each page's body */
export const flowOf = (pages: readonly (readonly Piece[])[]): Flow => {
  const lines: Line[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const pieces of pages) {
    starts.push(length);
    for (const line of linesOf(pieces)) {
      const end = length + line.text.length;
      lines.push({ ...line, start: length, end });
      length = end;
    }
  }
  return { text: lines.map(({ text }) => text).join(''), lines, pages: starts };
};

/** A title of more lines than this is not looked for. */
const MOST_LINES = 8;

/** Whether the lines from `first` on are the title and nothing else; answers with the last of them. */
const titleAt = (lines: readonly Line[], first: number, title: string): Line | undefined => {
  let joined = '';
  for (const line of lines.slice(first, first + MOST_LINES)) {
    joined += line.text;
    if (joined === title) return line;
    if (!title.startsWith(joined)) return undefined;
  }
  return undefined;
};

/** One of the spellings of a title, alone on its lines, in type of `size` at least. Answers with what it takes. */
const findTitle = (
  { lines }: Flow,
  spellings: readonly string[],
  { start, end }: Region,
  size: number,
): Region | undefined => {
  for (const [index, line] of lines.entries()) {
    if (line.start < start || line.size < size - 0.1) continue;
    if (line.end > end) return undefined;
    for (const spelling of spellings) {
      const last = titleAt(lines, index, spelling);
      if (last !== undefined) return { start: line.start, end: last.end };
    }
  }
  return undefined;
};

/**
 * What stands under each title, up to the next that was found; undefined for a title that is not there. The titles
 * follow each other.
 */
export const regionsOf = (
  flow: Flow,
  titles: readonly (readonly string[])[],
  within: Region,
  size: number,
): (Region | undefined)[] => {
  let from = within.start;
  const found = titles.map((spellings) => {
    const at = findTitle(flow, spellings, { start: from, end: within.end }, size);
    from = at?.end ?? from;
    return at;
  });
  return found.map((at, index) => {
    if (at === undefined) return undefined;
    const next = found.slice(index + 1).find((other) => other !== undefined);
    return { start: at.end, end: next?.start ?? within.end };
  });
};

export const piecesIn = ({ lines }: Flow, region: Region): Piece[] =>
  lines
    .filter(({ start, end }) => start >= region.start && end <= region.end)
    .flatMap(({ pieces }) => pieces);

export const textOf = ({ text }: Flow, { start, end }: Region): string => text.slice(start, end);

/** The text of a region page by page. */
export const byPage = (flow: Flow, { start, end }: Region): string[] =>
  flow.pages.flatMap((from, index) => {
    const to = flow.pages[index + 1] ?? flow.text.length;
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    return first < last ? [flow.text.slice(first, last)] : [];
  });

/** Numbers, from 1, of the pages on which the region stands. */
export const pagesOf = ({ pages, text }: Flow, { start, end }: Region): number[] =>
  pages.flatMap((from, index) =>
    from < end && (pages[index + 1] ?? text.length) > start ? [index + 1] : [],
  );
