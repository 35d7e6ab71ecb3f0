/** A table of a Markdown text. Its cells are free text of any length: no row is kept whole, no head repeated. */
import type { Content } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, SIZE, SPACE } from '../theme.ts';
import { columnWidths, measure } from './column-widths.ts';
import { boundedNodes } from './narrative.ts';
import { styledInlines, type StyledText } from './rich-text.ts';

/** One cell. */
export type MarkdownCell = readonly StyledText[];

const GAP = 10;
/** Room of a table within a text, whatever list or quotation it stands in. */
const WIDTH = CONTENT_WIDTH - 110;
/** More columns than this have no room for a word each. */
const MOST_COLUMNS = 10;

const plain = (cell: MarkdownCell): string => cell.map(({ text }) => text).join('');

const cellContent = (cell: MarkdownCell, style: object): Content => ({
  stack: boundedNodes(cell).map((node) => ({
    text: styledInlines(node),
    ...style,
  })),
});

/** Null where there are too many columns: the caller then sets the rows as lines. */
export const markdownTable = (rows: readonly (readonly MarkdownCell[])[]): Content | null => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const [head = [], ...body] = rows;
  if (columns === 0 || columns > MOST_COLUMNS) return null;
  const piecesOf = (lines: readonly (readonly MarkdownCell[])[], column: number) =>
    lines.map((row) => ({ text: plain(row[column] ?? []), size: SIZE.table, bold: true }));
  const indexes = Array.from({ length: columns }, (_, index) => index);
  const widths = columnWidths(
    indexes.map((column) => measure(piecesOf([head], column), piecesOf(body, column))),
    WIDTH - GAP * (columns - 1),
  );
  return {
    table: {
      widths,
      body: rows.map((row, line) =>
        indexes.map((column) => cellContent(row[column] ?? [], line === 0 ? { bold: true } : {})),
      ),
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : 0.4),
      hLineColor: (line) => (line === 1 ? COLOUR.ink : COLOUR.rule),
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: (column) => (column === columns - 1 ? 0 : GAP),
      paddingTop: () => SPACE.hair,
      paddingBottom: () => SPACE.hair,
    },
    fontSize: SIZE.table,
    lineHeight: 0.97,
    margin: [0, 0, 0, SPACE.medium],
  };
};
