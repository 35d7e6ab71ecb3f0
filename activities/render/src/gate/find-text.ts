/** Looks for the parts of a document in the text of its pages, one after the other. */
import { parted } from './find-rows.ts';
import type { Spoken } from './spoken.ts';

/** Letters of the pages, and where each page begins in them. */
interface Letters {
  readonly all: string;
  readonly pages: readonly string[];
}

const commonStart = (a: string, b: string, at: number): number => {
  let length = 0;
  while (length < a.length && a[length] === b[at + length]) length++;
  return length;
};

/** Where the text ends that begins at `at`, its number after its first line; undefined where it is not there. */
const endAt = (text: string, number: string, all: string, at: number): number | undefined => {
  const same = commonStart(text, all, at);
  if (number === '') return same === text.length ? at + same : undefined;
  // What follows the first line may begin as the number does.
  for (let line = same; line >= Math.max(0, same - number.length); line--) {
    const rest = at + line + number.length;
    if (all.startsWith(number, at + line) && all.startsWith(text.slice(line), rest))
      return rest + text.length - line;
  }
  return undefined;
};

/** So many letters are enough to look at a place more closely. */
const BEGINNING = 6;

/** As soon as possible from `from` on. */
const find = ({ cells, number }: Spoken, { all }: Letters, from: number): number | undefined => {
  const text = cells.join('');
  const here = endAt(text, number, all, from);
  if (here !== undefined) return here;
  // A first line of fewer letters is followed by its number.
  const beginnings = [text.slice(0, BEGINNING), ...(number === '' ? [] : [text.slice(0, 1), number])];
  for (const beginning of beginnings) {
    if (beginning === '') continue;
    for (let at = all.indexOf(beginning, from); at >= 0; at = all.indexOf(beginning, at + 1)) {
      const end = endAt(text, number, all, at);
      if (end !== undefined) return end;
    }
  }
  return undefined;
};

/** Behind a row whose cells the end of a page parts, at the beginning of the page on which the last of them ends. */
const findParted = ({ cells }: Spoken, { pages }: Letters, from: number): number | undefined => {
  let start = 0;
  for (const [page, text] of pages.entries()) {
    if (from < start + text.length) {
      const end = parted(cells, pages, { page, offset: from - start });
      return end && pages.slice(0, end.page).reduce((length, { length: own }) => length + own, 0);
    }
    start += text.length;
  }
  return undefined;
};

/** How many of the parts are not there. @param pages letters of each page, from where the document begins */
export const missingParts = (parts: readonly Spoken[], pages: readonly string[]): number => {
  const letters = { all: pages.join(''), pages };
  let [at, missing] = [0, 0];
  for (const part of parts) {
    const end =
      find(part, letters, at) ?? (part.cells.length > 1 ? findParted(part, letters, at) : undefined);
    if (end === undefined) missing += 1;
    else at = end;
  }
  return missing;
};
