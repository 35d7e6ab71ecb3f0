/**
 * CSV, for operational datasets alone (`training.csv`, `queries.csv`): learning and data capture systems export
 * nothing else. RFC 4180, with commas, semicolons or tabs; the first line names the columns. Columns of other
 * names are not read: what a report does not need, a person's address least of all, is not kept.
 */
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { isOperational, type OperationalDataset } from '@rounds/contracts/cut';
import type { FieldFault } from '@rounds/contracts/rules';
import { parse } from 'csv-parse';
import type { OperationalColumn } from '../operational/definition.ts';
import { OPERATIONAL } from '../operational/definitions.ts';
import { lines, MAX_PIECE } from './bytes.ts';
import { rowReader } from './cells.ts';
import { notADataset, type Dataset, type DatasetColumn, type SourceRow } from './dataset.ts';
import { PLAIN_RULES, type ReadingRules } from './reading-rules.ts';
import { openText, type TextFile } from './text-file.ts';

const datasetOf = (file: string): string => basename(file, extname(file)).toUpperCase();

export const isOperationalCsv = (file: string): boolean =>
  extname(file).toLowerCase() === '.csv' && isOperational(datasetOf(file));

const SEPARATORS = [',', ';', '\t'] as const;

/** The one that the first line has most of. */
const separatorOf = async (file: string, { text }: TextFile): Promise<string> => {
  for await (const [line] of lines(text(), file)) {
    if (line === undefined) continue;
    const counts = SEPARATORS.map((separator) => ({ separator, n: line.split(separator).length }));
    return counts.reduce((most, each) => (each.n > most.n ? each : most)).separator;
  }
  throw notADataset(file, 'it is empty');
};

const lineOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'lines' in error ? `line ${String(error.lines)}` : 'it';

/** Records of cells, the headings first; blank lines are left out. */
async function* recordsOf(file: string, separator: string, { text }: TextFile): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: separator,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: MAX_PIECE,
  });
  const source = Readable.from(text());
  source.on('error', (error) => parser.destroy(error));
  try {
    yield* source.pipe(parser) as AsyncIterable<string[]>;
  } catch (error) {
    // The parser's own message may quote what stands in the file.
    const isOfParser = typeof error === 'object' && error !== null && 'lines' in error;
    throw isOfParser ? notADataset(file, `${lineOf(error)} must be CSV as RFC 4180 has it`, error) : error;
  }
}

const bare = (heading: string): string => heading.toLowerCase().replace(/[\s_-]/g, '');

/** `learnerId`, `learner_id`, `Learner ID` and the variable's own name `LEARNID` are one heading. */
const columnNamed = (heading: string, columns: readonly OperationalColumn[]): OperationalColumn | undefined =>
  columns.find((column) => [column.heading, column.variable].map(bare).includes(bare(heading)));

interface Read extends OperationalColumn {
  readonly index: number;
  readonly written: string;
}

const datasetColumn = ({ variable, written, dataType }: Read): DatasetColumn => ({
  name: variable,
  label: written,
  dataType,
});

const readColumns = (
  file: string,
  name: OperationalDataset,
  headings: readonly string[],
): readonly Read[] => {
  const { columns } = OPERATIONAL[name];
  const read = headings.flatMap((written, index) => {
    const column = columnNamed(written, columns);
    return column === undefined ? [] : [{ ...column, index, written }];
  });
  const names = read.map(({ variable }) => variable);
  const missing = columns.filter(({ variable, required }) => required && !names.includes(variable));
  if (missing.length > 0)
    throw notADataset(file, `its first line must name ${missing.map(({ heading }) => heading).join(', ')}`);
  const twice = read.find(({ variable }, at) => names.indexOf(variable) !== at);
  if (twice !== undefined) throw notADataset(file, `its first line must name ${twice.heading} once`);
  if (headings.some((heading) => bare(heading) === 'timespent'))
    throw notADataset(file, 'timeSpent must say its unit: timeSpentMinutes or timeSpentSeconds');
  return read;
};

/** Spreadsheets write the decimal comma of their country, which elsewhere stands between thousands. */
const hasComma = (
  { dataType, index }: Read,
  cells: readonly string[],
  { decimalSign }: ReadingRules,
): boolean => decimalSign === '.' && dataType === 'decimal' && cells[index]?.includes(',') === true;

/** Databases export a blank where ISO 8601 has a T. */
const isoMoment = (cell: string): string => cell.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:\d{2})/, '$1T');

const rowOf = (columns: readonly Read[], width: number, rules: ReadingRules) => {
  const read = rowReader(columns.map(datasetColumn), rules);
  return (row: number, cells: readonly string[]): SourceRow => {
    const own = columns.map((column) =>
      hasComma(column, cells, rules) ? '' : isoMoment(cells[column.index] ?? ''),
    );
    const length: FieldFault[] =
      cells.length === width
        ? []
        : [{ field: 'row', rule: `must hold ${width} values, as the first line does` }];
    const commas = columns
      .filter((column) => hasComma(column, cells, rules))
      .map(({ variable }) => ({
        field: variable,
        rule: 'must be written with a decimal point, without commas',
      }));
    const source = read(row, own);
    return { ...source, faults: [...length, ...commas, ...source.faults] };
  };
};

/** Call only where `isOperationalCsv` holds. */
export const openCsv = async (path: string, rules: ReadingRules = PLAIN_RULES): Promise<Dataset> => {
  const file = basename(path);
  const name = datasetOf(file) as OperationalDataset;
  const source = await openText(path, file, rules.encoding);
  const separator = await separatorOf(file, source);
  const records = () => recordsOf(file, separator, source);
  let headings: readonly string[] = [];
  for await (const record of records()) {
    headings = record;
    break;
  }
  const columns = readColumns(file, name, headings);
  const { label, columns: all } = OPERATIONAL[name];
  const toRow = rowOf(columns, headings.length, rules);
  return {
    file,
    path,
    name,
    label,
    // Text in the file; what `rows` gives are numbers.
    columns: columns
      .map(datasetColumn)
      .map((column) => (column.dataType === 'decimal' ? { ...column, dataType: 'double' } : column)),
    headings: new Map([
      ...all.map(({ variable, heading }) => [variable, heading] as const),
      ...columns.map(({ variable, written }) => [variable, written] as const),
    ]),
    warnings: source.warnings,
    rows: async function* () {
      let row = -1;
      for await (const cells of records()) {
        row += 1;
        if (row > 0) yield toRow(row, cells);
      }
    },
  };
};
