/** A table, defined once and drawn by the PDF, the XLSX and the CSV alike, so that they cannot disagree. */
import type { Language } from '@rounds/contracts/language';
import { NONE, voiceOf, type Voice } from './words/voice.ts';

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
  /** On the page: in brackets right after the value of the column of this key, as in `n (%)`. */
  readonly after?: string;
  /** On the page: not shown; the files have it. */
  readonly filesOnly?: boolean;
  /** In which the page puts its values; absent: English. */
  readonly language?: Language;
}

export interface Table {
  /** Name of the CSV file and key of the sheet. */
  readonly name: string;
  /** Short, for the name of its sheet; the engine puts its number before it. */
  readonly sheet: string;
  /** Id of its section. */
  readonly section: string;
  readonly title: string;
  /** What is counted, and of what a percentage is one. */
  readonly note?: string;
  /** Said in place of a table without rows. */
  readonly empty: string;
  /** Its rows are rows of the study, one by one: in the XLSX it has a sheet of its own. */
  readonly listing?: true;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** Of its reader; absent: English. */
  readonly language?: Language;
  /** `files`: drawn otherwise on the page (typeset texts, images) or too long for it. */
  readonly shownIn?: 'files';
}

/** A column and where a row holds its value. */
export interface ColumnOf<Row> extends Column {
  readonly value: (row: Row) => Value;
}

type Options = Pick<Column, 'digits' | 'below' | 'after' | 'filesOnly'>;

interface MakeColumn {
  <Row>(key: string, label: string, value: (row: Row) => Value, options?: Options): ColumnOf<Row>;
  /** Of what the row holds under the key. */
  <Row>(key: keyof Row & string, label: string, options?: Options): ColumnOf<Row>;
}

const columnOf =
  (type: ColumnType): MakeColumn =>
  <Row>(key: string, label: string, given?: Options | ((row: Row) => Value), more: Options = {}) => {
    const [value, options] =
      typeof given === 'function'
        ? [given, more]
        : [(row: Row) => (row as Readonly<Record<string, Value>>)[key] ?? null, given];
    return { key, label, type, value, ...options };
  };

export const text = columnOf('text');
export const figure = columnOf('number');
const percentage = columnOf('percent');
/** In percent, beside the column of what it is a share of. */
export const share = <Row>(
  key: string,
  after: string,
  value: (row: Row) => number | null,
  { say }: Pick<Voice, 'say'>,
): ColumnOf<Row> => percentage(key, say('percent-sign'), value, { after });
export const date = columnOf('date');
export const yesNo = columnOf('yesNo');

export const tableOf = <Row>(
  head: Omit<Table, 'columns' | 'rows'>,
  source: readonly Row[],
  columns: readonly ColumnOf<Row>[],
): Table => ({ ...head, columns, rows: source.map((row) => columns.map(({ value }) => value(row))) });

/** The table as readers of that language get it; its labels are in it already. */
export const tableIn = (language: Language, table: Table): Table => ({
  ...table,
  language,
  columns: table.columns.map((column) => ({ ...column, language })),
});

/** The value as the page shows it, in the language of its column. */
export const valueText = ({ type, digits, language }: Column, value: Value): string => {
  if (value === null || value === '') return NONE;
  const voice = voiceOf(language);
  if (typeof value === 'boolean') return value ? voice.say('yes') : voice.say('no');
  if (typeof value === 'string') return type === 'date' ? voice.cellDay(value) : value;
  return type === 'percent' ? voice.percent(value) : voice.number(value, digits);
};
