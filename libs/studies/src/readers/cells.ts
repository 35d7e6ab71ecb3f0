/** One row of cells to one row of variables: the same result whatever format the cells came in. */
import type { SdtmValue } from '@rounds/contracts/collections';
import type { FieldFault } from '@rounds/contracts/errors';
import type { DatasetColumn, DataType, SourceRow } from './dataset.ts';

/** A value, `undefined` for an empty cell, or the rule that the cell breaks. */
type Checked = SdtmValue | undefined | { readonly rule: string };

const isNumeric = (type: DataType): boolean => type === 'integer' || type === 'float' || type === 'double';

/** Blanks at the end carry no meaning in SAS, and transport files pad with them. */
const trimmed = (text: string): string | undefined => {
  const bare = text.endsWith(' ') ? text.replace(/ +$/, '') : text;
  return bare === '' ? undefined : bare;
};

/**
 * 15 significant digits, which is what a double guarantees of a decimal: each decimal of that length comes back
 * unchanged. SAS's arithmetic leaves 4.699999999999999 where a laboratory sent 4.7, puts that into transport
 * files and 4.7 into JSON; without this the same data would differ from format to format.
 */
const precise = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** Decimals travel as text, perhaps with commas between thousands. */
const decimal = (text: string): Checked => {
  const bare = trimmed(text)?.replaceAll(',', '');
  if (bare === undefined) return undefined;
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(bare)
    ? precise(Number(bare))
    : { rule: 'must be a decimal number' };
};

const checkText = (value: unknown, type: DataType): Checked => {
  if (typeof value !== 'string') return { rule: `must be text: the column is declared ${type}` };
  if (value.includes('\0')) return { rule: 'must not hold a NUL character' };
  return type === 'decimal' ? decimal(value) : trimmed(value);
};

/** SDTM has flags in place of booleans, so a boolean becomes one. */
const checkBoolean = (value: unknown): Checked => {
  if (typeof value !== 'boolean') return { rule: 'must be true or false' };
  return value ? 'Y' : 'N';
};

/** Writers of R and SAS leave an empty text where a number is missing. */
const checkNumber = (value: unknown, type: DataType): Checked => {
  if (value === '') return undefined;
  return typeof value === 'number'
    ? precise(value)
    : { rule: `must be a number: the column is declared ${type}` };
};

const check = (value: unknown, type: DataType): Checked => {
  if (value === null || value === undefined) return undefined;
  if (isNumeric(type)) return checkNumber(value, type);
  return type === 'boolean' ? checkBoolean(value) : checkText(value, type);
};

const wrongLength = (cells: readonly unknown[], columns: readonly DatasetColumn[]): FieldFault[] =>
  cells.length === columns.length
    ? []
    : [{ field: 'row', rule: `must hold ${columns.length} values, one a column, not ${cells.length}` }];

/**
 * @returns a function from a row's number and cells to the row. Its variables are in the order of their names,
 * whatever the order of the columns: so its JSON is canonical as it stands, and equal rows have equal hashes.
 */
export const rowReader = (
  columns: readonly DatasetColumn[],
): ((row: number, cells: readonly unknown[]) => SourceRow) => {
  const sorted = columns
    .map(({ name, dataType }, index) => ({ name, dataType, index }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return (row, cells) => {
    const values: Record<string, SdtmValue> = {};
    const faults = wrongLength(cells, columns);
    for (const { name, dataType, index } of sorted) {
      const checked = check(cells[index], dataType);
      if (typeof checked === 'object') faults.push({ field: name, rule: checked.rule });
      else if (checked !== undefined) values[name] = checked;
    }
    return { row, values, faults };
  };
};
