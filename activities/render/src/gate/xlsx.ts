/** A stored XLSX against the model, read by a library that did not write it; where its tables stand is its own affair. */
import type { Finding } from '@rounds/contracts/gate';
import type { ReportModel } from '@rounds/report-types/model/report-model';
import type { Column, Table, Value } from '@rounds/report-types/model/table';
import readXlsxFile from 'read-excel-file/node';
import { counted } from './findings.ts';

type Row = readonly (string | number | boolean | Date | null)[];

/** XML takes no control characters, which are shown as U+FFFD, and line ends as it likes. */
const MOVED = /[\s\p{Cc}\p{Cs}\uFFFD-\uFFFF]+/gu;
const same = (a: string, b: string): boolean => a === b || a.replace(MOVED, '') === b.replace(MOVED, '');

const isEmpty = (row: Row | undefined): boolean =>
  row === undefined || row.every((cell) => cell === null || cell === '');

/** First column of each column of the table, in the row that is its head; a text may continue in the columns after it. */
const columnsAt = (columns: readonly Column[], head: Row): number[] | undefined => {
  const starts: number[] = [];
  for (const [at, cell] of head.entries()) {
    const column = columns[starts.length];
    const isOwn =
      column !== undefined && (cell === column.label || (column.type === 'percent' && cell !== null));
    if (isOwn) starts.push(at);
    else if (cell !== null && columns[starts.length - 1]?.type !== 'text') return undefined;
  }
  return starts.length === columns.length ? starts : undefined;
};

const textIn = (cells: Row): string =>
  cells.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))).join('');

const YES_NO = { true: /^(?:Y|Yes|true)$/i, false: /^(?:N|No|false)$/i };

const holds = (cells: Row, value: Value): boolean => {
  const [first] = cells;
  if (typeof value === 'number') return first === value;
  if (typeof value === 'boolean') return YES_NO[`${value}`].test(textIn(cells));
  return same(textIn(cells), value ?? '');
};

interface At {
  readonly sheet: number;
  readonly row: number;
  readonly starts: readonly number[];
}

type Sheets = readonly (readonly Row[])[];

const rowHolds = (row: Row, starts: readonly number[], values: readonly Value[]): boolean =>
  starts.every((start, index) =>
    holds(row.slice(start, starts[index + 1] ?? row.length), values[index] ?? null),
  );

/** What stands below a head: row by row as it should be, and nothing after the last. */
const below = ({ rows }: Table, sheets: Sheets, { sheet, row, starts }: At) => {
  const under = (index: number) => sheets[sheet]?.[row + 1 + index];
  return {
    ends: isEmpty(under(rows.length)),
    isRight: (values: readonly Value[], index: number) => rowHolds(under(index) ?? [], starts, values),
  };
};

/** Rows that do not hold what they should, and one more where another follows the last. */
const wrongRows = (table: Table, sheets: Sheets, at: At): number => {
  const { ends, isRight } = below(table, sheets, at);
  return table.rows.filter((values, index) => !isRight(values, index)).length + (ends ? 0 : 1);
};

/** As no row being wrong, known by the first that is. */
const isWhole = (table: Table, sheets: Sheets, at: At): boolean => {
  const { ends, isRight } = below(table, sheets, at);
  return ends && table.rows.every(isRight);
};

const placesOf = (table: Table, sheets: Sheets): At[] =>
  sheets.flatMap((rows, sheet) =>
    rows.flatMap((head, row) => {
      const starts = columnsAt(table.columns, head);
      return starts === undefined ? [] : [{ sheet, row, starts }];
    }),
  );

const tableFindings = (table: Table, sheets: Sheets, at: At | undefined): Finding[] => {
  const where = `xlsx, table ${table.name}`;
  if (at === undefined) return [{ check: 'files', where, code: 'table-not-found' }];
  const n = wrongRows(table, sheets, at);
  return counted('files', where, n, 'rows-differ', 'missing', { rows: table.rows.length });
};

/** Tables with the same head are distinguished by what they hold: those that are whole take their places first. */
const compare = (tables: readonly Table[], sheets: Sheets): Finding[] => {
  const taken = new Set<string>();
  const free = (table: Table, fits: (at: At) => boolean): At | undefined => {
    const place = placesOf(table, sheets).find((at) => !taken.has(`${at.sheet}.${at.row}`) && fits(at));
    if (place !== undefined) taken.add(`${place.sheet}.${place.row}`);
    return place;
  };
  const broken = tables.filter((table) => free(table, (at) => isWhole(table, sheets, at)) === undefined);
  return broken.flatMap((table) =>
    tableFindings(
      table,
      sheets,
      free(table, () => true),
    ),
  );
};

/** A percentage of 0–100 is a share in the file, 0–1, shown as a percentage. */
const asShares = (table: Table): Table => {
  const isPercent = table.columns.map(({ type }) => type === 'percent');
  if (!isPercent.includes(true)) return table;
  const share = (value: Value, at: number): Value =>
    isPercent[at] === true && typeof value === 'number' ? Number(`${String(value)}e-2`) : value;
  return { ...table, rows: table.rows.map((row) => row.map(share)) };
};

/** What the first sheet says about the report, and what it lacks; a text may continue in the cells after it. */
const aboutFindings = (sentences: readonly string[], sheet: readonly Row[]): Finding[] => {
  const said = new Set(sheet.flatMap((row) => [...row.map((cell) => textIn([cell])), textIn(row.slice(1))]));
  const n = sentences.filter((sentence) => sentence !== '' && !said.has(sentence)).length;
  return counted('files', 'xlsx, first sheet', n, 'lines-not-found', 'lines');
};

/** @throws what the reader says of a file that is none */
export const inspectXlsx = async (bytes: Uint8Array, model: ReportModel): Promise<Finding[]> => {
  // What the reader says of its cells, `typeof Date`, are dates.
  const sheets = (await readXlsxFile(Buffer.from(bytes), { trim: false })).map(
    ({ data }) => data as unknown as Row[],
  );
  const lines = [...model.about, ...model.definitions].map(({ meaning }) => meaning);
  return [
    ...aboutFindings(lines, sheets[0] ?? []),
    ...compare(
      model.sections.flatMap(({ tables }) => tables.map(asShares)),
      sheets,
    ),
  ];
};
