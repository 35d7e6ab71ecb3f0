/** One sheet a section, and after it one for each of its listings; the first sheet explains them and leads to each. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Definition, ReportModel } from '@rounds/report-types/model/report-model';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';
import type { Column } from '@rounds/report-types/model/table';
import exceljs, { type Row, type Worksheet } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { COLOUR, type Palette } from '../theme.ts';
import {
  EXCEL,
  rowsAbove,
  sheetPlan,
  type Limits,
  type OpeningLine,
  type PlannedSheet,
  type PlannedTable,
} from './sheet-plan.ts';
import { cellOf, cellsOf, cellText, formatOf, headOf, widthOf } from './xlsx-cells.ts';
import { signOfWork } from '../sign-of-work.ts';

/** More rows than these stay out of sight if they stay in place. */
const MOST_FROZEN = 8;

/** Characters of the widest sheet that is printed upright in letters of its own size. */
const UPRIGHT = 100;
/** Excel's number of A4. */
const A4 = 9;
/** The name of the sheet at the left, page n of m at the right. */
const headerFooter = { oddFooter: '&L&A&R&P / &N' } as const;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Of a sheet that is printed: as wide as the page, as long as it is, its head on each page. @param width in characters */
const printed = (width: number, titleRow?: number) => ({
  headerFooter,
  pageSetup: {
    paperSize: A4,
    orientation: width > UPRIGHT ? 'landscape' : 'portrait',
    ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(titleRow !== undefined && { printTitlesRow: `${String(titleRow)}:${String(titleRow)}` }),
  } as const,
});

/** Named wherever a font is set: a program picks its own for one without a name. */
const FONT = { name: 'Calibri', family: 2, size: 11 } as const;

/** Programs do not grow a row for a text that is wrapped: characters of a line, points of its height. */
const LINE = { characters: 105, points: 15 };
/** Points: a file with a higher row is damaged to Excel. */
const HIGHEST_ROW = 409;

type Workbook = InstanceType<typeof exceljs.stream.xlsx.WorkbookWriter>;

/** What every sheet is drawn with. */
interface Drawing {
  readonly workbook: Workbook;
  readonly palette: Palette;
  readonly voice: Voice;
  readonly limits: Limits;
}

const argb = (colour: string): { argb: string } => ({ argb: `FF${colour.slice(1).toUpperCase()}` });

const linkTo = (text: string, sheet: string) => ({
  text: cellText(text),
  hyperlink: `#'${sheet}'!A1`,
});
const linkFont = ({ primary }: Palette) => ({ ...FONT, underline: true, color: argb(primary) }) as const;
const titleFont = ({ primary }: Palette) => ({ ...FONT, bold: true, size: 13, color: argb(primary) });

const isFigure = ({ type }: Column): boolean => type === 'number' || type === 'percent';

const drawHead = (row: Row, { columns }: PlannedTable, { palette, voice }: Drawing): void => {
  row.values = columns.map((column) => headOf(column, voice.say('percent')));
  columns.forEach(({ column }, index) => {
    row.getCell(index + 1).style = {
      font: { ...FONT, bold: true, color: argb(COLOUR.paper) },
      fill: { type: 'pattern', pattern: 'solid', fgColor: argb(palette.primary) },
      alignment: { vertical: 'middle', horizontal: isFigure(column) ? 'right' : 'left' },
    };
  });
  row.commit();
};

const drawRows = (
  sheet: Worksheet,
  { table, from, to, headRow, columns }: PlannedTable,
  limits: Limits,
): void => {
  const formats = columns.map(({ column }) => formatOf(column));
  for (let at = from; at < to; at += 1) {
    signOfWork();
    const row = sheet.getRow(headRow + 1 + at - from);
    row.values = columns.map((column) =>
      cellOf(column, table.rows[at]?.[column.index] ?? null, limits.cellCharacters),
    );
    formats.forEach((format, index) => {
      if (format !== undefined) row.getCell(index + 1).style = format;
    });
    row.commit();
  }
};

