/** Texts of many megabytes, a piece at a time: taken whole they would hold up everything else that the worker does. */
import { setImmediate } from 'node:timers/promises';

/** UTF-16 code units: some milliseconds of work. */
const PIECE = 250_000;
const LONGEST_WORD = 1_000;

const isWithinPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** Behind the word or the line that ends soon after `at`; where none does, at least not within a character. */
const endOfPiece = (text: string, at: number): number => {
  if (at >= text.length) return text.length;
  const ahead = text.slice(at, at + LONGEST_WORD).search(/[ \n]/);
  if (ahead >= 0) return at + ahead + 1;
  return isWithinPair(text, at) ? at + 1 : at;
};

/** The text up to about `units` UTF-16 code units, to the end of a word. */
export const beginningOf = (text: string, units: number): string => text.slice(0, endOfPiece(text, units));

export const codePointsOf = (text: string): number => {
  let pairs = 0;
  for (let at = 0; at < text.length; at += 1) if (isWithinPair(text, at + 1)) pairs += 1;
  return text.length - pairs;
};

/** Code points of what `clean` makes of the text. Between two pieces the event loop comes round. */
export const countCharacters = async (text: string, clean: (piece: string) => string): Promise<number> => {
  let characters = 0;
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = endOfPiece(text, start + PIECE);
    characters += codePointsOf(clean(text.slice(start, end)));
    await setImmediate();
  }
  return characters;
};
