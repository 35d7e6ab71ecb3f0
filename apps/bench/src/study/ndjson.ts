/** Dataset-JSON written row by row: millions do not fit into memory. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SdtmRow } from '@rounds/contracts/received';

export type Rows = Generator<SdtmRow>;

/** Written at once: a line each would be as many promises. */
const LINES = 1_000;

const headOf = (name: string, records: number, first: SdtmRow) => ({
  datasetJSONCreationDateTime: '2026-01-01T00:00:00',
  datasetJSONVersion: '1.1.0',
  itemGroupOID: `IG.${name}`,
  ...{ records, name, label: name },
  columns: Object.entries(first).map(([column, value]) => ({
    itemOID: `IT.${name}.${column}`,
    ...{ name: column, label: column, dataType: typeof value === 'number' ? 'float' : 'string' },
  })),
});

function* textOf(name: string, rowsOf: () => Rows): Generator<string> {
  let records = 0;
  let first: SdtmRow = {};
  for (const row of rowsOf()) if (records++ === 0) first = row;
  let lines = [JSON.stringify(headOf(name, records, first))];
  for (const row of rowsOf()) {
    lines.push(JSON.stringify(Object.values(row)));
    if (lines.length < LINES) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  yield lines.join('\n');
}

/**
 * Writes `<folder>/<name in lower case>.ndjson`.
 *
 * @param rowsOf is asked twice; every row has the variables of the first one, in their order
 */
export const writeNdjson = (folder: string, name: string, rowsOf: () => Rows): Promise<void> =>
  pipeline(
    Readable.from(textOf(name, rowsOf)),
    createWriteStream(join(folder, `${name.toLowerCase()}.ndjson`)),
  );
