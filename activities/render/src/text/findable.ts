/**
 * What of a text can be demanded of a page that is read back. Readers of PDFs get glyphs in the order in which
 * they are drawn: marks change places with their letters, brackets that run from right to left are turned round.
 */
import { hasRightToLeft } from './bidi.ts';
import { drawnText } from './glyphs.ts';

/** Spaces move with the layout; marks, skin tones and the r of Devanagari with the shaping of their letters. */
const UNSTEADY = /[\s\p{M}\p{Cc}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}\u0930]+/gu;
/** Thai am is drawn as two glyphs and may be read as either spelling. */
const THAI_AM = /\u0E33\u0E32?/gu;
/** Lam and alef are drawn as one glyph, which some readers turn round; so is the name of God. */
const LAM_ALEF = /[\u0622\u0623\u0625\u0627\u0644\u0647\u0671]{2,}/gu;

/** A text as it was read from a page, ready to be searched for `findable` parts. */
export const searchable = (page: string): string =>
  page
    .normalize('NFC')
    .replace(UNSTEADY, '')
    .replace(THAI_AM, '\u0E33')
    .replace(LAM_ALEF, (letters) => Array.from(letters).sort().join(''));

/**
 * The parts of `text` each of which stands in the `searchable` text of its page, in this order: the whole, or,
 * where some of it runs from right to left, its words and numbers.
 */
export const findable = (text: string): string[] => {
  const drawn = drawnText(text);
  const parts = hasRightToLeft(drawn) ? (drawn.match(/[\p{L}\p{M}\u200C\u200D]+|\p{N}+/gu) ?? []) : [drawn];
  return parts.map(searchable).filter((part) => part !== '');
};
