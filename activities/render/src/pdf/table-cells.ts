/** What stands where in a table of the page: columns set below others and columns in brackets have no place of their own. */
import { valueText, type Column, type Table, type Value } from '@rounds/report-types/model/table';

interface Indexed {
  readonly column: Column;
  readonly index: number;
}

/** One column of the page: a column of the table and those set below it. */
export interface Place extends Indexed {
  readonly below: readonly Indexed[];
}

/** Columns in brackets stand right after the one that they belong to. */
export const placesOf = ({ columns }: Table): Place[] => {
  const indexed = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !column.filesOnly);
  return indexed
    .filter(({ column }) => column.below === undefined)
    .map((own) => ({ ...own, below: indexed.filter(({ column }) => column.below === own.column.key) }));
};

export const isFigure = ({ type }: Column): boolean => type === 'number' || type === 'percent';

export const bracketed = ({ after }: Column, text: string): string =>
  after === undefined ? text : `(${text})`;

export interface Cell {
  readonly value: Value;
  readonly main: string;
  /** In smaller type. */
  readonly below: readonly string[];
}

export const cellOf = ({ column, index, below }: Place, row: readonly Value[]): Cell => {
  const value = row[index] ?? null;
  return {
    value,
    main: value === null && column.after !== undefined ? '' : bracketed(column, valueText(column, value)),
    below: below
      .map((under) => ({ under, text: row[under.index] ?? '' }))
      .filter(({ text }) => text !== '')
      .map(({ under, text }) => valueText(under.column, text)),
  };
};
