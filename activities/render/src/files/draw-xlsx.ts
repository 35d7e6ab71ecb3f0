/** A sheet a table: figures are numbers, days are dates, heads stay in sight, every column can be filtered. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Definition, ReportModel, Section } from '@rounds/report-types/model/report-model';
import type { Column, Table, Value } from '@rounds/report-types/model/table';
import exceljs, { type Worksheet } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { COLOUR, type Palette } from '../theme.ts';

/** What a cell of Excel can hold. */
const CELL_CHARACTERS = 32_767;
const WIDEST = 60;
const ABOUT = 'About this report';

const argb = (colour: string): { argb: string } => ({ argb: `FF${colour.slice(1).toUpperCase()}` });
const fill = (colour: string) => ({ type: 'pattern', pattern: 'solid', fgColor: argb(colour) }) as const;

/** A partial date stays text: as a date it would be one that nobody wrote. */
const isWholeDay = (value: Value): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const cellOf = ({ type }: Column, value: Value): string | number | Date | null => {
  if (value === '') return null;
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  if (type === 'date' && isWholeDay(value)) return new Date(`${value}T00:00:00Z`);
  return typeof value === 'string' ? value.slice(0, CELL_CHARACTERS) : value;
};

const formatOf = ({ type, digits }: Column): { numFmt?: string } => {
  if (type === 'date') return { numFmt: 'yyyy-mm-dd' };
  if (type === 'percent') return { numFmt: '0.0' };
  return digits === undefined ? {} : { numFmt: `0.${'0'.repeat(digits)}` };
};

const widthOf = ({ label, type }: Column, values: readonly Value[]): number => {
  if (type === 'date') return 12;
  const longest = values.reduce<number>((width, value) => Math.max(width, String(value ?? '').length), 0);
  return Math.min(WIDEST, Math.max(label.length + 3, longest + 1, 7));
};

const headRow = (sheet: Worksheet, { primary }: Palette): void => {
  const head = sheet.getRow(1);
  head.font = { bold: true, color: argb(COLOUR.paper) };
  head.fill = fill(primary);
  head.alignment = { vertical: 'middle' };
  head.commit();
};

type Workbook = InstanceType<typeof exceljs.stream.xlsx.WorkbookWriter>;

const percentLabel = ({ label, type }: Column): string => (type === 'percent' ? 'Percent' : label);

const addTable = (workbook: Workbook, table: Table, palette: Palette): void => {
  const { columns, rows } = table;
  const sheet = workbook.addWorksheet(table.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column, index) => ({
    header: percentLabel(column),
    key: column.key,
    width: widthOf(
      column,
      rows.map((row) => row[index] ?? null),
    ),
    style: formatOf(column),
  }));
  headRow(sheet, palette);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  for (const row of rows)
    sheet.addRow(columns.map((column, index) => cellOf(column, row[index] ?? null))).commit();
  sheet.commit();
};

const addLines = (
  sheet: Worksheet,
  { primary }: Palette,
  title: string,
  entries: readonly Definition[],
): void => {
  const heading = sheet.addRow([title]);
  heading.font = { bold: true, size: 13, color: argb(primary) };
  heading.commit();
  for (const { term, meaning } of entries) {
    const row = sheet.addRow([term, meaning]);
    row.getCell(1).font = { bold: true };
    row.alignment = { vertical: 'top', wrapText: true };
    row.commit();
  }
  sheet.addRow([]).commit();
};

/** What is in which sheet, and of what a percentage is one. */
const guide = (sections: readonly Section[]): Definition[] =>
  sections.flatMap(({ title: where, tables }) =>
    tables.map(({ sheet, title, note, rows, empty }) => {
      const what = rows.length === 0 ? empty : (note ?? '');
      return { term: sheet, meaning: `${where}. ${title}. ${what}`.trim() };
    }),
  );

const addAbout = (
  workbook: Workbook,
  { head, about, definitions, sections }: ReportModel,
  palette: Palette,
): void => {
  const sheet = workbook.addWorksheet(ABOUT, { views: [{ showGridLines: false }] });
  sheet.columns = [{ width: 30 }, { width: 110 }];
  addLines(sheet, palette, `${head.report}, ${head.period}`, about);
  addLines(sheet, palette, 'How to read it', definitions);
  addLines(sheet, palette, 'Sheets', guide(sections));
  sheet.commit();
};

/** The library stamps each part with the time of its making: packed anew, equal reports have equal bytes. */
const repack = (xlsx: Uint8Array): Buffer =>
  Buffer.from(zipSync(unzipSync(xlsx), { mtime: new Date(1980, 0, 1), level: 6 }));

export const drawXlsx = async (model: ReportModel, palette: Palette): Promise<Buffer> => {
  const stream = new PassThrough();
  const written = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  const cutAt = new Date(model.head.cutAt);
  Object.assign(workbook, { creator: 'Rounds', lastModifiedBy: 'Rounds', created: cutAt, modified: cutAt });
  addAbout(workbook, model, palette);
  for (const table of model.sections.flatMap(({ tables }) => tables)) addTable(workbook, table, palette);
  await workbook.commit();
  return repack(await written);
};
