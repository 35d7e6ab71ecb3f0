/** The first page: is anything wrong, and what changed? */
import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { Content } from 'pdfmake/interfaces';
import { textWidth } from '../../text/glyphs.ts';
import { firstPageCharts, type Chart } from '../charts/study-charts.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, PAGE, SIZE, SPACE } from '../theme.ts';
import { attentionItems } from '../words/attention.ts';
import { periodWords } from '../words/dates.ts';
import { attentionPanel, MOST_ITEMS, SENTENCE_SIZE, SENTENCE_WIDTH } from './attention-panel.ts';
import { textBlock } from './rich-text.ts';
import { headlineTiles } from './tiles.ts';
import { titleBlock } from './title-block.ts';

/** Sentences here; the section has them all. */
const MOST_CHANGES = 6;

const changeLines = ({ changes, previous }: StudyWeeklyDataset): readonly string[] => {
  const lines = changes.headline.slice(0, MOST_CHANGES);
  return changes.comparedWith === undefined
    ? [...lines, `The figures beside the headline are of ${periodWords(previous.period)}.`]
    : lines;
};

const changesInWords = (dataset: StudyWeeklyDataset): Content[] => {
  const { comparedWith } = dataset.changes;
  const since = comparedWith === undefined ? '' : ` since the report of ${periodWords(comparedWith.period)}`;
  return [
    textBlock(`What changed${since}`, {
      fontSize: SIZE.sub,
      bold: true,
      linkToDestination: 'changes',
      margin: [0, SPACE.small, 0, SPACE.small],
    }),
    { ul: changeLines(dataset).map((line) => textBlock(line)), markerColor: COLOUR.accentMid },
  ];
};

const linesOf = (texts: readonly string[], size: number, width: number): number =>
  texts.reduce((lines, text) => lines + Math.ceil((1.03 * textWidth(text, size)) / width), 0);

/** Points that the page has left under the words, a little too few rather than too many. */
const roomLeft = (dataset: StudyWeeklyDataset): number => {
  const items = attentionItems(dataset).slice(0, MOST_ITEMS);
  const sentences = items.map(({ sentence }) => sentence);
  const title = 148 + 15 * linesOf([dataset.study.title], SIZE.lead, CONTENT_WIDTH - 60);
  const panel = 44 + 12.6 * linesOf(sentences, SENTENCE_SIZE, SENTENCE_WIDTH) + 4 * items.length;
  const tiles = 186;
  const changes = 22 + 13.7 * linesOf(changeLines(dataset), SIZE.body, CONTENT_WIDTH - 16);
  return PAGE.height - MARGIN.bottom - title - panel - tiles - changes;
};

const CAPTION_HEIGHT = 26;
const CHART_HEIGHT = { least: 122, most: 190 };

/** Two small trends where there is room for them: on a second page they would be in the way. */
const trendStrip = async (dataset: StudyWeeklyDataset): Promise<Content[]> => {
  const height = roomLeft(dataset) - CAPTION_HEIGHT;
  if (height < CHART_HEIGHT.least) return [];
  const charts = await firstPageCharts(dataset, Math.min(height, CHART_HEIGHT.most));
  if (charts.length === 0) return [];
  const block = ({ caption, svgs }: Chart): Content => ({
    stack: [
      textBlock(caption, { fontSize: SIZE.small, bold: true, color: COLOUR.muted }),
      ...svgs.map((svg) => ({ svg })),
    ],
  });
  return [{ columns: charts.map(block), columnGap: 16, margin: [0, SPACE.large, 0, 0] }];
};

export const firstPage = async (dataset: StudyWeeklyDataset): Promise<Content[]> => [
  ...titleBlock(dataset),
  attentionPanel(dataset),
  ...headlineTiles(dataset),
  ...changesInWords(dataset),
  ...(await trendStrip(dataset)),
];
