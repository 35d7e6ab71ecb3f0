/** Draws one table of the report: repeated head, aligned figures, an excerpt where it is long. */
import { valueText, type Column, type Table, type Value } from '@rounds/report-types/model/table';
import { number } from '@rounds/report-types/model/words/numbers';
import type { Content, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, SIZE, SPACE } from '../theme.ts';
import { columnWidths, measure, type Measured } from './column-widths.ts';
import { subHeading, tableNeed } from './headings.ts';
import { inlines, textBlock } from './rich-text.ts';

/** Rows of one table on the page; beyond it an excerpt. The files hold every row. */
export const PAGE_ROWS = 250;

const GAP = 9;
/** Between a figure and the percentage in brackets that belongs to it. */
const CLOSE_GAP = 3;
/** A row whose cells are all shorter than this is far lower than a page, and may be kept on one. */
const SHORT_CELL = 200;

interface Indexed {
  readonly column: Column;
  readonly index: number;
}

/** One column of the page: a column of the table and those set below it. */
interface Place extends Indexed {
  readonly below: readonly Indexed[];
}

/** Columns in brackets stand right behind the one that they belong to. */
const placesOf = ({ columns }: Table): Place[] => {
  const indexed = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !column.filesOnly);
  return indexed
    .filter(({ column }) => column.below === undefined)
    .map((own) => ({ ...own, below: indexed.filter(({ column }) => column.below === own.column.key) }));
};

const isFigure = ({ type }: Column): boolean => type === 'number' || type === 'percent';

const bracketed = ({ after }: Column, text: string): string => (after === undefined ? text : `(${text})`);

const mainText = ({ column, index }: Place, row: readonly Value[]): string => {
  const value = row[index] ?? null;
  return value === null && column.after !== undefined ? '' : bracketed(column, valueText(column, value));
};

const belowTexts = ({ below }: Place, row: readonly Value[]): string[] =>
  below
    .map(({ column, index }) => ({ column, value: row[index] ?? '' }))
    .filter(({ value }) => value !== '')
    .map(({ column, value }) => valueText(column, value));

const headCell = (place: Place): TableCell => ({
  stack: [
    textBlock(bracketed(place.column, place.column.label), { bold: true }),
    ...place.below.map(({ column }) => textBlock(column.label)),
  ],
  fontSize: SIZE.small,
  color: COLOUR.muted,
  lineHeight: 0.92,
  alignment: isFigure(place.column) ? 'right' : 'left',
  verticalAlignment: 'bottom',
});

const bodyCell = (place: Place, row: readonly Value[]): TableCell => {
  const under = belowTexts(place, row);
  const main: ContentText = {
    text: inlines(mainText(place, row), row[place.index] === true ? { bold: true } : {}),
    ...(isFigure(place.column) ? { alignment: 'right' } : {}),
  };
  if (under.length === 0) return main;
  return {
    stack: [main, ...under.map((line) => textBlock(line, { fontSize: SIZE.small, color: COLOUR.muted }))],
  };
};

const measured = (place: Place, rows: Table['rows']): Measured =>
  measure(
    [
      { text: bracketed(place.column, place.column.label), size: SIZE.small, bold: true },
      ...place.below.map(({ column }) => ({ text: column.label, size: SIZE.small })),
    ],
    [
      ...rows.map((row) => ({
        text: mainText(place, row),
        size: SIZE.table,
        bold: row[place.index] === true,
      })),
      ...rows.flatMap((row) => belowTexts(place, row).map((text) => ({ text, size: SIZE.small }))),
    ],
  );

/** Room behind each place: none behind the last. */
const gapsOf = (places: readonly Place[]): number[] =>
  places.map((_, index) => {
    const next = places[index + 1];
    if (next === undefined) return 0;
    return next.column.after === undefined ? GAP : CLOSE_GAP;
  });

const layoutOf = (gaps: readonly number[]): CustomTableLayout => ({
  hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.8 : 0.4),
  hLineColor: (line) => (line === 1 ? COLOUR.ink : COLOUR.rule),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: (column) => gaps[column] ?? 0,
  paddingTop: () => 2.2,
  paddingBottom: () => 2.2,
});

const isShort = (rows: Table['rows']): boolean =>
  rows.every((row) => row.every((value) => typeof value !== 'string' || value.length <= SHORT_CELL));

/** Two widths of tables, so that their edges align: figures stand near their names in a narrow one. */
const NARROW = CONTENT_WIDTH * 0.62;
const COLUMN_GAP = 25;
/** A long list of few columns is set in two columns of the page. */
const HALF = (CONTENT_WIDTH - COLUMN_GAP) / 2;
const LONG_ROWS = 36;

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** Widths of the places; what is left over goes to those that are not in brackets. */
const widthsOf = (
  places: readonly Place[],
  rows: Table['rows'],
  gaps: readonly number[],
  most: number,
): number[] => {
  const widths = columnWidths(
    places.map((place) => measured(place, rows)),
    most - sum(gaps),
  );
  const total = sum(gaps) + sum(widths);
  const spare = (total <= NARROW && most > NARROW ? NARROW : most) - total;
  const open = places.filter(({ column }) => column.after === undefined).length;
  return widths.map((width, index) => width + (places[index]?.column.after === undefined ? spare / open : 0));
};

const isLongList = (places: readonly Place[], rows: Table['rows'], gaps: readonly number[]): boolean =>
  rows.length > LONG_ROWS &&
  isShort(rows) &&
  sum(places.map((place) => measured(place, rows).least)) + sum(gaps) <= HALF;

export const excerptNote = (table: Table): string =>
  `The first ${number(PAGE_ROWS)} of ${number(table.rows.length)} rows. The XLSX (sheet “${table.sheet}”) and the CSV (${table.name}.csv) of this report hold all of them.`;

const gridOf = (table: Table): Content => {
  const places = placesOf(table);
  const rows = table.rows.slice(0, PAGE_ROWS);
  const gaps = gapsOf(places);
  const inTwo = isLongList(places, rows, gaps);
  const grid: Content = {
    table: {
      headerRows: 1,
      // Never for free text: pdfmake loses a row that is taller than a page and may not break.
      dontBreakRows: isShort(rows),
      widths: widthsOf(places, rows, gaps, inTwo ? HALF : CONTENT_WIDTH),
      body: [places.map(headCell), ...rows.map((row) => places.map((place) => bodyCell(place, row)))],
    },
    layout: layoutOf(gaps),
    fontSize: SIZE.table,
    lineHeight: 0.95,
  };
  return inTwo ? { columns: [grid, { text: '' }], columnGap: COLUMN_GAP, snakingColumns: true } : grid;
};

const note = (text: string): Content =>
  textBlock(text, { fontSize: SIZE.small, color: COLOUR.muted, margin: [0, 0, 0, SPACE.small] });

/** Title, note, table. Says in words that there is nothing, or that this is not all. */
export const drawTable = (table: Table): Content[] => {
  const head = subHeading(
    table.title,
    { id: `table-${table.name}`, parent: table.section },
    tableNeed(table.rows.length, Math.max(...placesOf(table).map(({ below }) => below.length))),
  );
  const end: Content = { text: '', margin: [0, 0, 0, SPACE.large] };
  if (table.rows.length === 0) return [...head, textBlock(table.empty, { color: COLOUR.muted }), end];
  return [
    ...head,
    ...(table.note === undefined ? [] : [note(table.note)]),
    ...(table.rows.length > PAGE_ROWS ? [note(excerptNote(table))] : []),
    gridOf(table),
    end,
  ];
};
