/** SAS transport version 5 (`.xpt`): one dataset a file, as CDISC and the regulators ask for. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { rowReader } from './cells.ts';
import { checkColumns, notADataset, type Dataset, type DatasetColumn, type SourceRow } from './dataset.ts';
import { EncodingSurvey, type FileText } from './encoding.ts';
import { readIbmFloat } from './ibm-float.ts';
import { PLAIN_RULES, type ReadingRules } from './reading-rules.ts';
import { readLayout, RECORD, type XptLayout, type XptVariable } from './xpt-layout.ts';

const NEXT_MEMBER = Buffer.from('HEADER RECORD*******', 'latin1');
/** A multiple of the record, so that no record's start is split between two chunks. */
const CHUNK = 1024 * RECORD;

const BLANK = 0x20;

/** Without the blanks and NULs that pad it; a view of the row. */
const bare = (row: Buffer, { position, length }: XptVariable): Buffer => {
  let end = position + length;
  while (end > position && (row[end - 1] === BLANK || row[end - 1] === 0)) end -= 1;
  return row.subarray(position, end);
};

const NOT_ASCII = /[^\0-\x7f]/;

/** What is no text of the file's encoding is nothing that the rules of a cell know. */
const NO_TEXT = Symbol('no text');

const cell = (row: Buffer, variable: XptVariable, { decode }: FileText): unknown => {
  const { numeric, position, length } = variable;
  if (numeric) return readIbmFloat(row, position, length);
  const bytes = bare(row, variable);
  const latin1 = bytes.toString('latin1');
  return NOT_ASCII.test(latin1) ? (decode(bytes, length) ?? NO_TEXT) : latin1;
};

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
  { columns, text, rules }: { columns: readonly DatasetColumn[]; text: FileText; rules: ReadingRules },
  only?: ReadonlySet<string>,
): AsyncGenerator<SourceRow> {
  const least = leastRows(layout);
  const read = rowReader(columns, rules, only);
  const empty = { values: {}, unread: [], faults: [] };
  let row = 0;
  let blank = 0;
  for await (const bytes of wholeRows(path, layout)) {
    if (isPadding(bytes)) {
      blank += 1;
      continue;
    }
    for (; blank > 0; blank -= 1) yield { row: (row += 1), ...empty };
    const cells = layout.variables.map((variable) =>
      (only?.has(variable.name) ?? true) ? cell(bytes, variable, text) : null,
    );
    yield read((row += 1), cells);
  }
  while (row < least) yield { row: (row += 1), ...empty };
}

/** The format says ASCII; what stands beyond it is decided over the whole file. */
const readText = async (path: string, layout: XptLayout, declared?: string): Promise<FileText> => {
  const survey = new EncodingSurvey();
  const texts = layout.variables.filter(({ numeric }) => !numeric);
  for await (const row of wholeRows(path, layout))
    for (const variable of texts) {
      const bytes = bare(row, variable);
      if (NOT_ASCII.test(bytes.toString('latin1'))) survey.look(bytes, variable.length);
    }
  return survey.decide(declared);
};

export const openXpt = async (path: string, rules: ReadingRules = PLAIN_RULES): Promise<Dataset> => {
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
  const text = await readText(path, layout, rules.encoding);
  const { warnings } = text;
  const rows = (only?: ReadonlySet<string>) => rowsOf(path, layout, { columns, text, rules }, only);
  return { file, path, name, label, columns, warnings, rows };
};
