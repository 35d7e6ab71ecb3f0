/** The first page: is anything wrong, and what changed? */
import type { Language } from '@rounds/contracts/language';
import type { ChangesInWords, ChartBlock, ReportModel } from '@rounds/report-types/model/report-model';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';
import type { Content } from 'pdfmake/interfaces';
import { CHART_GAP, drawChart, HALF } from '../charts/draw-chart.ts';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { COLOUR, CONTENT_WIDTH, leading, MARGIN, PAGE, SIZE, SPACE, type Palette } from '../theme.ts';
import { attentionPanel, panelHeight } from './attention-panel.ts';
import type { Look } from './look.ts';
import { BOLD, foldedLines } from './folding.ts';
import { figuresHeight, headlineFigures } from './headline-figures.ts';
import { pageRef, PAGE_REF_WIDTH } from './page-ref.ts';
import { lackingHeight, lackingPanel } from './lacking-panel.ts';
import { linkTo, textBlock } from './rich-text.ts';
import { logoHeight, moreFactLines, titleBlock } from './title-block.ts';

const changesInWords = (
  { title, lines, section }: ChangesInWords,
  { accentMid }: Palette,
  voice: Voice,
): Content[] => [
  {
    columns: [
      { ...textBlock(title, { fontSize: SIZE.sub, bold: true, ...linkTo(section) }), width: '*' },
      { ...pageRef(section, voice), width: PAGE_REF_WIDTH, margin: [0, 4, 0, 0] },
    ],
    margin: [0, 0, 0, SPACE.small],
  },
  {
    ul: lines.map((line) =>
      textBlock(line, { font: PROSE_FAMILY, lineHeight: leading(SIZE.body, 13, 'serif') }),
    ),
    markerColor: accentMid,
  },
];

const linesOf = (texts: readonly string[], size: number, width: number): number =>
  texts.reduce((lines, text) => lines + foldedLines(text, size, width, PROSE_FAMILY), 0);

/** Points that the page has left under the words, a little too few rather than too many. */
const roomLeft = (model: ReportModel, look: Look): number => {
  const { head, lacking, attention, changes } = model;
  const title =
    146 +
    logoHeight(look) +
    moreFactLines(head) +
    16 * linesOf([head.studyTitle], SIZE.lead, CONTENT_WIDTH - 60);
  const panel = panelHeight(attention, voiceOf(model.language));
  const words = 22 + 13 * linesOf(changes.lines, SIZE.body, CONTENT_WIDTH - 16);
  return PAGE.height - MARGIN.bottom - title - lackingHeight(lacking) - panel - figuresHeight(model) - words;
};

/** Points of the captions, with the gap above them: some are folded, in languages with longer words. */
const captionHeight = (blocks: readonly ChartBlock[]): number =>
  12 * Math.max(...blocks.map(({ caption }) => foldedLines(caption, BOLD * SIZE.small, HALF.width))) +
  SPACE.large;

const CHART_HEIGHT = { least: 106, most: 200 };

/** Points by which the lines of a page are higher in the face of the language. */
const TALLER: Partial<Record<Language, number>> = { ja: 40 };

const small = async (
  { caption, charts }: ChartBlock,
  height: number,
  palette: Palette,
  voice: Voice,
): Promise<Content> => ({
  stack: [
    textBlock(caption, { fontSize: SIZE.small, bold: true, color: COLOUR.muted }),
    ...(await Promise.all(
      charts.map(async (chart) => ({ svg: await drawChart(chart, { ...HALF, height }, palette, voice) })),
    )),
  ],
});

/**
 * Small trends where there is room for them: on a second page they would be in the way. They stand at a place of the
 * page rather than in its flow, which would turn the page for a point too much.
 */
const trendStrip = async (model: ReportModel, look: Look): Promise<Content[]> => {
  const voice = voiceOf(model.language);
  if (model.trends.length === 0) return [];
  const room = roomLeft(model, look) - (TALLER[model.language] ?? 0);
  const captions = captionHeight(model.trends);
  const height = Math.min(room - captions, CHART_HEIGHT.most);
  if (height < CHART_HEIGHT.least) return [];
  const columns = await Promise.all(model.trends.map((block) => small(block, height, look.palette, voice)));
  const bottom = PAGE.height - MARGIN.bottom;
  const y = Math.min(bottom - room + SPACE.section, bottom - height - captions + SPACE.large);
  return [{ columns, columnGap: CHART_GAP, absolutePosition: { x: MARGIN.left, y } }];
};

export const firstPage = async (model: ReportModel, look: Look): Promise<Content[]> => [
  ...titleBlock(model.head, look),
  ...lackingPanel(model.lacking),
  attentionPanel(model.attention, voiceOf(model.language)),
  headlineFigures(model, look.palette),
  ...changesInWords(model.changes, look.palette, voiceOf(model.language)),
  ...(await trendStrip(model, look)),
];
