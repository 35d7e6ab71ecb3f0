/** What stands in a cell of the XLSX, typed. */
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { Column, Value } from '@rounds/report-types/model/table';
import type { Style } from 'exceljs';
import { splitText, type PlannedColumn } from './sheet-plan.ts';

export type Cell = string | number | Date | null;

/** A partial date stays text: as a date it would be one that nobody wrote. So does one before Excel's days begin. */
const isWholeDay = (value: Value): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= '1900-03-01';

/** XML has no place for these. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;
/** Excel reads `_x0041_` as the character of this number: the text that looks so is marked. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Shown as U+FFFD what cannot be written: a sign that something stood there. */
export const cellText = (text: string): string =>
  text.replace(NOT_XML, '\uFFFD').replace(LOOKS_ESCAPED, '_x005F_');

/** 20.1 of 100 as a share; divided in decimal, for 0.201 and not 0.20100000000000001. */
const share = (percent: number): number => Number(`${String(percent)}e-2`);

/** A text outside of tables: what is more than a cell can hold goes on in the next of its row. */
export const cellsOf = (text: string, most: number): string[] => splitText(text, most).map(cellText);

const textOf = (value: string, part: number, most: number): string | null => {
  const piece = value.length > most ? splitText(value, most)[part] : part === 0 ? value : undefined;
  return piece === undefined || piece === '' ? null : cellText(piece);
};

/** @param most characters that a cell can hold */
export const cellOf = ({ column: { type }, part }: PlannedColumn, value: Value, most: number): Cell => {
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  if (type === 'date' && isWholeDay(value)) return new Date(`${value}T00:00:00Z`);
  if (typeof value === 'number') return type === 'percent' ? share(value) : value;
  return value === null ? null : textOf(value, part, most);
};

/** Undefined where the cell is as every other. */
export const formatOf = ({ type, digits, language }: Column): Partial<Style> | undefined => {
  if (type === 'date')
    return { numFmt: voiceOf(language).say('excel-day'), alignment: { horizontal: 'left' } };
  if (type === 'percent') return { numFmt: '0.0%' };
  return digits === undefined ? undefined : { numFmt: `0.${'0'.repeat(digits)}` };
};

export const headOf = ({ column: { label, type }, part }: PlannedColumn, percent: string): string => {
  const words = type === 'percent' ? percent : label;
  return cellText(part === 0 ? words : `${words} (${String(part + 1)})`);
};

const WIDEST = 60;
const NARROWEST = 7;
/** Rows that are looked at: the width of a hundred thousand is that of the first ones. */
const ROWS_MEASURED = 2_000;

/** In characters, as Excel counts. */
export const widthOf = ({ column, index }: PlannedColumn, rows: readonly (readonly Value[])[]): number => {
  if (column.type === 'date') return 12;
  let longest = column.label.length + 2;
  for (const row of rows.slice(0, ROWS_MEASURED))
    longest = Math.max(longest, String(row[index] ?? '').length);
  return Math.min(WIDEST, Math.max(longest + 1, NARROWEST));
};
