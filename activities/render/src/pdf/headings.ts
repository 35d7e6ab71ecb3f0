import type { Content, ContentText } from 'pdfmake/interfaces';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { COLOUR, leading, SIZE, SPACE, type Palette } from '../theme.ts';
import { inlines, need, textBlock } from './rich-text.ts';

/** Points that must be left for a sub-heading: itself, a note, a table's head and two rows. */
const SUB_NEED = 96;

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

interface Target {
  readonly id: string;
  /** The bookmark under which it stands. */
  readonly parent: string;
}

const bookmark = (title: string, { id, parent }: Target) => ({
  id,
  outline: true,
  outlineText: title,
  outlineParentId: parent,
});

/** The title of a table: in the bookmarks, a target of links. */
export const subHeading = (title: string, target: Target): Content => ({
  text: inlines(title),
  ...bookmark(title, target),
  fontSize: SIZE.sub,
  bold: true,
  color: COLOUR.ink,
  lineHeight: leading(SIZE.sub, 14),
  margin: [0, 0, 0, SPACE.hair],
});

/** A sub-heading that is not parted from what follows it. */
export const headed = (title: string, target: Target, points = SUB_NEED): Content[] => [
  need(points),
  subHeading(title, target),
];

/** Title and sentence in one line: there is nothing to head. */
export const emptyLine = (title: string, sentence: string, target: Target): Content => ({
  text: [...inlines(`${title}  `, { bold: true }), ...inlines(sentence, { color: COLOUR.muted })],
  ...bookmark(title, target),
  lineHeight: leading(SIZE.body, 13),
});
