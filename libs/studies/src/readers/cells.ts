/** One row of cells to one row of variables: the same result whatever format the cells came in. */
import type { CellFault, SdtmValue } from '@rounds/contracts/received';
import type { FieldFault } from '@rounds/contracts/rules';
import { parseNumber } from '@rounds/contracts/number-text';
import type { DatasetColumn, DataType, SourceRow } from './dataset.ts';
import { PLAIN_RULES, type ReadingRules } from './reading-rules.ts';

interface Fault {
  readonly code: CellFault['code'];
}

/** A value, `undefined` for an empty cell, or why the cell cannot be read. */
type Checked = SdtmValue | undefined | Fault;

const NOT_A_NUMBER: Fault = { code: 'not-a-number' };
const NOT_A_DATE: Fault = { code: 'not-a-date' };
const NOT_TEXT: Fault = { code: 'not-text' };

/** What a cell would have to be, for whoever sends a better one. */
export const CELL_RULES: Readonly<Record<CellFault['code'], string>> = {
  'not-a-number': 'must be a decimal number',
  'not-a-date': 'must be an ISO 8601 date, perhaps partial, like 2013-08-21 or 2013-08',
  'not-text': 'must be text, without NUL characters',
};

const NUMERIC_TYPES: readonly DataType[] = ['integer', 'float', 'double', 'decimal'];

/** Numbers by their definition in SDTM, also where a file declares their column as text. */
const NUMERIC_VARIABLE = /^(?:[A-Z]{2}(?:STRESN|STNRLO|STNRHI)|AGE)$/;

export const isDateVariable = (name: string): boolean => name.endsWith('DTC');

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
const precise = (value: number): number => {
  if (Number.isInteger(value)) return value;
  // Nine digits before and six after the point are 15: such a number is as it should be, and most are such.
  if (Math.abs(value) < 1e9 && Math.round(value * 1e6) / 1e6 === value) return value;
  return Number(value.toPrecision(15));
};

type Check = (value: unknown) => Checked;

/** Numbers, also as text; writers of R and SAS leave an empty text where one is missing. */
const checkNumber =
  ({ decimalSign }: ReadingRules): Check =>
  (value) => {
    // JSON has no infinity, but 1e400 is read as one.
    if (typeof value === 'number') return Number.isFinite(value) ? precise(value) : NOT_A_NUMBER;
    if (typeof value !== 'string') return NOT_A_NUMBER;
    if (value.trim() === '') return undefined;
    const number = parseNumber(value, decimalSign);
    return number === null ? NOT_A_NUMBER : precise(number);
  };

/** Programs make numbers of codes: 701 is a site as well as '701'. */
const checkText: Check = (value) => {
  if (typeof value === 'number') return String(value);
  return typeof value !== 'string' || value.includes('\0') ? NOT_TEXT : trimmed(value);
};

/** A number here counts days or seconds from a moment that nobody named. */
const checkDate: Check = (value) => {
  if (typeof value !== 'string') return NOT_A_DATE;
  const text = value.trim();
  return text === '' ? undefined : text;
};

/** SDTM has flags in place of booleans, so a boolean becomes one. */
const checkBoolean: Check = (value) => {
  if (typeof value !== 'boolean') return NOT_TEXT;
  return value ? 'Y' : 'N';
};

const checkOf = ({ name, dataType }: DatasetColumn, rules: ReadingRules): Check => {
  if (isDateVariable(name)) return checkDate;
  if (NUMERIC_TYPES.includes(dataType) || NUMERIC_VARIABLE.test(name)) return checkNumber(rules);
  return dataType === 'boolean' ? checkBoolean : checkText;
};

/** Codes of the study's own stand for an empty cell. */
const orMissing = (check: Check, { missing }: ReadingRules): Check => {
  if (missing.size === 0) return check;
  return (value) =>
    (typeof value === 'string' || typeof value === 'number') && missing.has(String(value).trim())
      ? undefined
      : check(value);
};

const wrongLength = (cells: readonly unknown[], columns: readonly DatasetColumn[]): FieldFault[] =>
  cells.length === columns.length
    ? []
    : [{ field: 'row', rule: `must hold ${columns.length} values, one a column, not ${cells.length}` }];

/**
 * @returns a function from a row's number and cells to the row. Its variables are in the order of their names,
 * whatever the order of the columns: so its JSON is canonical as it stands, and equal rows have equal hashes.
 * @param only variables to read; absent: all
 */
export const rowReader = (
  columns: readonly DatasetColumn[],
  rules: ReadingRules = PLAIN_RULES,
  only?: ReadonlySet<string>,
): ((row: number, cells: readonly unknown[]) => SourceRow) => {
  const sorted = columns
    .map((column, index) => ({ name: column.name, check: orMissing(checkOf(column, rules), rules), index }))
    .filter(({ name }) => only?.has(name) ?? true)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return (row, cells) => {
    const values: Record<string, SdtmValue> = {};
    const unread: CellFault[] = [];
    for (const { name, check, index } of sorted) {
      const value = cells[index];
      const checked = value === null || value === undefined ? undefined : check(value);
      if (typeof checked === 'object') unread.push({ variable: name, code: checked.code });
      else if (checked !== undefined) values[name] = checked;
    }
    return { row, values, unread, faults: wrongLength(cells, columns) };
  };
};
