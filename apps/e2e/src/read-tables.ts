/** The tables of a report as programs other than its writer read them: ExcelJS for XLSX, RFC 4180 for CSV. */
import exceljs, { type Cell } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';

/** One table: what its columns are called, and the cells below them as text; an empty cell is ''. */
export interface Cells {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** `"quoted"`, with its quotes doubled inside, or plain; then what ends the field. */
const FIELD = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|$)/gy;

/** @throws Error where the text is no RFC 4180 */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const at = FIELD.lastIndex;
    const found = FIELD.exec(text);
    if (found === null) throw new Error(`no CSV at ${at}: ${text.slice(at, at + 40)}`);
    const [, quoted, plain = '', end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
};

const BYTE_ORDER_MARK = /^\uFEFF/;

const cellsOf = (name: string, [head = [], ...rows]: string[][]): Cells => ({ name, head, rows });

export interface ZippedTables {
  /** For programs: heads are keys. */
  readonly plain: readonly Cells[];
  /** For people: heads are words. */
  readonly excel: readonly Cells[];
}

/** In the order of the zip. */
export const readCsvZip = (bytes: Uint8Array): ZippedTables => {
  const files = Object.entries(unzipSync(bytes)).map(([path, content]) =>
    cellsOf(path.replace(/\.csv$/, ''), parseCsv(strFromU8(content).replace(BYTE_ORDER_MARK, ''))),
  );
  const isForExcel = ({ name }: Cells): boolean => name.startsWith('excel/');
  return { plain: files.filter((file) => !isForExcel(file)), excel: files.filter(isForExcel) };
};

/** @param format absent where the cell has none, whatever the library's types say */
const isShare = (format: string | undefined): boolean => format?.endsWith('%') ?? false;

/** A share that is shown as a percentage is that percentage: 0.201 is 20.1. */
const cellText = ({ value, numFmt }: Cell): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(isShare(numFmt) ? Number((100 * value).toFixed(6)) : value);
  if (typeof value === 'object' && 'hyperlink' in value) return value.text;
  if (typeof value === 'object') throw new Error(`a cell that is more than text: ${JSON.stringify(value)}`);
  return String(value);
};

export interface Sheet {
  readonly name: string;
  /** Cells as text, row by row; an empty one is ''. */
  readonly lines: readonly (readonly string[])[];
}

/** In the order of the workbook, its first sheet (about the report) among them. */
export const readXlsx = async (bytes: Buffer): Promise<Sheet[]> => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return workbook.worksheets.map((sheet) => {
    const lines: string[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      lines.push(Array.from({ length: sheet.columnCount }, (_, column) => cellText(row.getCell(column + 1))));
    });
    return { name: sheet.name, lines };
  });
};
