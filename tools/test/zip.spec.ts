import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { unzipped } from '../servers/zip.mjs';
import { newFolder } from './support.ts';

const FILES = {
  'package/data/scripts/server': Buffer.concat([Buffer.alloc(300_000, 'ab'), randomBytes(70_000)]),
  'package/empty': Buffer.alloc(0),
  'package/Grüße.txt': Buffer.from('hello'),
};

const writeZip = async (bytes: Uint8Array) => {
  const file = join(await newFolder(), 'archive.zip');
  await writeFile(file, bytes);
  return file;
};

/** By hashes: comparing buffers of this size byte by byte takes jest seconds. */
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const EXPECTED = Object.entries(FILES).map(([name, bytes]) => [name, digest(bytes)]);

const readAll = async (file: string) =>
  (await unzipped(file, () => true)).map(([name, bytes]) => [name, digest(bytes)]);

describe('a zip archive', () => {
  it.each([
    ['deflated', 6],
    ['stored', 0],
  ] as const)('gives back what was %s', async (_, level) => {
    const file = await writeZip(zipSync(FILES, { level }));
    expect(await readAll(file)).toEqual(EXPECTED);
  });

  it('gives only what is asked for', async () => {
    const found = await unzipped(await writeZip(zipSync(FILES)), (name) => name.endsWith('.txt'));
    expect(found.map(([name]) => name)).toEqual(['package/Grüße.txt']);
  });

  it('is found before a comment', async () => {
    const bytes = Buffer.from(zipSync(FILES));
    bytes.writeUInt16LE(7, bytes.length - 2);
    const file = await writeZip(Buffer.concat([bytes, Buffer.from('comment')]));
    expect(await readAll(file)).toEqual(EXPECTED);
  });

  it.each([
    ['is no archive', Buffer.from('<html>Access denied</html>'), 'is not a zip archive'],
    ['is cut short', Buffer.from(zipSync(FILES)).subarray(0, 60_000), 'is not a zip archive'],
  ])('is refused when it %s', async (_, bytes, message) => {
    await expect(readAll(await writeZip(bytes))).rejects.toThrow(message);
  });

  it('fails on damaged content instead of giving less', async () => {
    const bytes = Buffer.from(zipSync(FILES, { level: 6 }));
    // Where the first file's stream begins: no block of deflate's is of that kind.
    const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
    bytes.fill(0xff, start, 5_000);
    const file = await writeZip(bytes);
    await expect(readAll(file)).rejects.toThrow();
  });
});
