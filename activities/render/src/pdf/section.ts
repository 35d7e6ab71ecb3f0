import type { Block, ChartBlock, Section } from '@rounds/report-types/model/report-model';
import type { Voice } from '@rounds/report-types/model/words/voice';
import type { Content } from 'pdfmake/interfaces';
import { CHART_GAP, drawChart, FULL, HALF } from '../charts/draw-chart.ts';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { COLOUR, leading, SIZE, SPACE, type Palette } from '../theme.ts';
import { definitionTable } from './contents.ts';
import { drawTables } from './data-table.ts';
import { typesetTexts } from './documents.ts';
import { headed, sectionHeading, takeawayLine } from './headings.ts';
import { imageGrid } from './image-grid.ts';
import { need, textBlock } from './rich-text.ts';

/** A section begins where at least this is left: heading, takeaway, chart or the first lines of a table. */
const NEED = { withChart: 262, plain: 176 };

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
        ...headed(block.title, { id: block.id, parent: section }),
        definitionTable(block.entries),
        { text: '', margin: [0, 0, 0, SPACE.large] },
      ];
    case 'texts':
      return typesetTexts(block.texts, section, voice);
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
  return [
    need(chart === undefined ? NEED.plain : NEED.withChart),
    sectionHeading(section, position, palette),
    takeawayLine(takeaway),
    ...(chart === undefined ? [] : await chartBlock(chart, palette, voice)),
    ...blocks.flatMap((block) => drawBlock(block, id, voice)),
    ...drawTables(tables.filter(({ shownIn }) => shownIn !== 'files')),
  ];
};
