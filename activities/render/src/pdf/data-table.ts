/** Draws the tables of a section: each under its title with its note, an excerpt where it is long, small ones in pairs. */
import type { Table } from '@rounds/report-types/model/table';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { Column, Content } from 'pdfmake/interfaces';
import { COLOUR, GUTTER, leading, SIZE, SPACE, span } from '../theme.ts';
import { emptyLine, subHeading } from './headings.ts';
import { need, textBlock } from './rich-text.ts';
import { drawGrid, frameOf, gridOf, heightOf, rowsIn, type Grid, type Range } from './table-grid.ts';

/** Rows of one table on the page; beyond it an excerpt. The files hold every row. */
export const PAGE_ROWS = 250;

const HALF = span(3);
/** A list of few columns and so many rows is set in two columns of the page, halved while both halves fit on one. */
const LONG_ROWS = 16;
const HALVED_ROWS = 80;
/** Two tables of up to so many rows stand side by side. */
const SMALL_ROWS = 14;
/** A table up to this height, in points, is begun where the whole of it fits; halves are read one after the other. */
const WHOLE = { single: 240, halved: 330 } as const;
/** Points of a title, and of a line of its note with the gap below. */
const TITLE = 18;
const NOTE_LINE = 14;
const EMPTY_LINE = 14;
/** Points that their notes may take more, in half the width. */
const FOLDED_NOTES = 24;

export const excerptNote = (table: Table): string =>
  voiceOf(table.language).say('first-rows-of', {
    shown: PAGE_ROWS,
    rows: table.rows.length,
    sheet: table.sheet,
    file: `${table.name}.csv`,
  });

const note = (text: string): Content =>
  textBlock(text, {
    fontSize: SIZE.small,
    color: COLOUR.muted,
    lineHeight: leading(SIZE.small, 10),
    margin: [0, 0, 0, SPACE.small],
  });

const notesOf = (table: Table): Content[] => [
  ...(table.note === undefined ? [] : [note(table.note)]),
  ...(table.rows.length > PAGE_ROWS ? [note(excerptNote(table))] : []),
];

interface Laid {
  readonly table: Table;
  readonly grid: Grid;
}

const laid = (table: Table): Laid => ({ table, grid: gridOf(table, table.rows.slice(0, PAGE_ROWS)) });

const targetOf = ({ name, section }: Table) => ({ id: `table-${name}`, parent: section });

const isList = ({ grid }: Laid): boolean => rowsIn(grid) > LONG_ROWS && grid.short && grid.folded <= HALF;

/** Points that must be left for the beginning of the table, or for all of it where it is small. */
const needOf = ({ table, grid }: Laid, frame: number, rows: Range, most: number): number => {
  const title = TITLE + NOTE_LINE * notesOf(table).length;
  const whole = heightOf(grid, frame, rows);
  return title + (whole <= most ? whole : heightOf(grid, frame, { from: rows.from, to: rows.from + 2 }));
};

const allOf = (grid: Grid): Range => ({ from: 0, to: rowsIn(grid) });

const halvesOf = (grid: Grid): [Range, Range] => {
  const half = Math.ceil(rowsIn(grid) / 2);
  return [
    { from: 0, to: half },
    { from: half, to: rowsIn(grid) },
  ];
};

const inTwo = ({ grid }: Laid): Content => {
  const halves = halvesOf(grid);
  if (rowsIn(grid) > HALVED_ROWS || heightOf(grid, HALF, halves[0]) > WHOLE.halved)
    return { columns: [drawGrid(grid, HALF), { text: '' }], columnGap: GUTTER, snakingColumns: true };
  return {
    columns: halves.map((range) => ({ stack: [drawGrid(grid, HALF, range)], width: HALF })),
    columnGap: GUTTER,
  };
};

const end = (): Content => ({ text: '', fontSize: 1, lineHeight: 1, margin: [0, 0, 0, SPACE.large] });

/** Says in a line that there is nothing: a head over an empty table would take a page to say the same. */
const drawEmpty = (table: Table): Content[] => [emptyLine(table.title, table.empty, targetOf(table)), end()];

const needOfOne = (one: Laid): number =>
  isList(one)
    ? needOf(one, HALF, halvesOf(one.grid)[0], WHOLE.halved)
    : needOf(one, frameOf(one.grid), allOf(one.grid), WHOLE.single);

const drawOne = (one: Laid): Content[] => [
  need(needOfOne(one)),
  subHeading(one.table.title, targetOf(one.table)),
  ...notesOf(one.table),
  isList(one) ? inTwo(one) : drawGrid(one.grid, frameOf(one.grid)),
  end(),
];

const column = (one: Laid): Column => ({
  stack: [subHeading(one.table.title, targetOf(one.table)), ...notesOf(one.table), drawGrid(one.grid, HALF)],
  width: HALF,
});

const drawPair = (left: Laid, right: Laid): Content[] => [
  need(
    FOLDED_NOTES + Math.max(...[left, right].map((one) => needOf(one, HALF, allOf(one.grid), WHOLE.single))),
  ),
  { columns: [column(left), column(right)], columnGap: GUTTER },
  end(),
];

const isSmall = ({ table, grid }: Laid): boolean =>
  table.rows.length > 0 && table.rows.length <= SMALL_ROWS && grid.short && grid.natural <= HALF;

/** Points that the beginning of the first needs, where it stands alone. */
export const needOfFirst = ([first]: readonly Table[]): number =>
  first === undefined || first.rows.length === 0 ? EMPTY_LINE : needOfOne(laid(first));

/** In the order in which they are given; two small ones that follow each other stand side by side. */
export const drawTables = (tables: readonly Table[]): Content[] => {
  const drawn: Content[] = [];
  let waiting: Laid | undefined;
  for (const next of tables.map(laid)) {
    if (waiting !== undefined && isSmall(next)) {
      drawn.push(...drawPair(waiting, next));
      waiting = undefined;
      continue;
    }
    if (waiting !== undefined) drawn.push(...drawOne(waiting));
    waiting = isSmall(next) ? next : undefined;
    if (waiting === undefined)
      drawn.push(...(next.table.rows.length === 0 ? drawEmpty(next.table) : drawOne(next)));
  }
  return waiting === undefined ? drawn : [...drawn, ...drawOne(waiting)];
};
