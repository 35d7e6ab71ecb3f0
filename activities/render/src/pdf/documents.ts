/** Documents: texts typeset, images in a grid. */
import type { ImageEntry, TextEntry } from '@rounds/contracts/dataset';
import { dayWords } from '@rounds/report-types/model/words/dates';
import { count, number } from '@rounds/report-types/model/words/numbers';
import type { Content, TableCell } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, SIZE, SPACE } from '../theme.ts';
import { headed } from './headings.ts';
import { markdown } from './markdown.ts';
import { plainText } from './narrative.ts';
import { textBlock } from './rich-text.ts';

const IMAGES_PER_ROW = 2;
const GUTTER = 16;
const IMAGE_BOX = { width: (CONTENT_WIDTH - GUTTER) / IMAGES_PER_ROW, height: 178 };
/** Points of a pixel at most: a small picture is not blown up. */
const PIXEL = 0.75;
/** Keeps the lines of a text within what an eye can follow. */
const TEXT_INDENT = 70;
/** An image with a caption up to here is far lower than a page, so that it may be kept in one piece. */
const SHORT_CAPTION = 300;

const origin = ({ siteId, subject, receivedOn }: TextEntry | ImageEntry): string =>
  [
    siteId === null ? 'Whole study' : `Site ${siteId}`,
    ...(subject === null ? [] : [subject]),
    `received ${dayWords(receivedOn)}`,
  ].join(' · ');

const extent = ({ truncated, text, characters }: TextEntry): string =>
  truncated
    ? `The first ${number(Array.from(text).length)} of ${count(characters, 'character')}; the document itself holds all of them.`
    : '';

/** A text that begins with its own title as a heading would say it twice. */
const withoutTitle = ({ text, title }: TextEntry): string => {
  const [first = '', ...rest] = text.trimStart().split('\n');
  return /^#\s/.test(first) && first.slice(1).trim() === title.trim() ? rest.join('\n') : text;
};

const narrative = (entry: TextEntry, section: string): Content[] => {
  const body = entry.mediaType === 'text/markdown' ? markdown(withoutTitle(entry)) : plainText(entry.text);
  return [
    ...headed(entry.title, { id: `text-${entry.documentId}`, parent: section }),
    textBlock(origin(entry), { fontSize: SIZE.small, color: COLOUR.muted, margin: [0, 0, 0, SPACE.small] }),
    ...(entry.truncated
      ? [textBlock(extent(entry), { fontSize: SIZE.small, italics: true, margin: [0, 0, 0, SPACE.small] })]
      : []),
    {
      stack: body.length === 0 ? [textBlock('The text is empty.', { color: COLOUR.muted })] : body,
      margin: [0, 0, TEXT_INDENT, SPACE.medium],
      lineHeight: 1.05,
    },
  ];
};

const pages = ({ derived }: ImageEntry): string =>
  derived?.pages === undefined ? '' : ` · page 1 of ${derived.pages}`;

const widthOf = ({ derived }: ImageEntry): number => {
  const { width = 1, height = 1 } = derived ?? {};
  return Math.min(IMAGE_BOX.width, (IMAGE_BOX.height * width) / height, width * PIXEL);
};

const figureCell = (entry: ImageEntry): TableCell => ({
  stack: [
    { image: entry.sha256, width: widthOf(entry), margin: [0, 0, 0, SPACE.small] },
    textBlock(entry.title, { bold: true }),
    ...(entry.caption === null ? [] : [textBlock(entry.caption)]),
    textBlock(origin(entry) + pages(entry), { fontSize: SIZE.small, color: COLOUR.muted }),
  ],
});

const isShort = ({ title, caption, subject }: ImageEntry): boolean =>
  `${title}${caption ?? ''}${subject ?? ''}`.length <= SHORT_CAPTION;

const rowOf = (images: readonly ImageEntry[]): Content => ({
  table: {
    widths: Array.from({ length: IMAGES_PER_ROW }, () => IMAGE_BOX.width),
    dontBreakRows: images.every(isShort),
    // pdfmake keeps a row whole from the second on: the first is an empty line.
    body: [
      Array.from({ length: IMAGES_PER_ROW }, (): TableCell => ''),
      Array.from({ length: IMAGES_PER_ROW }, (_, index): TableCell => {
        const entry = images[index];
        return entry === undefined ? '' : figureCell(entry);
      }),
    ],
    heights: (row) => (row === 0 ? 0 : 'auto'),
  },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : GUTTER),
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
  fontSize: SIZE.table,
  lineHeight: 0.97,
  margin: [0, 0, 0, SPACE.large],
});

/** @param section the bookmark under which it stands */
export const imageGrid = (images: readonly ImageEntry[], section: string): Content[] => {
  if (images.length === 0) return [];
  const rows = Array.from({ length: Math.ceil(images.length / IMAGES_PER_ROW) }, (_, row) =>
    rowOf(images.slice(row * IMAGES_PER_ROW, (row + 1) * IMAGES_PER_ROW)),
  );
  return [...headed('Images', { id: `images-${section}`, parent: section }, IMAGE_BOX.height + 70), ...rows];
};

/** @param section the bookmark under which they stand */
export const typesetTexts = (texts: readonly TextEntry[], section: string): Content[] =>
  texts.flatMap((entry) => narrative(entry, section));
