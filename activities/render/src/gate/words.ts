/** Text that is demanded of a page, and text that was read from one, made alike. */
import { findable, searchable } from '../text/findable.ts';

/** Typefaces draw some characters by one glyph, for which a reader then finds either: 〜 and ～, µ and μ, ‐ and -. */
const oneSpelling = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u301C', '~');

/** What of a text is demanded of a page. */
export const onPage = (text: string): string => oneSpelling(findable(text));

/** How many characters of `text`, from its beginning, stand in one piece on `page`. */
export const longestStart = (text: string, page: string): number => {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (page.includes(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** What was read from a page, in the spelling of `onPage`. */
export const asRead = (text: string): string => oneSpelling(searchable(text));
