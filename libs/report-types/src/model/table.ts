/** A table, defined once and drawn by the PDF, the XLSX and the CSV alike, so that they cannot disagree. */
import { NONE, number, percentText } from './words/numbers.ts';

export type Value = string | number | boolean | null;

/** `percent` values are 0–100. `date` values are `YYYY-MM-DD`. */
export type ColumnType = 'text' | 'number' | 'percent' | 'date' | 'yesNo';

export interface Column {
  /** Name for programs: the dataset's own where there is one. */
  readonly key: string;
  readonly label: string;
  readonly type: ColumnType;
  /** Decimals that are always shown. */
  readonly digits?: number;
  /** On the page: in smaller type below the value of the column of this key. Files keep a column of its own. */
  readonly below?: string;
  /** On the page: in brackets close behind the value of the column of this key, as in `n (%)`. */
  readonly after?: string;
  /** On the page: not shown; the files have it. */
  readonly filesOnly?: boolean;
}

export interface Table {
  /** Name of the CSV file and key of the sheet. */
  readonly name: string;
  /** At most 31 characters: the limit of a sheet's name. */
  readonly sheet: string;
  /** Id of its section. */
  readonly section: string;
  readonly title: string;
  /** What is counted, and of what a percentage is one. */
  readonly note?: string;
  /** Said in place of a table without rows. */
  readonly empty: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** `files`: drawn otherwise on the page (typeset texts, images) or too long for it. */
  readonly shownIn?: 'files';
}

/** A column and where a row holds its value. */
export interface ColumnOf<Row> extends Column {
  readonly value: (row: Row) => Value;
}

type Options = Pick<Column, 'digits' | 'below' | 'after' | 'filesOnly'>;

const columnOf =
  (type: ColumnType) =>
  <Row>(key: string, label: string, value: (row: Row) => Value, options: Options = {}): ColumnOf<Row> => ({
    key,
    label,
    type,
    value,
    ...options,
  });

export const text = columnOf('text');
export const figure = columnOf('number');
export const percentage = columnOf('percent');
export const date = columnOf('date');
export const yesNo = columnOf('yesNo');

export const tableOf = <Row>(
  head: Omit<Table, 'columns' | 'rows'>,
  source: readonly Row[],
  columns: readonly ColumnOf<Row>[],
): Table => ({
  ...head,
  columns,
  rows: source.map((row) => columns.map(({ value }) => value(row))),
});

/** The value as the page shows it. */
export const valueText = ({ type, digits }: Column, value: Value): string => {
  if (value === null || value === '') return NONE;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return value;
  return type === 'percent' ? percentText(value) : number(value, digits);
};
