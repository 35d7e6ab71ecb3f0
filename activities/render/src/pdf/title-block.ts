import type { Fact, Head } from '@rounds/report-types/model/report-model';
import type { Content } from 'pdfmake/interfaces';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { COLOUR, CONTENT_WIDTH, leading, SIZE, SPACE } from '../theme.ts';
import type { Look } from './look.ts';
import { foldedLines } from './folding.ts';
import { textBlock } from './rich-text.ts';

const FACT_GAP = 12;
const FACT_SIZE = SIZE.small + 0.6;

const factOf = ({ label, value }: Fact): Content => ({
  stack: [
    textBlock(label, { fontSize: SIZE.micro, color: COLOUR.muted }),
    textBlock(value, { fontSize: FACT_SIZE, color: COLOUR.ink, lineHeight: 0.95 }),
  ],
});

const LOGO_BOX = { width: 120, height: 34 };

/** At the right, above the name of the study; never larger than its pixels. */
const logoOf = ({ logo }: Look): Content[] => {
  if (logo === undefined) return [];
  const scale = Math.min(LOGO_BOX.width / logo.width, LOGO_BOX.height / logo.height, 1);
  const width = logo.width * scale;
  return [{ image: 'logo', width, margin: [CONTENT_WIDTH - width, SPACE.medium, 0, 0] }];
};

/** What, when, as of when, for whom. */
export const titleBlock = (head: Head, look: Look): Content[] => {
  const { primary } = look.palette;
  return [
    {
      canvas: [{ type: 'rect', x: 0, y: 0, w: CONTENT_WIDTH, h: 2.4, color: primary }],
      // Into the room of the running head, which the first page does not have.
      margin: [0, -26, 0, 0],
    },
    ...logoOf(look),
    {
      columns: [
        { ...textBlock(head.report, { bold: true, color: primary }), width: '*' },
        { ...textBlock(head.studyId, { bold: true, color: primary }), width: 'auto' },
      ],
      columnGap: FACT_GAP,
      margin: [0, SPACE.medium, 0, 0],
    },
    textBlock(head.period, {
      fontSize: SIZE.title,
      bold: true,
      lineHeight: 1,
      margin: [0, SPACE.hair, 0, SPACE.hair],
    }),
    textBlock(head.studyTitle, {
      font: PROSE_FAMILY,
      fontSize: SIZE.lead,
      color: COLOUR.muted,
      lineHeight: leading(SIZE.lead, 16, 'serif'),
      margin: [0, 0, 60, SPACE.medium],
    }),
    { columns: head.facts.map(factOf), columnGap: FACT_GAP, margin: [0, 0, 0, SPACE.large] },
  ];
};

/** Points that the facts take beyond one line each. */
export const moreFactLines = ({ facts }: Head): number => {
  const width = CONTENT_WIDTH / Math.max(1, facts.length) - FACT_GAP;
  const lines = facts.map(({ value }) => foldedLines(value, FACT_SIZE, width));
  return 12 * (Math.max(1, ...lines) - 1);
};

/** Points that a logo takes from the first page. */
export const logoHeight = ({ logo }: Look): number =>
  logo === undefined ? 0 : LOGO_BOX.height + SPACE.medium;
