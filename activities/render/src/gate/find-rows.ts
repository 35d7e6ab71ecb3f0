/** Looks for the rows of a table in the text of its pages, one after the other. */
import { longestStart } from './words.ts';

interface Place {
  readonly page: number;
  readonly offset: number;
}

export interface FoundRows {
  readonly missing: number;
  /** Places between two rows where something else stands than the head of the table. */
  readonly strange: number;
  /** What follows the last row; undefined where that was not found in one piece. */
  readonly rest: string | undefined;
}

/** The row in one piece, as soon as possible after `from`. */
const inOnePiece = (
  row: string,
  pages: readonly string[],
  from: Place,
): { start: Place; end: Place } | undefined => {
  for (let page = from.page; page < pages.length; page++) {
    const offset = pages[page]?.indexOf(row, page === from.page ? from.offset : 0) ?? -1;
    if (offset >= 0) return { start: { page, offset }, end: { page, offset: offset + row.length } };
  }
  return undefined;
};

const commonStart = (a: string, b: string, at: number): number => {
  let length = 0;
  while (length < b.length && a[at + length] === b[length]) length++;
  return length;
};

/** Whether the text is the beginnings of the cells, each as long as it likes, one after the other. */
const isOfBeginnings = (text: string, cells: readonly string[]): boolean => {
  let reached = new Set([0]);
  for (const cell of cells) {
    const next = new Set<number>();
    for (const at of reached)
      for (let length = commonStart(text, cell, at); length >= 0; length--) next.add(at + length);
    reached = next;
  }
  return reached.has(text.length);
};

/** A row of free text is never longer than this many pages. */
const MOST_PAGES = 60;

/** The page on which a cell that begins on the first of them is whole; undefined where it never is. */
const wholeAfter = (cell: string, pages: readonly string[]): number | undefined => {
  let rest = cell;
  for (const [index, page] of pages.entries()) {
    rest = rest.slice(longestStart(rest, page));
    if (rest === '') return index;
  }
  return undefined;
};

/** The row parted by the ends of pages: what is left of the first page is nothing but the beginnings of its cells. */
export const parted = (
  cells: readonly string[],
  pages: readonly string[],
  from: Place,
): Place | undefined => {
  const left = pages[from.page]?.slice(from.offset) ?? '';
  if (left === '' || !isOfBeginnings(left, cells)) return undefined;
  const following = [left, ...pages.slice(from.page + 1, from.page + MOST_PAGES)];
  let last = 0;
  for (const cell of cells) {
    const end = wholeAfter(cell, following);
    if (end === undefined) return undefined;
    last = Math.max(last, end);
  }
  return { page: from.page + last, offset: 0 };
};

/** The next place that holds text, after the head of the table where a page begins with it. */
const behindHead = (pages: readonly string[], head: string, { page, offset }: Place): Place => {
  const text = pages[page]?.slice(offset) ?? '';
  if (text === '' && page + 1 < pages.length) return behindHead(pages, head, { page: page + 1, offset: 0 });
  return { page, offset: text.startsWith(head) ? offset + head.length : offset };
};

const between = (pages: readonly string[], from: Place, to: Place): string =>
  pages
    .slice(from.page, to.page + 1)
    .map((text, index) =>
      text.slice(index === 0 ? from.offset : 0, from.page + index === to.page ? to.offset : undefined),
    )
    .join('');

/**
 * @param rows cells as the page shows them, without white space
 * @param pages what stands under the title of the table, page by page; begins after its notes
 * @param head of the table, which each page repeats
 */
export const findRows = (
  rows: readonly (readonly string[])[],
  pages: readonly string[],
  head: string,
): FoundRows => {
  let at: Place = { page: 0, offset: 0 };
  let [missing, strange] = [0, 0];
  let isClose = true;
  for (const cells of rows) {
    const whole = inOnePiece(cells.join(''), pages, at);
    const gap = whole && between(pages, at, whole.start);
    const isNext = gap?.replaceAll(head, '') === '';
    const split = isNext ? undefined : parted(cells, pages, behindHead(pages, head, at));
    if (split === undefined && whole === undefined) missing += 1;
    else if (split === undefined && !isNext && isClose) strange += 1;
    isClose = split === undefined && whole !== undefined;
    at = split ?? whole?.end ?? at;
  }
  const end = { page: pages.length - 1, offset: pages.at(-1)?.length ?? 0 };
  return { missing, strange, rest: isClose ? between(pages, at, end) : undefined };
};
