/** Strings as pdfmake takes them: every text of the dataset passes here, so that no glyph is lost. */
import type { Content, ContentText, Style } from 'pdfmake/interfaces';
import { BODY_FAMILY, type Family } from '../text/fonts.ts';
import { directed, piecesOf, type Direction } from '../text/bidi.ts';
import { runsOf } from '../text/glyphs.ts';

export interface InlineStyle extends Style {
  /** Of the text; single characters that it lacks are drawn in others. */
  readonly font?: Family;
  readonly linkToDestination?: string;
}

export interface StyledText {
  readonly text: string;
  readonly style: InlineStyle;
}

/**
 * pdfmake finds where to fold a long word by measuring ever shorter parts of the whole word: half a minute for
 * 200,000 characters without a space. In pieces, it measures one piece a line; they still stand together.
 */
const LONG_WORD = /\S{40}\p{M}*(?=\S)/gu;
/** pdfmake cuts a word that is wider than its line between any two units of UTF-16: a piece each is never cut. */
const ASTRAL = /[\u{10000}-\u{10FFFF}]\p{M}*/gu;
const THAI = /\p{sc=Thai}{2,}/gu;
let thai: Intl.Segmenter | undefined;

/** Thai is written without spaces: its words are found in a dictionary, and a line may end after each. */
const thaiWords = (text: string): string => {
  thai ??= new Intl.Segmenter('th', { granularity: 'word' });
  return Array.from(thai.segment(text), ({ segment }) => segment).join('\u200B');
};

const pieces = (text: string, family: Family): string[] => {
  if (family === 'Noto Sans Thai') return [text.replace(THAI, thaiWords)];
  const parted = text.replace(LONG_WORD, '$&\0');
  return (family === 'Noto Emoji' ? parted : parted.replace(ASTRAL, '\0$&\0'))
    .split('\0')
    .filter((piece, index) => piece !== '' || index === 0);
};

const pieceStyle = (
  style: InlineStyle,
  family: Family,
  direction: Direction | undefined,
): Omit<ContentText, 'text'> => ({
  ...style,
  // The body's face is that of the whole document: it is named where a style names another alone.
  ...(family === BODY_FAMILY && style.font === undefined ? {} : { font: family }),
  // A list of features, though empty, lets the whole piece be shaped as one.
  ...(direction === undefined ? {} : { direction, fontFeatures: [] }),
});

/**
 * One paragraph of several styles as pieces for pdfmake: of one face, one direction and bounded length each.
 * @param base direction of all of it; that of its first letter when it is not given
 */
export const styledInlines = (parts: readonly StyledText[], base?: 'ltr' | 'rtl'): ContentText[] => {
  const runs = parts.flatMap(({ text, style }) => runsOf(text, style.font).map((run) => ({ ...run, style })));
  return directed(runs, base).flatMap((run) =>
    piecesOf(run.text, run.direction)
      .flatMap((piece) => pieces(piece, run.family))
      .map((text) => ({ text, ...pieceStyle(run.style, run.family, run.direction) })),
  );
};

/** Inline pieces of one text. */
export const inlines = (text: string, style: InlineStyle = {}): ContentText[] =>
  styledInlines([{ text, style }]);

export interface BlockStyle extends InlineStyle {
  readonly margin?: [number, number, number, number];
}

/** Where a click leads; nowhere for a section that is not part of the report. */
export const linkTo = (section: string | undefined): Pick<InlineStyle, 'linkToDestination'> =>
  section === undefined ? {} : { linkToDestination: section };

/** One block of text. */
export const textBlock = (
  text: string,
  { linkToDestination, font, ...style }: BlockStyle = {},
): ContentText => ({
  // pdfmake follows links of inline pieces only.
  text: inlines(text, { ...(linkToDestination && { linkToDestination }), ...(font && { font }) }),
  ...style,
});

/**
 * Begins a new page unless `points` are left on this one: a heading is not parted from what it heads. It draws
 * nothing, takes no room and can lose nothing, unlike pdfmake's own ways to keep things together.
 */
export const need = (points: number): Content => ({
  svg: `<svg width="1" height="${points}" viewBox="0 0 1 ${points}"></svg>`,
  margin: [0, 0, 0, -points],
});