const range = ({ headRow, from, to, columns }: PlannedTable) => ({
  from: { row: headRow, column: 1 },
  to: { row: headRow + to - from, column: columns.length },
});

const drawListing = ({ name, tables: [planned] }: PlannedSheet, drawing: Drawing): void => {
  if (planned === undefined) return;
  const widths = planned.columns.map((column) => widthOf(column, planned.table.rows));
  const sheet = drawing.workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: planned.headRow }],
    ...printed(sum(widths), planned.headRow),
  });
  sheet.columns = widths.map((width) => ({ width }));
  sheet.autoFilter = range(planned);
  drawHead(sheet.getRow(planned.headRow), planned, drawing);
  drawRows(sheet, planned, drawing.limits);
  sheet.commit();
};

/** From a cell on. */
const write = (row: Row, column: number, text: string, { limits }: Drawing): void => {
  cellsOf(text, limits.cellCharacters).forEach((part, index) => {
    row.getCell(column + index).value = part;
  });
};

const drawOpening = (sheet: Worksheet, lines: readonly OpeningLine[], drawing: Drawing): void => {
  const { palette } = drawing;
  lines.forEach(({ kind, text, sheet: target }, index) => {
    const row = sheet.getRow(index + 1);
    const cell = row.getCell(1);
    if (target === undefined) write(row, 1, text, drawing);
    else cell.value = linkTo(`${target} · ${text}`, target);
    if (kind === 'title') cell.font = titleFont(palette);
    if (kind === 'listing') cell.font = linkFont(palette);
    row.commit();
  });
};

/** Its title and its note; in place of the note, what is said of a table without rows. */
const drawTitle = (sheet: Worksheet, { table, headRow }: PlannedTable, drawing: Drawing): void => {
  const title = sheet.getRow(headRow - rowsAbove(table) + 1);
  write(title, 1, table.title, drawing);
  title.font = { ...FONT, bold: true };
  title.commit();
  const note = table.rows.length === 0 ? table.empty : table.note;
  if (note === undefined || note === '') return;
  const row = sheet.getRow(headRow - 1);
  write(row, 1, note, drawing);
  row.font = { ...FONT, italic: true, color: argb(COLOUR.muted) };
  row.commit();
};

/** Tables below each other share their columns. */
const sharedWidths = (tables: readonly PlannedTable[]): number[] => {
  const widths: number[] = [];
  for (const { columns, table } of tables)
    columns.forEach((column, index) => {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(column, table.rows));
    });
  return widths;
};

/** What stands above the tables runs over their columns. */
const longestLine = (opening: readonly OpeningLine[], tables: readonly PlannedTable[]): number =>
  [...opening.map(({ text }) => text), ...tables.map(({ table }) => table.note ?? '')].reduce(
    (longest, text) => Math.max(longest, text.length),
    0,
  );

/** One table alone can have the filter and the head that stays; of several, the section's title stays. */
const drawSection = ({ name, opening, tables }: PlannedSheet, drawing: Drawing): void => {
  const only = tables.length === 1 ? tables[0] : undefined;
  const ySplit = only !== undefined && only.headRow <= MOST_FROZEN ? only.headRow : 1;
  const widths = sharedWidths(tables);
  const sheet = drawing.workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit, showGridLines: false }],
    ...printed(Math.max(sum(widths), longestLine(opening, tables)), ySplit),
    properties: { tabColor: argb(drawing.palette.primary) },
  });
  sheet.columns = widths.map((width) => ({ width }));
  if (only !== undefined && only.to > only.from) sheet.autoFilter = range(only);
  drawOpening(sheet, opening, drawing);
  for (const planned of tables) {
    drawTitle(sheet, planned, drawing);
    drawHead(sheet.getRow(planned.headRow), planned, drawing);
    drawRows(sheet, planned, drawing.limits);
  }
  sheet.commit();
};

