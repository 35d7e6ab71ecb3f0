/** The figures of the first page as one table: this period, the one before, the difference, the trend. */
import type { ReportModel, Tile } from '@rounds/report-types/model/report-model';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { textWidth } from '../text/glyphs.ts';
import { COLOUR, CONTENT_WIDTH, leading, SIZE, SPACE, type Palette } from '../theme.ts';
import { BOLD, foldedLines } from './folding.ts';
import { pageRef, PAGE_REF_WIDTH } from './page-ref.ts';
import { linkTo, textBlock } from './rich-text.ts';
import { SPARK, sparkline } from './sparkline.ts';

const GAP = 10;
/** Points of the names and of each column of figures at least, so that reports look alike. */
const LEAST = { label: 96, figure: 38 } as const;
const MOST_LABEL = 150;

const LINE = 14;
const CONTEXT_LINE = 10;
const PADDING = 4.4;
const HEAD_HEIGHT = 19;

/** Points by which smaller type begins lower, so that a row has one baseline. */
const drop = (size: number): number => SIZE.figure - size;

const layout: CustomTableLayout = {
  hLineWidth: (line, node) =>
    line === 1 ? 0.8 : line === node.table.body.length ? 0.8 : line === 0 ? 0 : 0.4,
  hLineColor: (line, node) => (line === 1 || line === node.table.body.length ? COLOUR.ink : COLOUR.rule),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : GAP),
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

const trendCell = ({ trend }: Tile, palette: Palette): TableCell =>
  trend.filter((value) => value !== null).length < 2
    ? ''
    : { svg: sparkline(trend, palette), margin: [0, 1, 0, 0] };

/** Points that a figure keeps free at its right, so that decimal points stand below each other. */
const insets = (texts: readonly string[], size: number): number[] => {
  const tails = texts.map((text) => textWidth(/[.,]\d{1,2}$/.exec(text)?.[0] ?? '', size));
  const widest = Math.max(0, ...tails);
  return tails.map((tail) => widest - tail);
};

interface Style {
  readonly fontSize: number;
  readonly bold?: boolean;
  readonly color?: string;
}

interface FigureColumn {
  readonly cells: readonly TableCell[];
  readonly width: number;
}

/** Figures below each other by their decimal points, as wide as the widest. */
const columnOf = (
  head: string,
  texts: readonly string[],
  styleOf: (index: number) => Style,
): FigureColumn => {
  const placed = texts.map((text, index) => {
    const style = styleOf(index);
    return { text, style, width: textWidth(text, style.fontSize, style.bold) };
  });
  const free = insets(texts, placed[0]?.style.fontSize ?? SIZE.body);
  return {
    cells: placed.map(({ text, style }, index) =>
      textBlock(text, {
        ...style,
        alignment: 'right',
        lineHeight: leading(style.fontSize, LINE - drop(style.fontSize)),
        margin: [0, drop(style.fontSize), free[index] ?? 0, 0],
      }),
    ),
    width: Math.max(
      LEAST.figure,
      textWidth(head, SIZE.small, true) + 1,
      ...placed.map(({ width }, index) => width + (free[index] ?? 0) + 1),
    ),
  };
};

const labelOf = ({ urgent, label }: Tile): string => (urgent ? `▲ ${label}` : label);

interface Layout {
  readonly figures: readonly [now: FigureColumn, before: FigureColumn, change: FigureColumn];
  readonly label: number;
  readonly context: number;
}

const layoutOf = ({ tiles, tilesNow, tilesBefore }: ReportModel): Layout => {
  const figures: Layout['figures'] = [
    columnOf(
      tilesNow,
      tiles.map(({ value }) => value),
      (index) => ({
        fontSize: SIZE.figure,
        bold: true,
        color: tiles[index]?.urgent === true ? COLOUR.alert : COLOUR.ink,
      }),
    ),
    columnOf(
      tilesBefore,
      tiles.map(({ previous }) => previous),
      () => ({ fontSize: SIZE.body + 1 }),
    ),
    columnOf(
      '',
      tiles.map(({ difference }) => difference),
      () => ({ fontSize: SIZE.body, color: COLOUR.muted }),
    ),
  ];
  const widest = Math.max(...tiles.map((tile) => textWidth(labelOf(tile), SIZE.body, true) + 1));
  const label = Math.min(MOST_LABEL, Math.max(LEAST.label, widest));
  const taken = figures.reduce(
    (sum, { width }) => sum + width,
    label + SPARK.width + PAGE_REF_WIDTH + 6 * GAP,
  );
  return { figures, label, context: CONTENT_WIDTH - taken };
};

const head = ({ tilesNow, tilesBefore }: ReportModel): TableCell[] => {
  const style = { fontSize: SIZE.small, color: COLOUR.muted, bold: true, alignment: 'right' } as const;
  return ['', textBlock(tilesNow, style), textBlock(tilesBefore, style), '', '', '', ''];
};

const rowOf = (tile: Tile, figures: readonly TableCell[], palette: Palette, voice: Voice): TableCell[] => [
  textBlock(labelOf(tile), {
    bold: true,
    color: tile.urgent ? COLOUR.alert : palette.primary,
    lineHeight: leading(SIZE.body, LINE - drop(SIZE.body)),
    margin: [0, drop(SIZE.body), 0, 0],
    ...linkTo(tile.section),
  }),
  ...figures,
  trendCell(tile, palette),
  textBlock(tile.context, {
    fontSize: SIZE.table,
    color: COLOUR.muted,
    lineHeight: leading(SIZE.table, CONTEXT_LINE),
    margin: [0, drop(SIZE.table), 0, 0],
  }),
  { ...pageRef(tile.section, voice), margin: [0, drop(SIZE.small), 0, 0] },
];

/** Points that the figures take. */
export const figuresHeight = (model: ReportModel): number => {
  const { label, context } = layoutOf(model);
  const rows = model.tiles.map((tile) =>
    Math.max(
      LINE,
      LINE * foldedLines(labelOf(tile), SIZE.body * BOLD, label),
      drop(SIZE.table) + CONTEXT_LINE * foldedLines(tile.context, SIZE.table, context),
    ),
  );
  return rows.reduce((height, row) => height + row + PADDING, HEAD_HEIGHT + SPACE.large);
};

/** The headline figures, each with the period before and the difference beside it. */
export const headlineFigures = (model: ReportModel, palette: Palette): Content => {
  const { figures, label, context } = layoutOf(model);
  return {
    table: {
      widths: [label, ...figures.map(({ width }) => width), SPARK.width, context, PAGE_REF_WIDTH],
      body: [
        head(model),
        ...model.tiles.map((tile, index) =>
          rowOf(
            tile,
            figures.map(({ cells }) => cells[index] ?? ''),
            palette,
            voiceOf(model.language),
          ),
        ),
      ],
    },
    layout,
    margin: [0, 0, 0, SPACE.large],
  };
};
