import type { Block, ChartBlock, Section } from '@rounds/report-types/model/report-model';
import type { Table } from '@rounds/report-types/model/table';
import type { Voice } from '@rounds/report-types/model/words/voice';
import type { Content } from 'pdfmake/interfaces';
import { CHART_GAP, drawChart, FULL, HALF } from '../charts/draw-chart.ts';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { COLOUR, leading, SIZE, SPACE, type Palette } from '../theme.ts';
import { definitionTable } from './contents.ts';
import { drawTables, needOfFirst } from './data-table.ts';
import { typesetTexts } from './documents.ts';
import { headed, sectionHeading, takeawayLine } from './headings.ts';
import { imageGrid } from './image-grid.ts';
import { need, textBlock } from './rich-text.ts';

/** Points of the heading of a section and a takeaway of two lines, and of a chart after them. */
const HEAD = 100;
const CHART = 190;
/** Points of the beginning of a text, an image or a list. */
const BLOCK = 90;

/** Points of the title of definitions, and of an entry of usual length. */
const TITLE = 30;
const ENTRY = 17;

/** A section begins where its heading is not alone: takeaway, then chart, block or the beginning of a table. */
const needOfSection = ({ chart, blocks }: Section, shown: readonly Table[]): number => {
  if (chart !== undefined) return HEAD + CHART;
  return HEAD + (blocks.length > 0 ? BLOCK : needOfFirst(shown));
};

const chartBlock = async (
  { caption, charts }: ChartBlock,
  palette: Palette,
  voice: Voice,
): Promise<Content[]> => {
  const size = charts.length === 1 ? FULL : HALF;
  const svgs = await Promise.all(charts.map((chart) => drawChart(chart, size, palette, voice)));
  return [
    textBlock(caption, {
      fontSize: SIZE.small,
      bold: true,
      color: COLOUR.muted,
      margin: [0, 0, 0, SPACE.hair],
    }),
    {
      columns: svgs.map((svg) => ({ stack: [{ svg }], width: 'auto' })),
      columnGap: CHART_GAP,
      margin: [0, 0, 0, SPACE.large],
    },
  ];
};

const drawBlock = (block: Block, section: string, voice: Voice): Content[] => {
  switch (block.kind) {
    case 'bullets':
      return [
        {
          ul: block.lines.map((line) =>
            textBlock(line, { font: PROSE_FAMILY, lineHeight: leading(SIZE.body, 13, 'serif') }),
          ),
          margin: [0, 0, 0, SPACE.large],
        },
      ];
    case 'definitions':
      return [
        ...headed(block.title, { id: block.id, parent: section }, TITLE + ENTRY * block.entries.length),
        definitionTable(block.entries),
        { text: '', margin: [0, 0, 0, SPACE.large] },
      ];
    case 'texts':
      return typesetTexts(block.texts, section, voice, block.doubtful);
    case 'images':
      return imageGrid(block.images, section, voice);
  }
};

/** @param position counted from 1 */
export const drawSection = async (
  section: Section,
  position: number,
  palette: Palette,
  voice: Voice,
): Promise<Content[]> => {
  const { id, takeaway, chart, blocks, tables } = section;
  const shown = tables.filter(({ shownIn }) => shownIn !== 'files');
  return [
    need(needOfSection(section, shown)),
    sectionHeading(section, position, palette),
    takeawayLine(takeaway),
    ...(chart === undefined ? [] : await chartBlock(chart, palette, voice)),
    ...blocks.flatMap((block) => drawBlock(block, id, voice)),
    ...drawTables(shown),
  ];
};
