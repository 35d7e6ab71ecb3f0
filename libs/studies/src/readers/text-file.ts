/** A text file whose encoding is detected, or given: once for the whole file. */
import { open } from 'node:fs/promises';
import { fileBytes, MAX_PIECE } from './bytes.ts';
import type { FileWarning } from '@rounds/contracts/collections';
import { notADataset } from './dataset.ts';
import { EncodingSurvey, type FileText } from './encoding.ts';

export interface TextFile {
  /** From the beginning, at each call. @throws RoundsError NOT_A_DATASET for a line that is no text. */
  readonly text: () => AsyncIterable<string>;
  readonly warnings: readonly FileWarning[];
}

const NOT_ASCII = /[^\0-\x7f]/;
const NEW_LINE = 0x0a;
/** A line can be of any length: no cell of it was cut. */
const ANY_WIDTH = Infinity;

/** With their ends. In every encoding that is read so, the byte of a line's end is nothing else. */
async function* byteLines(path: string, file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of fileBytes(path)) {
    const data = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = data.indexOf(NEW_LINE); end >= 0; end = data.indexOf(NEW_LINE, start)) {
      yield data.subarray(start, end + 1);
      start = end + 1;
    }
    rest = data.subarray(start);
    if (rest.length > MAX_PIECE) throw notADataset(file, 'a line must be one row, not so long');
  }
  if (rest.length > 0) yield rest;
}

async function* wideText(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of fileBytes(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* lineText(path: string, file: string, { decode }: FileText): AsyncGenerator<string> {
  let number = 0;
  for await (const bytes of byteLines(path, file)) {
    number += 1;
    const latin1 = bytes.toString('latin1');
    const text = NOT_ASCII.test(latin1) ? decode(bytes, ANY_WIDTH) : latin1;
    if (text === undefined) throw notADataset(file, `line ${number} must be text`);
    yield number === 1 ? text.replace(/^\uFEFF/, '') : text;
  }
}

const MARKS: readonly (readonly [hex: string, encoding: string])[] = [
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/** What spreadsheets call Unicode text says so by its first two bytes. */
const wideEncodingOf = async (path: string): Promise<string | undefined> => {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const start = buffer.toString('hex', 0, bytesRead);
    return MARKS.find(([mark]) => mark === start)?.[1];
  } finally {
    await handle.close();
  }
};

/** @param declared decides, whatever the file looks like. */
export const openText = async (path: string, file: string, declared?: string): Promise<TextFile> => {
  const wide = declared === undefined ? await wideEncodingOf(path) : undefined;
  if (wide !== undefined) return { text: () => wideText(path, wide), warnings: [] };
  const survey = new EncodingSurvey();
  for await (const line of byteLines(path, file))
    if (NOT_ASCII.test(line.toString('latin1'))) survey.look(line, ANY_WIDTH);
  const decided = survey.decide(declared);
  return { text: () => lineText(path, file, decided), warnings: decided.warnings };
};
