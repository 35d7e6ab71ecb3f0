/** What every reader gives: the columns of a dataset and its rows, one at a time, whatever the file's size. */
import { RoundsError } from '@rounds/contracts/errors';
import { asTold, type FieldFault } from '@rounds/contracts/rules';
import type { FileWarning } from '@rounds/contracts/collections';
import type { CellFault, SdtmRow } from '@rounds/contracts/received';

/** The logical types of Dataset-JSON 1.1. */
export const DATA_TYPES = [
  'string',
  'integer',
  'decimal',
  'float',
  'double',
  'boolean',
  'datetime',
  'date',
  'time',
  'URI',
] as const;
export type DataType = (typeof DATA_TYPES)[number];

export interface DatasetColumn {
  /** Variable, upper case. */
  readonly name: string;
  readonly label: string;
  readonly dataType: DataType;
}

export interface SourceRow {
  /** From 1 within the file. */
  readonly row: number;
  /** Filled variables only; numbers are numbers, text has no blanks at its end. */
  readonly values: SdtmRow;
  /** Cells that could not be read, by the names of their variables; they are missing from `values`. */
  readonly unread: readonly CellFault[];
  /** What is wrong with the row as a whole. */
  readonly faults: readonly FieldFault[];
}

export interface Dataset {
  /** Base name of the file. */
  readonly file: string;
  readonly path: string;
  /** Upper case, e.g. `AE`, `SUPPDM`, or `LBCH` for a part of a split LB. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly DatasetColumn[];
  /** By variable, what the file itself calls it, where that is something else. */
  readonly headings?: ReadonlyMap<string, string>;
  /** Of the file as a whole, known once it was opened. */
  readonly warnings: readonly FileWarning[];
  /**
   * Reads from the first row; may be called again.
   * @param only variables that the caller looks at: readers may leave the others out, which is faster
   * @throws RoundsError NOT_A_DATASET where the file is broken
   */
  rows(only?: ReadonlySet<string>): AsyncIterable<SourceRow>;
}

/** @param rule what the file breaks, as in `line 7 must be a JSON array`. */
export const notADataset = (file: string, rule: string, cause?: unknown): RoundsError =>
  new RoundsError('NOT_A_DATASET', `${file} is not a dataset that can be read: ${rule}.`, {
    fields: [asTold(file, rule)],
    cause,
  });

/** SAS names: they become keys of stored rows and columns of files, where other characters would do harm. */
const VARIABLE_NAME = /^[A-Z_][A-Z0-9_]{0,31}$/;

/** @throws RoundsError NOT_A_DATASET when names are missing, odd or twice there. */
export const checkColumns = (file: string, columns: readonly DatasetColumn[]): readonly DatasetColumn[] => {
  if (columns.length === 0) throw notADataset(file, 'columns must name at least one variable');
  const seen = new Set<string>();
  columns.forEach(({ name }, index) => {
    const column = `columns[${index}].name`;
    if (!VARIABLE_NAME.test(name)) throw notADataset(file, `${column} must be a SAS name like USUBJID`);
    if (seen.has(name)) throw notADataset(file, `${column} must be unique: ${name} is there twice`);
    seen.add(name);
  });
  return columns;
};
