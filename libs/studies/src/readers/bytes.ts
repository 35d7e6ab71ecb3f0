/** From a file's bytes to text and lines, chunk by chunk; what is broken is said in the file's name. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createUnzip } from 'node:zlib';
import { notADataset } from './dataset.ts';

type Bytes = AsyncIterable<Uint8Array>;

/** A line longer than this is no row: it is a file of another kind that would fill the memory. */
export const MAX_PIECE = 16 * 1024 * 1024;

export const fileBytes = (path: string): Bytes => createReadStream(path);

/** A system error's code. Errors of Node's own realm are no `instanceof Error` under jest. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/**
 * The standard says zlib; files that CDISC itself published are gzip, so both are taken.
 * @throws RoundsError NOT_A_DATASET when the file is not one whole stream.
 */
export async function* inflated(path: string, file: string): Bytes {
  const unzipped = pipeline(createReadStream(path), createUnzip(), () => {
    // The error reaches the loop below.
  });
  try {
    for await (const chunk of unzipped as Bytes) yield chunk;
  } catch (error) {
    if (!codeOf(error).startsWith('Z_')) throw error;
    throw notADataset(file, `it must be one whole zlib stream (${(error as Error).message})`, error);
  }
}

/** @throws RoundsError NOT_A_DATASET when the bytes are not UTF-8: replacing them would change the data silently. */
export async function* utf8(bytes: Bytes, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      throw notADataset(file, 'it must be UTF-8 text', error);
    }
  };
  for await (const chunk of bytes) yield decode(chunk);
  yield decode();
}

/**
 * Lines without their end, those of a chunk at once: a step of a generator for each line would cost as much as reading
 * it. The last one also comes when nothing ends it.
 */
export async function* lines(chunks: AsyncIterable<string>, file: string): AsyncGenerator<readonly string[]> {
  let rest = '';
  let number = 1;
  for await (const chunk of chunks) {
    const whole = (rest + chunk).split('\n');
    rest = whole.pop() ?? '';
    number += whole.length;
    if (rest.length > MAX_PIECE) throw notADataset(file, `line ${number} must be one row, not so long`);
    yield whole;
  }
  if (rest !== '') yield [rest];
}
