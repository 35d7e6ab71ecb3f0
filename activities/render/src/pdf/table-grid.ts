/** Widths of a table and its grid: repeated head, figures aligned at their decimal points, no word cut. */
import type { Table } from '@rounds/report-types/model/table';
import type { Content, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, leading, SIZE, span } from '../theme.ts';
import { columnWidths, measure, type Measured } from './column-widths.ts';
import { alignDecimals, type Aligned } from './decimals.ts';
import { foldedLines } from './folding.ts';
import { inlines, textBlock } from './rich-text.ts';
import { bracketed, cellOf, isFigure, placesOf, type Cell, type Place } from './table-cells.ts';
import { wrapWords } from './word-wrap.ts';

const GAP = 9;
/** Between a figure and the percentage in brackets that belongs to it. */
const CLOSE_GAP = 3;
/** A row whose cells are all shorter than this is far lower than a page, and may be kept on one. */
const SHORT_CELL = 200;

/** Sizes of a table's type: of its values, and of heads and what stands below a value. */
interface Type {
  readonly table: number;
  readonly small: number;
}

/** Smaller type is tried before a word is parted. */
const TYPES: readonly [Type, ...Type[]] = [
  { table: SIZE.table, small: SIZE.small },
  { table: 0.9 * SIZE.table, small: 0.9 * SIZE.small },
  { table: 0.82 * SIZE.table, small: 0.82 * SIZE.small },
];

/** A column of the page with all that stands in it. */
interface Filled {
  readonly place: Place;
  readonly cells: readonly Cell[];
  readonly aligned?: Aligned;
  readonly measured: Measured;
  /** Points after it. */
  readonly gap: number;
}

export interface Grid {
  readonly columns: readonly Filled[];
  readonly type: Type;
  /** Points that it takes with every line in one piece. */
  readonly natural: number;
  /** Points that it takes when the one column that gains most by it is folded. */
  readonly folded: number;
  /** Whether every row is far lower than a page. */
  readonly short: boolean;
}

const measuredOf = (
  place: Place,
  cells: readonly Cell[],
  aligned: Aligned | undefined,
  { table, small }: Type,
): Measured => {
  const { parts, least, rows, ideal } = measure(
    [
      { text: bracketed(place.column, place.column.label), size: small, bold: true },
      ...place.below.map(({ column }) => ({ text: column.label, size: small })),
    ],
    [
      ...cells.map(({ main, value }) => ({ text: main, size: table, bold: value === true })),
      ...cells.flatMap(({ below }) => below.map((text) => ({ text, size: small }))),
    ],
  );
  const figures = aligned === undefined ? 0 : aligned.width + 1;
  const atLeast = (width: number): number => Math.max(width, figures);
  return { parts: atLeast(parts), least: atLeast(least), rows: atLeast(rows), ideal: atLeast(ideal) };
};

const filled = (place: Place, next: Place | undefined, rows: Table['rows'], type: Type): Filled => {
  const cells = rows.map((row) => cellOf(place, row));
  // Percentages all have one decimal, and stand below each other as they are.
  const aligned =
    place.column.type === 'number'
      ? alignDecimals(
          place.column,
          cells.map(({ value }) => value),
          cells.map(({ main }) => main),
          type.table,
        )
      : undefined;
  const gap = next === undefined ? 0 : next.column.after === undefined ? GAP : CLOSE_GAP;
  return {
    place,
    cells,
    ...(aligned && { aligned }),
    measured: measuredOf(place, cells, aligned, type),
    gap,
  };
};

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

const isShort = (rows: Table['rows']): boolean =>
  rows.every((row) => row.every((value) => typeof value !== 'string' || value.length <= SHORT_CELL));

/** Whether the page has room for every word in one piece. */
const holdsWords = (columns: readonly Filled[]): boolean =>
  sum(columns.map(({ gap, measured }) => gap + measured.least)) <= CONTENT_WIDTH;

/** The columns in the largest type in which no word is parted, else in the smallest. */
const filledIn = (table: Table, rows: Table['rows']): Pick<Grid, 'columns' | 'type'> => {
  const places = placesOf(table);
  let [type] = TYPES;
  let columns: Filled[] = [];
  for (const next of TYPES) {
    type = next;
    columns = places.map((place, index) => filled(place, places[index + 1], rows, next));
    if (holdsWords(columns)) break;
  }
  return { columns, type };
};

/** @param rows those that are shown */
export const gridOf = (table: Table, rows: Table['rows']): Grid => {
  const { columns, type } = filledIn(table, rows);
  const natural = sum(columns.map(({ gap, measured }) => gap + measured.ideal));
  return {
    columns,
    type,
    natural,
    folded: natural - Math.max(...columns.map(({ measured }) => measured.ideal - measured.least)),
    short: isShort(rows),
  };
};

