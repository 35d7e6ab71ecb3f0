/** SAS transport version 5 (`.xpt`): one dataset a file, as CDISC and the regulators ask for. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { rowReader } from './cells.ts';
import { checkColumns, notADataset, type Dataset, type DatasetColumn, type SourceRow } from './dataset.ts';
import { readIbmFloat } from './ibm-float.ts';
import { readLayout, RECORD, type XptLayout, type XptVariable } from './xpt-layout.ts';

const NEXT_MEMBER = Buffer.from('HEADER RECORD*******', 'latin1');
/** A multiple of the record, so that no record's start is split between two chunks. */
const CHUNK = 1024 * RECORD;
const NOT_ASCII = /[^\0-\x7f]/;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes 80 to 9F of code page 1252, which Node's own decoder takes for Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (latin1: string): string =>
  latin1.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign);

/** The format says ASCII; what writers put beyond it is UTF-8 or, from SAS on Windows, code page 1252. */
const characters = (bytes: Buffer): string => {
  const latin1 = bytes.toString('latin1').replace(/[ \0]+$/, '');
  if (!NOT_ASCII.test(latin1)) return latin1;
  try {
    return utf8.decode(bytes.subarray(0, latin1.length));
  } catch {
    return windows1252(latin1);
  }
};

const cell = (row: Buffer, { numeric, position, length }: XptVariable): string | number | null =>
  numeric ? readIbmFloat(row, position, length) : characters(row.subarray(position, position + length));

const isPadding = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0x20 || byte === 0);

/**
 * The format has no count of rows: blanks fill the last record, and rows shorter than that look like more of
 * them. A blank row is one only if without it the last record would be superfluous.
 */
const leastRows = ({ dataBytes, rowBytes }: XptLayout): number =>
  dataBytes === 0 ? 0 : Math.floor((dataBytes - RECORD) / rowBytes) + 1;

/** The data in whole rows, after a look at each record's start for a second dataset. */
async function* wholeRows(path: string, { dataStart, rowBytes }: XptLayout): AsyncGenerator<Buffer> {
  const file = basename(path);
  const chunks = createReadStream(path, { start: dataStart, highWaterMark: CHUNK });
  let rest = Buffer.alloc(0);
  let read = 0;
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    const data = Buffer.concat([rest, chunk]);
    const from = read - rest.length;
    for (let at = (RECORD - (from % RECORD)) % RECORD; at + NEXT_MEMBER.length <= data.length; at += RECORD) {
      if (data[at] === NEXT_MEMBER[0] && data.subarray(at, at + NEXT_MEMBER.length).equals(NEXT_MEMBER))
        throw notADataset(file, 'it holds more than one dataset; export one a file');
    }
    read += chunk.length;
    const whole = data.length - (data.length % rowBytes);
    for (let at = 0; at < whole; at += rowBytes) yield data.subarray(at, at + rowBytes);
    rest = data.subarray(whole);
  }
  if (rest.length >= RECORD || !isPadding(rest)) throw notADataset(file, 'it ends in the middle of a row');
}

async function* rowsOf(
  path: string,
  layout: XptLayout,
  columns: readonly DatasetColumn[],
): AsyncGenerator<SourceRow> {
  const least = leastRows(layout);
  const read = rowReader(columns);
  const empty = { values: {}, faults: [] };
  let row = 0;
  let blank = 0;
  for await (const bytes of wholeRows(path, layout)) {
    if (isPadding(bytes)) {
      blank += 1;
      continue;
    }
    for (; blank > 0; blank -= 1) yield { row: (row += 1), ...empty };
    const cells = layout.variables.map((variable) => cell(bytes, variable));
    yield read((row += 1), cells);
  }
  while (row < least) yield { row: (row += 1), ...empty };
}

export const openXpt = async (path: string): Promise<Dataset> => {
  const file = basename(path);
  const layout = await readLayout(path);
  if (layout.dataBytes % RECORD !== 0)
    throw notADataset(file, `its size must be a multiple of ${RECORD} bytes: it is cut off or not padded`);
  const columns = checkColumns(
    file,
    layout.variables.map(({ name, label, numeric }) => ({
      name,
      label,
      dataType: numeric ? ('double' as const) : ('string' as const),
    })),
  );
  const { name, label } = layout;
  return { file, path, name, label, columns, rows: () => rowsOf(path, layout, columns) };
};
