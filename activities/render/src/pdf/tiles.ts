import type { ReportModel, Tile } from '@rounds/report-types/model/report-model';
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, SIZE, SPACE, type Palette } from '../theme.ts';
import { linkTo, textBlock } from './rich-text.ts';

const PER_ROW = 4;
const GAP = 8;
const INSET = 8;
const TILE_WIDTH = (CONTENT_WIDTH - GAP * (PER_ROW - 1)) / PER_ROW;
const SPARK = { width: TILE_WIDTH - 2 * INSET, height: 20 };

const layoutOf = ({ primary }: Palette): CustomTableLayout => ({
  hLineWidth: (line) => (line === 0 ? 1.2 : 0),
  hLineColor: (_line, _node, column) => (column % 2 === 0 ? primary : COLOUR.paper),
  vLineWidth: () => 0,
  fillColor: (_row, _node, column) => (column % 2 === 0 ? COLOUR.wash : null),
  paddingLeft: (column) => (column % 2 === 0 ? INSET : 0),
  paddingRight: (column) => (column % 2 === 0 ? INSET : 0),
  paddingTop: () => 5,
  paddingBottom: () => 6,
});

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

/** Keeps the place where there is no trend, so that the tiles of a row are of one height. */
const noTrend = `<svg width="${SPARK.width}" height="${SPARK.height}" viewBox="0 0 ${SPARK.width} ${SPARK.height}"></svg>`;

const trend = ({ trend: values }: Tile, palette: Palette): Content => ({
  svg: values.filter((value) => value !== null).length < 2 ? noTrend : sparkline(values, palette),
});

const tile = (figure: Tile, previousLabel: string, palette: Palette): TableCell => ({
  stack: [
    textBlock(figure.label, {
      fontSize: SIZE.small + 0.4,
      bold: true,
      color: palette.primary,
      ...linkTo(figure.section),
    }),
    {
      columns: [
        {
          ...textBlock(figure.value, {
            fontSize: SIZE.figure,
            bold: true,
            lineHeight: 1,
            color: figure.urgent ? COLOUR.alert : COLOUR.ink,
          }),
          width: 'auto',
        },
        {
          stack: [
            textBlock(figure.difference, { fontSize: SIZE.table, bold: true, alignment: 'right' }),
            textBlock(`${previousLabel} ${figure.previous}`, {
              fontSize: SIZE.micro,
              color: COLOUR.muted,
              alignment: 'right',
            }),
          ],
          width: '*',
          margin: [0, 6, 0, 0],
        },
      ],
    },
    textBlock(figure.context, { fontSize: SIZE.micro, color: COLOUR.muted, margin: [0, 0, 0, SPACE.hair] }),
    trend(figure, palette),
  ],
});

const row = (figures: readonly Tile[], previousLabel: string, palette: Palette): Content => ({
  table: {
    widths: figures.flatMap((_, index) =>
      index === 0 ? [TILE_WIDTH - 2 * INSET] : [GAP, TILE_WIDTH - 2 * INSET],
    ),
    body: [
      figures.flatMap((figure, index) =>
        index === 0 ? [tile(figure, previousLabel, palette)] : ['', tile(figure, previousLabel, palette)],
      ),
    ],
  },
  layout: layoutOf(palette),
  margin: [0, 0, 0, GAP],
});

const rowsOf = (count: number): number => Math.ceil(count / PER_ROW);

/** Points that so many tiles take. */
export const tilesHeight = (count: number): number => 93 * rowsOf(count);

/** The headline figures, each with the period before and the difference beside it. */
export const headlineTiles = ({ tiles, tilesBefore }: ReportModel, palette: Palette): Content[] =>
  Array.from({ length: rowsOf(tiles.length) }, (_, index) =>
    row(tiles.slice(index * PER_ROW, (index + 1) * PER_ROW), tilesBefore, palette),
  );
