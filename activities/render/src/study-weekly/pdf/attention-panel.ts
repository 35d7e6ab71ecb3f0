import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, SIZE, SPACE } from '../theme.ts';
import { attentionItems, type AttentionItem } from '../words/attention.ts';
import { count } from '../words/numbers.ts';
import { inlines, textBlock } from './rich-text.ts';

/** More would push the figures off the first page; each section names its own in full. */
export const MOST_ITEMS = 7;
const LEAD_WIDTH = 84;
const PAGE_WIDTH = 34;
const INSET = 10;
export const SENTENCE_WIDTH = CONTENT_WIDTH - LEAD_WIDTH - PAGE_WIDTH - 4 * INSET - 3;
export const SENTENCE_SIZE = SIZE.body - 0.5;

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

const itemRow = ({ lead, sentence, section }: AttentionItem): TableCell[] => [
  textBlock(lead, { bold: true, linkToDestination: section }),
  textBlock(sentence),
  { pageReference: section, alignment: 'right', color: COLOUR.muted },
];

const moreRow = (hidden: readonly AttentionItem[]): TableCell[][] =>
  hidden.length === 0
    ? []
    : [
        [
          textBlock(''),
          textBlock(`And ${count(hidden.length, 'more item')}, in the sections.`, { color: COLOUR.muted }),
          textBlock(''),
        ],
      ];

const headRow = (text: string, colour: string, page: string): TableCell[] => [
  { text: inlines(text), bold: true, fontSize: SIZE.sub, color: colour, colSpan: 2 },
  {},
  textBlock(page, { fontSize: SIZE.small, color: COLOUR.muted, alignment: 'right' }),
];

/** Says so when nothing is wrong: silence would be ambiguous. */
const headline = (urgent: number): string =>
  urgent === 0
    ? '✓ Nothing urgent: no new serious event, no new liver signal, no silent site.'
    : `▲ ${count(urgent, 'item needs', 'items need')} attention`;

/** Is anything wrong? */
export const attentionPanel = (dataset: StudyWeeklyDataset): Content => {
  const items = attentionItems(dataset);
  const urgent = items.filter((item) => item.urgent).length;
  const [colour, wash] = urgent === 0 ? [COLOUR.calm, COLOUR.calmWash] : [COLOUR.alert, COLOUR.alertWash];
  return {
    table: {
      widths: [LEAD_WIDTH, SENTENCE_WIDTH, PAGE_WIDTH],
      body: [
        headRow(headline(urgent), colour, items.length === 0 ? '' : 'Page'),
        ...items.slice(0, MOST_ITEMS).map(itemRow),
        ...moreRow(items.slice(MOST_ITEMS)),
      ],
    },
    layout: panelLayout(colour, wash),
    fontSize: SENTENCE_SIZE,
    lineHeight: 0.98,
    margin: [0, 0, 0, SPACE.large],
  };
};
