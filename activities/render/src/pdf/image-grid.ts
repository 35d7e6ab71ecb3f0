/** Images of the period, two in a row, each with its caption; one that came more than once is shown once. */
import type { ImageEntry, ShownPage } from '@rounds/contracts/dataset';
import type { Voice } from '@rounds/report-types/model/words/voice';
import type { Content, TableCell } from 'pdfmake/interfaces';
import { pictureKey, shownPages } from '../images/shown-pages.ts';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { COLOUR, GUTTER, leading, SIZE, SPACE, span } from '../theme.ts';
import { headed } from './headings.ts';
import { origin } from './origin.ts';
import { textBlock } from './rich-text.ts';

const PER_ROW = 2;
const BOX = { width: span(3), height: 152 };
/** Points of a pixel at most: a small picture is not blown up. */
const PIXEL = 0.75;
/** Points of a caption of usual length, with the heading of all. */
const WORDS = 70;
/** Images with captions up to here are far lower than a page, so that they may be kept in one piece. */
const SHORT_CAPTION = 300;

/** The entries of one picture: the same bytes under one or more names. */
type Picture = readonly [ImageEntry, ...ImageEntry[]];

const picturesOf = (images: readonly ImageEntry[]): Picture[] => {
  const pictures = new Map<string, Picture>();
  for (const entry of images) {
    const known = pictures.get(entry.sha256);
    pictures.set(entry.sha256, known === undefined ? [entry] : [...known, entry]);
  }
  return [...pictures.values()];
};

/** A page of a picture has a place of its own in the grid. */
interface Shown {
  readonly picture: Picture;
  readonly page: ShownPage;
  /** Counted from 0. */
  readonly index: number;
  readonly isLast: boolean;
}

const shownOf = (picture: Picture): Shown[] => {
  const pages = shownPages(picture[0].derived);
  return pages.map((page, index) => ({ picture, page, index, isLast: index === pages.length - 1 }));
};

/** What of the original a reader would not see or might take for a fault. */
const remarks = ({ picture: [{ derived }], page, index, isLast }: Shown, { say }: Voice): string => {
  const { pages } = derived ?? {};
  const shown = index + 1;
  return [
    ...(pages === undefined ? [] : [say('page-of-image', { page: shown, pages })]),
    ...(pages !== undefined && isLast && index > 0 && shown < pages
      ? [say('only-first-pages', { shown })]
      : []),
    ...(page.flat === undefined ? [] : [say('of-one-colour')]),
    ...(page.stretched === undefined ? [] : [say('shown-with-its-range-stretched')]),
  ]
    .map((remark) => ` · ${remark}`)
    .join('');
};

const widthOf = ({ width, height }: ShownPage): number =>
  Math.min(BOX.width, (BOX.height * width) / height, width * PIXEL);

const caption = (entry: ImageEntry, shown: Shown, voice: Voice): Content[] => [
  textBlock(entry.title, { bold: true, lineHeight: leading(SIZE.table, 11) }),
  ...(entry.caption === null || shown.index > 0
    ? []
    : [textBlock(entry.caption, { font: PROSE_FAMILY, lineHeight: leading(SIZE.table, 11, 'serif') })]),
  textBlock(origin(entry, voice) + remarks(shown, voice), {
    fontSize: SIZE.small,
    color: COLOUR.muted,
    lineHeight: leading(SIZE.small, 11),
    margin: [0, 0, 0, SPACE.small],
  }),
];

const pictureCell = (shown: Shown, voice: Voice): TableCell => ({
  stack: [
    {
      image: pictureKey(shown.picture[0].sha256, shown.index),
      width: widthOf(shown.page),
      margin: [0, 0, 0, SPACE.small],
    },
    ...shown.picture.flatMap((entry) => caption(entry, shown, voice)),
  ],
});

const isShort = ({ picture }: Shown): boolean =>
  picture.map(({ title, caption: words, subject }) => `${title}${words ?? ''}${subject ?? ''}`).join('')
    .length <= SHORT_CAPTION;

const rowOf = (pictures: readonly Shown[], voice: Voice): Content => ({
  table: {
    widths: Array.from({ length: PER_ROW }, () => BOX.width),
    dontBreakRows: pictures.every(isShort),
    // pdfmake keeps a row whole from the second on: the first is an empty line.
    body: [
      Array.from({ length: PER_ROW }, (): TableCell => ''),
      Array.from({ length: PER_ROW }, (_, index): TableCell => {
        const picture = pictures[index];
        return picture === undefined ? '' : pictureCell(picture, voice);
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
  margin: [0, 0, 0, SPACE.medium],
});

/** @param section the bookmark under which it stands */
export const imageGrid = (images: readonly ImageEntry[], section: string, voice: Voice): Content[] => {
  const pictures = picturesOf(images).flatMap(shownOf);
  if (pictures.length === 0) return [];
  const rows = Array.from({ length: Math.ceil(pictures.length / PER_ROW) }, (_, row) =>
    rowOf(pictures.slice(row * PER_ROW, (row + 1) * PER_ROW), voice),
  );
  return [
    ...headed(voice.say('images'), { id: `images-${section}`, parent: section }, BOX.height + WORDS),
    ...rows,
  ];
};