const heightOf = (text: string): number => {
  const linesOf = (line: string) => Math.max(1, Math.ceil(line.length / LINE.characters));
  const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line), 0);
  return Math.min(HIGHEST_ROW, LINE.points * lines);
};

const addLines = (
  sheet: Worksheet,
  drawing: Drawing,
  title: string,
  entries: readonly Definition[],
): void => {
  const heading = sheet.addRow([cellText(title)]);
  heading.font = titleFont(drawing.palette);
  heading.commit();
  for (const { term, meaning } of entries) {
    const row = sheet.addRow([cellText(term)]);
    write(row, 2, meaning, drawing);
    row.getCell(1).font = { ...FONT, bold: true };
    row.alignment = { vertical: 'top', wrapText: true };
    row.height = heightOf(meaning);
    row.commit();
  }
  sheet.addRow([]).commit();
};

/** What is in a sheet: of a section its sentence, of a listing its title, what it holds and how many rows. */
const meaningOf = ({ kind, section, tables }: PlannedSheet, voice: Voice): string => {
  const [planned] = tables;
  if (kind === 'section') return [section.title, section.takeaway].join('. ');
  if (planned === undefined) return '';
  const { table, from, to } = planned;
  if (table.rows.length === 0) return `${table.title}. ${table.empty}`;
  const n = table.rows.length;
  const rows =
    to - from === n ? voice.say('n-rows', { n }) : voice.say('rows-from-to', { from: from + 1, to, n });
  return [`${table.title} (${rows})`, ...(table.note === undefined ? [] : [table.note])].join('. ');
};

const drawAbout = (
  name: string,
  { head, about, definitions }: ReportModel,
  sheets: readonly PlannedSheet[],
  drawing: Drawing,
): void => {
  const { workbook, palette, voice } = drawing;
  const widths = [34, 110];
  const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }], ...printed(sum(widths)) });
  sheet.columns = widths.map((width) => ({ width }));
  addLines(sheet, drawing, `${head.report}, ${head.period}`, about);
  const contents = sheet.addRow([voice.say('sheets')]);
  contents.font = titleFont(palette);
  contents.commit();
  for (const planned of sheets) {
    const meaning = meaningOf(planned, voice);
    const row = sheet.addRow([linkTo(planned.name, planned.name)]);
    write(row, 2, meaning, drawing);
    row.height = heightOf(meaning);
    row.alignment = { vertical: 'top', wrapText: true, indent: planned.kind === 'listing' ? 1 : 0 };
    row.getCell(1).font = { ...linkFont(palette), bold: planned.kind === 'section' };
    row.commit();
  }
  sheet.addRow([]).commit();
  addLines(sheet, drawing, voice.say('how-to-read-it'), definitions);
  sheet.commit();
};

/** The library stamps each part with the time of its making: packed anew, equal reports have equal bytes. */
const repack = (xlsx: Uint8Array): Buffer =>
  Buffer.from(zipSync(unzipSync(xlsx), { mtime: new Date(1980, 0, 1), level: 3 }));

/** @param limits what a sheet and a cell can hold: Excel's, unless a test has smaller ones */
export const drawXlsx = async (
  model: ReportModel,
  palette: Palette,
  limits: Limits = EXCEL,
): Promise<Buffer> => {
  const stream = new PassThrough();
  const written = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  const cutAt = new Date(model.head.cutAt);
  Object.assign(workbook, { creator: 'Rounds', lastModifiedBy: 'Rounds', created: cutAt, modified: cutAt });
  const voice = voiceOf(model.language);
  const drawing = { workbook, palette, voice, limits };
  const { about, sheets } = sheetPlan(model, limits);
  drawAbout(about, model, sheets, drawing);
  for (const sheet of sheets) (sheet.kind === 'section' ? drawSection : drawListing)(sheet, drawing);
  await workbook.commit();
  return repack(await written);
};
