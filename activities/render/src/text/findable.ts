/**
 * What of a text can be demanded of a page that is read back. Readers of PDFs get glyphs in the order in which
 * they are drawn: marks change places with their letters, brackets where the text runs to the left are turned round.
 */
import { directed, mirrored } from './bidi.ts';
import { runsOf } from './glyphs.ts';

/**
 * Spaces move with the layout; marks, skin tones and the r of Devanagari with the shaping of their letters. Lam
 * and alef are drawn as one glyph, which some readers turn round; so is the Arabic name of God.
 */
const UNSTEADY =
  /[\s\p{M}\p{Cc}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}\u0930\u0622\u0623\u0625\u0627\u0644\u0647\u0671]+/gu;
/** Thai am is drawn as two glyphs and may be read as either spelling. */
const THAI_AM = /\u0E33\u0E32?/gu;

/** A text as it was read from a page, ready to be searched for `findable` parts. */
export const searchable = (page: string): string =>
  page.normalize('NFC').replace(UNSTEADY, '').replace(THAI_AM, '\u0E33');

/** What stands in the `searchable` text of the page on which `text` is drawn. */
export const findable = (text: string): string =>
  searchable(
    directed(runsOf(text))
      .map((run) => (run.direction === undefined ? run.text : mirrored(run.text, run.direction)))
      .join(''),
  );
