/** One CSV a table, zipped: as it is for programs, and once more in `excel/` as the reader's Excel opens it. */
import type { ReportModel } from '@rounds/report-types/model/report-model';
import type { Table, Value } from '@rounds/report-types/model/table';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { Language } from '@rounds/contracts/language';
import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { excelSafe, type Separator } from './excel-safe.ts';

/** Zip keeps local times from 1980 on: the same one for every file makes the same bytes of the same report. */
const MODIFIED = new Date(1980, 0, 1);
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180: CRLF, quotes only where needed; a figure that does not exist is an empty field. */
const csv = (lines: readonly (readonly Value[])[], delimiter: Separator = ','): string =>
  stringify(
    lines.map((line) => [...line]),
    {
      delimiter,
      record_delimiter: 'windows',
      // Else only a whole CRLF is quoted, and readers end the row at a line feed alone.
      quote_record_delimiter: true,
      cast: { boolean: (value) => (value ? 'Y' : 'N') },
    },
  );

export const machineCsv = ({ columns, rows }: Table): string => csv([columns.map(({ key }) => key), ...rows]);

/**
 * With the mark that tells Excel that it is UTF-8, heads in words, and the decimal sign of the reader's language. Where
 * that is a comma, Excel parts fields at semicolons.
 */
export const excelCsv = ({ columns, rows }: Table, language?: Language): string => {
  const { decimal } = voiceOf(language).signs;
  const separator = decimal === ',' ? ';' : ',';
  const shown = (value: Value): Value => {
    if (typeof value === 'string') return excelSafe(value, separator);
    return typeof value === 'number' ? String(value).replace('.', decimal) : value;
  };
  const lines = [
    columns.map(({ label }) => excelSafe(label, separator)),
    ...rows.map((row) => row.map(shown)),
  ];
  return BYTE_ORDER_MARK + csv(lines, separator);
};

export const drawCsv = ({ sections, language }: ReportModel): Buffer => {
  const files: Zippable = {};
  for (const table of sections.flatMap(({ tables }) => tables)) {
    files[`${table.name}.csv`] = strToU8(machineCsv(table));
    files[`excel/${table.name}.csv`] = strToU8(excelCsv(table, language));
  }
  return Buffer.from(zipSync(files, { mtime: MODIFIED, level: 6 }));
};