export const rowsIn = ({ columns }: Grid): number => columns[0]?.cells.length ?? 0;

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Few widths of tables, so that their edges align: figures stand near their names in a narrow one. */
export const frameOf = ({ natural }: Grid): number =>
  [span(3), span(4)].find((width) => natural <= width) ?? CONTENT_WIDTH;

/** Widths of the columns; what is left over goes to those that are not in brackets. */
const widthsOf = ({ columns }: Grid, frame: number): number[] => {
  const gaps = sum(columns.map(({ gap }) => gap));
  const widths = columnWidths(
    columns.map(({ measured }) => measured),
    frame - gaps,
  );
  const open = columns.filter(({ place }) => place.column.after === undefined).length;
  const spare = (frame - gaps - sum(widths)) / open;
  return widths.map((width, index) =>
    columns[index]?.place.column.after === undefined ? width + spare : width,
  );
};

const headCell = ({ place }: Filled, width: number, { small }: Type): TableCell => ({
  stack: [
    textBlock(wrapWords(bracketed(place.column, place.column.label), width, small, true), {
      bold: true,
    }),
    ...place.below.map(({ column }) => textBlock(wrapWords(column.label, width, small))),
  ],
  fontSize: small,
  color: COLOUR.muted,
  lineHeight: leading(small, 10),
  alignment: isFigure(place.column) ? 'right' : 'left',
  verticalAlignment: 'bottom',
});

const bodyCell = (
  { place, aligned }: Filled,
  { value, main, below }: Cell,
  width: number,
  { table, small }: Type,
): TableCell => {
  const bold = value === true;
  const inset = aligned?.inset(value, main) ?? 0;
  const text: ContentText = {
    text: inlines(wrapWords(main, width - inset, table, bold), bold ? { bold } : {}),
    ...(isFigure(place.column) ? { alignment: 'right', margin: [0, 0, inset, 0] } : {}),
  };
  if (below.length === 0) return text;
  const under = below.map((line) =>
    textBlock(wrapWords(line, width, small), {
      fontSize: small,
      color: COLOUR.muted,
      lineHeight: leading(small, 10),
    }),
  );
  return { stack: [text, ...under] };
};

const layoutOf = ({ columns }: Grid): CustomTableLayout => ({
  hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.8 : 0.4),
  hLineColor: (line) => (line === 1 ? COLOUR.ink : COLOUR.rule),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: (column) => columns[column]?.gap ?? 0,
  paddingTop: () => 2,
  paddingBottom: () => 2,
});

/** Points of a line, and round a row. */
const LINE = 10;
const PADDING = 4.4;

const cellLines = ({ main, below }: Cell, width: number, { table, small }: Type): number =>
  foldedLines(main, table, width) + below.reduce((lines, text) => lines + foldedLines(text, small, width), 0);

const headLines = ({ place }: Filled, width: number, { small }: Type): number =>
  foldedLines(bracketed(place.column, place.column.label), small, width) + place.below.length;

/** Points that the head and those rows take. */
export const heightOf = (grid: Grid, frame: number, rows: Range = { from: 0, to: rowsIn(grid) }): number => {
  const widths = widthsOf(grid, frame);
  const highest = (lines: (column: Filled, width: number) => number): number =>
    LINE * Math.max(1, ...grid.columns.map((column, index) => lines(column, widths[index] ?? 0))) + PADDING;
  let height = highest((column, width) => headLines(column, width, grid.type));
  for (let row = rows.from; row < rows.to; row++)
    height += highest(({ cells }, width) => {
      const cell = cells[row];
      return cell === undefined ? 1 : cellLines(cell, width, grid.type);
    });
  return height;
};

/** @param frame points that the table is set in; @param rows those that are drawn, by their index: [from, to) */
export const drawGrid = (grid: Grid, frame: number, rows: Range = { from: 0, to: rowsIn(grid) }): Content => {
  const widths = widthsOf(grid, frame);
  // One point of air: what was measured to fit must not be parted.
  const room = (index: number): number => (widths[index] ?? 0) + 0.5;
  return {
    table: {
      headerRows: 1,
      // Never for free text: pdfmake loses a row that is taller than a page and may not break.
      dontBreakRows: grid.short,
      widths,
      body: [
        grid.columns.map((column, index) => headCell(column, room(index), grid.type)),
        ...Array.from({ length: rows.to - rows.from }, (_, row) =>
          grid.columns.map((column, index) => {
            const cell = column.cells[rows.from + row];
            return cell === undefined ? '' : bodyCell(column, cell, room(index), grid.type);
          }),
        ),
      ],
    },
    layout: layoutOf(grid),
    fontSize: grid.type.table,
    lineHeight: leading(grid.type.table, LINE),
  };
};
