/** Strings as pdfmake takes them: every text of the dataset passes here, so that no glyph is lost. */
import type { Content, ContentText, Style } from 'pdfmake/interfaces';
import { BODY_FAMILY, type Family } from '../text/fonts.ts';
import { runsOf } from '../text/glyphs.ts';

export interface InlineStyle extends Style {
  /** Of the text; single characters that it lacks are drawn in others. */
  readonly font?: Family;
  readonly linkToDestination?: string;
}

/**
 * pdfmake finds where to fold a long word by measuring ever shorter parts of the whole word: half a minute for
 * 200,000 characters without a space. In pieces, it measures one piece a line; they still stand together.
 */
const LONG_WORD = /\S{40}\p{M}*(?=\S)/gu;

const pieces = (text: string): string[] => text.replace(LONG_WORD, '$&\0').split('\0');

/** Inline pieces of one text, with the face of each where it is not the body's. */
export const inlines = (text: string, { font, ...style }: InlineStyle = {}): ContentText[] =>
  runsOf(text, font).flatMap((run) =>
    pieces(run.text).map((piece) => ({
      text: piece,
      ...(run.family === BODY_FAMILY ? {} : { font: run.family }),
      ...style,
    })),
  );

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
