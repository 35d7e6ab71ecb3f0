/** One CSV a table, zipped: as it is for programs, and once more in `excel/` for people who open it there. */
import { stringify } from 'csv-stringify/sync';
import type { ReportModel } from '@rounds/report-types/model/report-model';
import type { Table, Value } from '@rounds/report-types/model/table';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { excelSafe } from './excel-safe.ts';

/** Zip keeps local times from 1980 on: the same one for every file makes the same bytes of the same report. */
const MODIFIED = new Date(1980, 0, 1);
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180: CRLF, quotes only where needed; a figure that does not exist is an empty field. */
const csv = (lines: readonly (readonly Value[])[]): string =>
  stringify(
    lines.map((line) => [...line]),
    {
      record_delimiter: 'windows',
      // Else only a whole CRLF is quoted, and readers end the row at a line feed alone.
      quote_record_delimiter: true,
      cast: { boolean: (value) => (value ? 'Y' : 'N') },
    },
  );

export const machineCsv = ({ columns, rows }: Table): string => csv([columns.map(({ key }) => key), ...rows]);

const safe = (value: Value): Value => (typeof value === 'string' ? excelSafe(value) : value);

/** With the mark that tells Excel that it is UTF-8, and heads in words. */
export const excelCsv = ({ columns, rows }: Table): string =>
  BYTE_ORDER_MARK + csv([columns.map(({ label }) => excelSafe(label)), ...rows.map((row) => row.map(safe))]);

export const drawCsv = ({ sections }: ReportModel): Buffer => {
  const files: Zippable = {};
  for (const table of sections.flatMap(({ tables }) => tables)) {
    files[`${table.name}.csv`] = strToU8(machineCsv(table));
    files[`excel/${table.name}.csv`] = strToU8(excelCsv(table));
  }
  return Buffer.from(zipSync(files, { mtime: MODIFIED, level: 6 }));
};
