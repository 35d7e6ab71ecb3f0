/** Characters without a picture: soft hyphens, marks of direction and of order, selectors of variants, tags. */
const INVISIBLE = /(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu;

/** Scripts whose letters change their form beside a joiner, and the pictures that are joined to one. */
const JOINING =
  '[\\p{M}\\p{sc=Arabic}\\p{sc=Syriac}\\p{sc=Mongolian}\\p{sc=Devanagari}\\p{sc=Bengali}\\p{sc=Gurmukhi}' +
  '\\p{sc=Gujarati}\\p{sc=Oriya}\\p{sc=Tamil}\\p{sc=Telugu}\\p{sc=Kannada}\\p{sc=Malayalam}\\p{sc=Sinhala}' +
  '\\p{Extended_Pictographic}]';
const IDLE_JOINER = new RegExp(`(?<!${JOINING})[\\u200C\\u200D]+|[\\u200C\\u200D]+(?!${JOINING})`, 'gu');

/**
 * The text without what nobody sees on a page. What stays out of sight could split a word that must be hidden
 * from blinded readers, turn the order of a line, or make two texts that look the same differ. Joiners stay where
 * they shape what is seen.
 */
export const withoutInvisible = (text: string): string =>
  text.replace(INVISIBLE, '').replace(IDLE_JOINER, '');

export const LINE_ENDS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
/** Every character of it is in any face that a text may be set in. */
const ASCII = /^[\n\x20-\x7E]*$/;
export const isAscii = (text: string): boolean => ASCII.test(text);

/** One spelling of every character, one of every line end, a space for a tab; nothing that nobody sees. */
export const normalise = (text: string): string =>
  isAscii(text)
    ? text
    : withoutInvisible(text).normalize('NFC').replace(LINE_ENDS, '\n').replaceAll('\t', '    ');
