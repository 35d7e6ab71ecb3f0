/** A stored ZIP of CSV against the model: each table is there twice, whole, cell by cell. */
import type { Finding } from '@rounds/contracts/gate';
import type { Language } from '@rounds/contracts/language';
import type { ReportModel } from '@rounds/report-types/model/report-model';
import type { Table, Value } from '@rounds/report-types/model/table';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { counted } from './findings.ts';

const asMachines = (value: Value): string => {
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  return String(value ?? '');
};

/** Apostrophes stop formulas where people open the file; which, is proven where they are put. */
const asPeople = (text: string): string => text.replaceAll("'", '');

/** How the cells of a file are parted, which of a column's names is its head, and what a cell holds. */
interface Variant {
  readonly delimiter: ',' | ';';
  readonly head: 'key' | 'label';
  readonly cell: (value: Value) => string;
  /** What of a text is compared. */
  readonly of: (text: string) => string;
}

const FOR_MACHINES: Variant = { delimiter: ',', head: 'key', cell: asMachines, of: (text) => text };

/** Programs of readers who write `1,5` part a list of figures at semicolons. */
const forPeople = (language: Language): Variant => {
  const isComma = new Intl.NumberFormat(language).format(1.5).includes(',');
  return {
    delimiter: isComma ? ';' : ',',
    head: 'label',
    cell: (value) =>
      typeof value === 'number' && isComma ? asMachines(value).replace('.', ',') : asMachines(value),
    of: asPeople,
  };
};

interface Reading {
  readonly lines: number;
  readonly wrong: number;
}

/** Line by line: a table may be longer than memory has room for twice. */
const readLines = (
  csv: Uint8Array,
  delimiter: string,
  isLine: (cells: readonly string[], index: number) => boolean,
): Reading => {
  let [lines, wrong] = [0, 0];
  parse(Buffer.from(csv), {
    bom: true,
    delimiter,
    relax_column_count: true,
    on_record: (cells: string[]) => {
      if (!isLine(cells, lines)) wrong += 1;
      lines += 1;
      return null;
    },
  });
  return { lines, wrong };
};

const equal = (
  cells: readonly string[],
  expected: readonly string[],
  of: (text: string) => string,
): boolean =>
  cells.length === expected.length && cells.every((cell, index) => of(cell) === of(expected[index] ?? ''));

const variantFindings = (
  where: string,
  csv: Uint8Array | undefined,
  { columns, rows }: Table,
  { delimiter, head, cell, of }: Variant,
): Finding[] => {
  if (csv === undefined) return [{ check: 'files', where, code: 'not-in-zip' }];
  const { lines, wrong } = readLines(csv, delimiter, (cells, index) => {
    const expected = index === 0 ? columns.map((column) => column[head]) : rows[index - 1]?.map(cell);
    return expected !== undefined && equal(cells, expected, of);
  });
  const n = Math.max(0, lines - 1);
  if (n !== rows.length)
    return [{ check: 'files', where, code: 'rows-instead-of', values: { rows: n, expected: rows.length } }];
  return counted('files', where, wrong, 'lines-differ', 'lines');
};

/** @throws what the readers say of a file that is none */
export const inspectCsv = (bytes: Uint8Array, { sections, language }: ReportModel): Finding[] => {
  const files = unzipSync(bytes);
  const tables = sections.flatMap((section) => section.tables);
  const known = new Set(tables.flatMap(({ name }) => [`${name}.csv`, `excel/${name}.csv`]));
  const people = forPeople(language);
  const strange = Object.keys(files).filter((name) => !known.has(name)).length;
  return [
    ...tables.flatMap((table) => [
      ...variantFindings(`csv, ${table.name}.csv`, files[`${table.name}.csv`], table, FOR_MACHINES),
      ...variantFindings(`csv, excel/${table.name}.csv`, files[`excel/${table.name}.csv`], table, people),
    ]),
    ...counted('files', 'csv', strange, 'files-unexpected', 'files'),
  ];
};
