/** Writes SAS transport version 5; the layout is that of readers/xpt-layout.ts. */
import { RoundsError } from '@rounds/contracts/errors';
import { asTold } from '@rounds/contracts/rules';
import { writeIbmFloat } from '../readers/ibm-float.ts';
import { HEADERS, NAMESTR, RECORD } from '../readers/xpt-layout.ts';
import type { Table } from './table.ts';

interface Variable {
  readonly name: string;
  readonly label: string;
  readonly numeric: boolean;
  readonly length: number;
  readonly position: number;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const NUMERIC_TYPES = new Set(['integer', 'float', 'double', 'decimal']);

const tooWide = (field: string, rule: string): RoundsError =>
  new RoundsError('INVALID_INPUT', `${field} does not fit into SAS transport version 5: ${rule}.`, {
    fields: [asTold(field, rule)],
  });

const padded = (text: string, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes, ' ');
  buffer.write(text, 0, bytes);
  return buffer;
};

/** Blanks up to the next whole record. */
const filled = (parts: readonly Buffer[]): Buffer => {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([...parts, Buffer.alloc((RECORD - (size % RECORD)) % RECORD, ' ')]);
};

/** `2026-11-22T08:30:00` as `22NOV26:08:30:00`. */
const sasMoment = (moment: string): string => {
  const [date = '', time = ''] = moment.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}${MONTHS[Number(month) - 1] ?? ''}${year.slice(2)}:${time}`;
};

const widest = ({ rows }: Table, index: number): number =>
  rows.reduce((bytes, row) => Math.max(bytes, Buffer.byteLength(String(row[index] ?? ''))), 1);

const variablesOf = (table: Table): Variable[] => {
  let position = 0;
  return table.columns.map(({ name, label, dataType }, index) => {
    const numeric = NUMERIC_TYPES.has(dataType);
    const length = numeric ? 8 : widest(table, index);
    if (name.length > 8) throw tooWide(name, 'a name has at most 8 characters');
    if (length > 200) throw tooWide(name, 'a text has at most 200 bytes');
    const variable = { name, label, numeric, length, position };
    position += length;
    return variable;
  });
};

const namestr = ({ name, label, numeric, length, position }: Variable, index: number): Buffer => {
  const record = Buffer.alloc(NAMESTR);
  record.writeInt16BE(numeric ? 1 : 2, 0);
  record.writeInt16BE(length, 4);
  record.writeInt16BE(index + 1, 6);
  padded(name, 8).copy(record, 8);
  padded(label, 40).copy(record, 16);
  // No format and no informat: eight blanks each.
  record.fill(' ', 56, 64);
  record.fill(' ', 72, 80);
  record.writeInt32BE(position, 84);
  return record;
};

const headersOf = (table: Table, variables: readonly Variable[]): Buffer => {
  const moment = sasMoment(table.createdAt);
  const sas = padded('9.4', 8).toString() + padded('ROUNDS', 8).toString() + ' '.repeat(24) + moment;
  const zeros = '0'.repeat(30);
  const lines = [
    HEADERS.library + zeros,
    `SAS     SAS     SASLIB  ${sas}`,
    moment,
    `${HEADERS.member}000000000000000001600000000${NAMESTR}`,
    HEADERS.descriptor + zeros,
    `SAS     ${table.name.padEnd(8)}SASDATA ${sas}`,
    moment.padEnd(32) + table.label.slice(0, 40),
    `${HEADERS.namestr}000000${String(variables.length).padStart(4, '0')}00000000000000000000`,
  ];
  return Buffer.concat(lines.map((line) => padded(line, RECORD)));
};

const rowBytes = (row: Table['rows'][number], variables: readonly Variable[], field: string): Buffer => {
  const size = variables.reduce((sum, { length }) => sum + length, 0);
  const bytes = Buffer.alloc(size, ' ');
  variables.forEach(({ name, numeric, length, position }, index) => {
    const value = row[index] ?? null;
    if (!numeric) bytes.write(String(value ?? ''), position, length);
    else if (value === null || typeof value === 'number') writeIbmFloat(value, bytes, position);
    else throw tooWide(`${field}.${name}`, 'the column is declared a number');
  });
  return bytes;
};

/** @throws RoundsError INVALID_INPUT when a name has more than 8 characters or a text more than 200 bytes. */
export const writeXpt = (table: Table): Buffer => {
  const variables = variablesOf(table);
  return Buffer.concat([
    headersOf(table, variables),
    filled(variables.map(namestr)),
    padded(HEADERS.observations + '0'.repeat(30), RECORD),
    filled(table.rows.map((row, index) => rowBytes(row, variables, `rows[${index}]`))),
  ]);
};
