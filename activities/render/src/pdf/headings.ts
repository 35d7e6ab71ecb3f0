import type { Content, ContentText } from 'pdfmake/interfaces';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { COLOUR, leading, SIZE, SPACE, type Palette } from '../theme.ts';
import { inlines, need, textBlock } from './rich-text.ts';

/** Points that must be left for a sub-heading: itself, a note, a table's head and two rows. */
const SUB_NEED = 96;
const SHORT_TABLE_ROWS = 12;

/** Points that one line more in a row takes from its head and from the two rows that stand with it. */
const LINE_NEED = 28;

/**
 * A short table is begun where the whole of it fits, as long as its rows are of one line.
 * @param linesBelow what is set below the value in its highest column
 */
export const tableNeed = (rows: number, linesBelow: number): number =>
  SUB_NEED + LINE_NEED * linesBelow + 15.8 * (rows <= SHORT_TABLE_ROWS ? Math.max(0, rows - 2) : 0);

/** The heading of a section: on a new page, in the contents, in the bookmarks, a target of links. */
export const sectionHeading = (
  { id, title }: { readonly id: string; readonly title: string },
  position: number,
  palette: Palette,
): Content => {
  const heading: ContentText & { id: string } = {
    text: [{ text: `${position}  `, color: palette.primaryMid }, ...inlines(title)],
    id,
    outline: true,
    outlineText: `${position} ${title}`,
    fontSize: SIZE.heading,
    bold: true,
    color: palette.primary,
    lineHeight: 1,
    margin: [0, SPACE.large, 0, SPACE.small],
  };
  return heading;
};

/** What the section says in one sentence. */
export const takeawayLine = (sentence: string): Content =>
  textBlock(sentence, {
    font: PROSE_FAMILY,
    fontSize: SIZE.lead,
    color: COLOUR.ink,
    lineHeight: leading(SIZE.lead, 16, 'serif'),
    margin: [0, 0, 0, SPACE.large],
  });

export const subHeading = (
  title: string,
  target: { id: string; parent: string },
  points = SUB_NEED,
): Content[] => {
  const heading: ContentText & { id: string } = {
    text: inlines(title),
    id: target.id,
    outline: true,
    outlineText: title,
    outlineParentId: target.parent,
    fontSize: SIZE.sub,
    bold: true,
    color: COLOUR.ink,
    margin: [0, 0, 0, SPACE.hair],
  };
  return [need(points), heading];
};
