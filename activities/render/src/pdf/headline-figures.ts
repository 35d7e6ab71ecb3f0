/** The figures of the first page as one table: this period, the one before, the difference, the trend. */
import type { ReportModel, Tile } from '@rounds/report-types/model/report-model';
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { textWidth } from '../text/glyphs.ts';
import { COLOUR, CONTENT_WIDTH, leading, SIZE, SPACE, type Palette } from '../theme.ts';
import { pageRef, PAGE_REF_WIDTH } from './page-ref.ts';
import { linkTo, textBlock } from './rich-text.ts';

const GAP = 11;
const LABEL = 104;
const FIGURE = 42;
const SPARK = { width: 84, height: 13 };
const CONTEXT = CONTENT_WIDTH - LABEL - 3 * FIGURE - SPARK.width - PAGE_REF_WIDTH - 6 * GAP;

const LINE = 14;
const ROW_HEIGHT = LINE + 4.4;
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

/** A trend line without axes: the shape of the last weeks, its end marked. */
const sparkline = (values: readonly (number | null)[], palette: Palette): string => {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const low = Math.min(...known.map(({ value }) => value));
  const high = Math.max(...known.map(({ value }) => value));
  const x = (index: number) => 2 + (index * (SPARK.width - 4)) / Math.max(1, values.length - 1);
  const y = (value: number) =>
    high === low ? SPARK.height - 2 : 2 + ((high - value) * (SPARK.height - 4)) / (high - low);
  const points = known.map(({ index, value }) => `${x(index).toFixed(2)},${y(value).toFixed(2)}`);
  const [endX = '0', endY = '0'] = points.at(-1)?.split(',') ?? [];
  return (
    `<svg width="${SPARK.width}" height="${SPARK.height}" viewBox="0 0 ${SPARK.width} ${SPARK.height}">` +
    `<polyline points="${points.join(' ')}" fill="none" stroke="${palette.accentMid}" stroke-width="1"/>` +
    `<circle cx="${endX}" cy="${endY}" r="1.8" fill="${palette.accent}"/></svg>`
  );
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

const columnOf = (
  tiles: readonly Tile[],
  text: (tile: Tile) => string,
  style: (tile: Tile) => { readonly fontSize: number; readonly bold?: boolean; readonly color?: string },
): TableCell[] => {
  const free = insets(tiles.map(text), SIZE.figure);
  return tiles.map((tile, index) => {
    const { fontSize } = style(tile);
    return textBlock(text(tile), {
      ...style(tile),
      alignment: 'right',
      lineHeight: leading(fontSize, LINE - drop(fontSize)),
      margin: [0, drop(fontSize), ((free[index] ?? 0) * fontSize) / SIZE.figure, 0],
    });
  });
};

const head = ({ tilesNow, tilesBefore }: ReportModel): TableCell[] => {
  const style = { fontSize: SIZE.small, color: COLOUR.muted, bold: true, alignment: 'right' } as const;
  return ['', textBlock(tilesNow, style), textBlock(tilesBefore, style), '', '', '', ''];
};

const rowsOf = ({ tiles }: ReportModel, palette: Palette): TableCell[][] => {
  const strong = ({ urgent }: Tile) => ({
    fontSize: SIZE.figure,
    bold: true,
    color: urgent ? COLOUR.alert : COLOUR.ink,
  });
  const now = columnOf(tiles, ({ value }) => value, strong);
  const before = columnOf(
    tiles,
    ({ previous }) => previous,
    () => ({ fontSize: SIZE.body + 1 }),
  );
  const change = columnOf(
    tiles,
    ({ difference }) => difference,
    () => ({
      fontSize: SIZE.body,
      color: COLOUR.muted,
    }),
  );
  return tiles.map((tile, index) => [
    textBlock(tile.urgent ? `▲ ${tile.label}` : tile.label, {
      bold: true,
      color: tile.urgent ? COLOUR.alert : palette.primary,
      lineHeight: leading(SIZE.body, LINE - drop(SIZE.body)),
      margin: [0, drop(SIZE.body), 0, 0],
      ...linkTo(tile.section),
    }),
    now[index] ?? '',
    before[index] ?? '',
    change[index] ?? '',
    trendCell(tile, palette),
    textBlock(tile.context, {
      fontSize: SIZE.table,
      color: COLOUR.muted,
      lineHeight: leading(SIZE.table, 10),
      margin: [0, drop(SIZE.table), 0, 0],
    }),
    { ...pageRef(tile.section), margin: [0, drop(SIZE.small), 0, 0] },
  ]);
};

/** Points that so many figures take. */
export const figuresHeight = (count: number): number => HEAD_HEIGHT + ROW_HEIGHT * count + SPACE.large;

/** The headline figures, each with the period before and the difference beside it. */
export const headlineFigures = (model: ReportModel, palette: Palette): Content => ({
  table: {
    widths: [LABEL, FIGURE, FIGURE, FIGURE, SPARK.width, CONTEXT, PAGE_REF_WIDTH],
    body: [head(model), ...rowsOf(model, palette)],
  },
  layout,
  margin: [0, 0, 0, SPACE.large],
});
