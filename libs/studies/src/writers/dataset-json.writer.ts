/** Writes CDISC Dataset-JSON 1.1 in its three forms. */
import { deflateSync } from 'node:zlib';
import type { Table } from './table.ts';

const KEYS = ['STUDYID', 'USUBJID'];

const lengthOf = ({ rows }: Table, index: number): number =>
  rows.reduce((longest, row) => Math.max(longest, String(row[index] ?? '').length), 1);

/** In the order of attributes that the standard advises, which lets readers stream. */
const metadataOf = (table: Table) => ({
  datasetJSONCreationDateTime: table.createdAt,
  datasetJSONVersion: '1.1.0',
  itemGroupOID: `IG.${table.name}`,
  records: table.rows.length,
  name: table.name,
  label: table.label,
  columns: table.columns.map(({ name, label, dataType }, index) => ({
    itemOID: `IT.${table.name}.${name}`,
    name,
    label,
    dataType,
    ...(dataType === 'string' ? { length: lengthOf(table, index) } : {}),
    ...(KEYS.includes(name) ? { keySequence: KEYS.indexOf(name) + 1 } : {}),
  })),
});

export const writeJson = (table: Table): Buffer =>
  Buffer.from(JSON.stringify({ ...metadataOf(table), rows: table.rows }));

export const writeNdjson = (table: Table): Buffer =>
  Buffer.from([metadataOf(table), ...table.rows].map((line) => `${JSON.stringify(line)}\n`).join(''));

export const writeDsjc = (table: Table): Buffer => deflateSync(writeNdjson(table), { level: 9 });
