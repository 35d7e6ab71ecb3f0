/** One file of a cut: gzipped lines of canonical JSON, so that equal rows give equal bytes. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { CutFile } from '@rounds/contracts/cut';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';

/** Lines that are handed to gzip at once: each hand-over costs more than a line. */
const LINES_AT_ONCE = 500;

interface Packed {
  readonly body: Buffer;
  readonly sha256: string;
  readonly rows: number;
}

/** Only the packed bytes are held: about a twentieth of the rows. Node's gzip writes no time into its header. */
const pack = async (lines: AsyncIterable<unknown>): Promise<Packed> => {
  const gzip = createGzip();
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(gzip, 'end');
  const hash = createHash('sha256');

  const write = async (text: string) => {
    hash.update(text);
    if (!gzip.write(text)) await once(gzip, 'drain');
  };

  let rows = 0;
  let waiting: string[] = [];
  for await (const line of lines) {
    rows += 1;
    waiting.push(`${canonicalJson(line)}\n`);
    if (waiting.length < LINES_AT_ONCE) continue;
    await write(waiting.join(''));
    waiting = [];
  }
  await write(waiting.join(''));
  gzip.end();
  await ended;
  return { body: Buffer.concat(chunks), sha256: hash.digest('hex'), rows };
};

export const storeCutFile = async (
  objects: ObjectStore,
  folder: string,
  name: string,
  lines: AsyncIterable<unknown>,
): Promise<CutFile> => {
  const { body, sha256, rows } = await pack(lines);
  const key = `${folder}${name}.${sha256}.ndjson.gz`;
  await objects.put(key, body, 'application/gzip');
  return { name, key, sha256, rows };
};
