import type { Attention, AttentionItem } from '@rounds/report-types/model/report-model';
import type { Voice } from '@rounds/report-types/model/words/voice';
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { COLOUR, CONTENT_WIDTH, leading, SIZE, SPACE } from '../theme.ts';
import { BOLD, foldedLines } from './folding.ts';
import { pageRef, PAGE_REF_WIDTH } from './page-ref.ts';
import { inlines, linkTo, textBlock } from './rich-text.ts';

/** More would push the figures off the first page; each section names its own in full. */
export const MOST_ITEMS = 7;
const LEAD_WIDTH = 78;
const INSET = 10;
const SENTENCE_WIDTH = CONTENT_WIDTH - LEAD_WIDTH - PAGE_REF_WIDTH - 4 * INSET - 3;
const SENTENCE_SIZE = SIZE.body;
/** Points from line to line. */
const SENTENCE_LEADING = 12;

const panelLayout = (colour: string, wash: string): CustomTableLayout => ({
  hLineWidth: () => 0,
  vLineWidth: (line) => (line === 0 ? 3 : 0),
  vLineColor: () => colour,
  fillColor: () => wash,
  paddingLeft: (column) => (column === 0 ? INSET : 0),
  paddingRight: () => INSET,
  paddingTop: (row) => (row === 0 ? 7 : 2),
  paddingBottom: (row, node) => (row === node.table.body.length - 1 ? 8 : 2),
});

const itemRow = ({ lead, sentence, section }: AttentionItem, voice: Voice): TableCell[] => [
  textBlock(lead, { bold: true, ...linkTo(section) }),
  textBlock(sentence, {
    font: PROSE_FAMILY,
    lineHeight: leading(SENTENCE_SIZE, SENTENCE_LEADING, 'serif'),
  }),
  pageRef(section, voice),
];

const moreRow = (hidden: readonly AttentionItem[], { say }: Voice): TableCell[][] =>
  hidden.length === 0
    ? []
    : [
        [
          textBlock(''),
          textBlock(say('more-items', { n: hidden.length }), {
            color: COLOUR.muted,
          }),
          textBlock(''),
        ],
      ];

const headRow = (text: string, colour: string): TableCell[] => [
  { text: inlines(text), bold: true, fontSize: SIZE.lead, color: colour, colSpan: 3 },
  {},
  {},
];

/** What the panel says first. */
const headline = (urgent: number, calm: string, { say }: Voice): string =>
  urgent === 0 ? `✓ ${calm}` : `▲ ${say('items-need-attention', { n: urgent })}`;

const urgentOf = ({ items }: Attention): number => items.filter((item) => item.urgent).length;

const HEAD_WIDTH = CONTENT_WIDTH - 2 * INSET - 3;
const HEAD_LEADING = 17;

/** Points that it takes, a little too many rather than too few. */
export const panelHeight = (attention: Attention, voice: Voice): number => {
  const items = attention.items.slice(0, MOST_ITEMS);
  const lines = items.map(({ lead, sentence }) =>
    Math.max(
      foldedLines(lead, BOLD * SENTENCE_SIZE, LEAD_WIDTH),
      foldedLines(sentence, SENTENCE_SIZE, SENTENCE_WIDTH, PROSE_FAMILY),
    ),
  );
  const head = headline(urgentOf(attention), attention.calm, voice);
  const more = HEAD_LEADING * (foldedLines(head, BOLD * SIZE.lead, HEAD_WIDTH) - 1);
  return 48 + more + SENTENCE_LEADING * lines.reduce((sum, n) => sum + n, 0) + 4 * items.length;
};

/** Is anything wrong? */
export const attentionPanel = (attention: Attention, voice: Voice): Content => {
  const { items, calm } = attention;
  const urgent = urgentOf(attention);
  const [colour, wash] = urgent === 0 ? [COLOUR.calm, COLOUR.calmWash] : [COLOUR.alert, COLOUR.alertWash];
  return {
    table: {
      widths: [LEAD_WIDTH, SENTENCE_WIDTH, PAGE_REF_WIDTH],
      body: [
        headRow(headline(urgent, calm, voice), colour),
        ...items.slice(0, MOST_ITEMS).map((item) => itemRow(item, voice)),
        ...moreRow(items.slice(MOST_ITEMS), voice),
      ],
    },
    layout: panelLayout(colour, wash),
    fontSize: SENTENCE_SIZE,
    lineHeight: leading(SENTENCE_SIZE, SENTENCE_LEADING),
    margin: [0, 0, 0, SPACE.large],
  };
};
