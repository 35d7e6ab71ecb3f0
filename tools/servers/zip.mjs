import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough, pipeline, Readable, Transform } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} method 0 stored, 8 deflated
 * @property {number} crc CRC-32 of its bytes
 * @property {number} compressedSize bytes
 * @property {number} size bytes
 * @property {number} offset of its local header
 */

/**
 * Lists a zip archive (APPNOTE 6.3; a Python wheel is one). Archives over 4 GB (zip64) are refused.
 *
 * @param {string} file
 * @returns {Promise<ZipEntry[]>}
 */
export async function listZip(file) {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, END_SIZE + MAX_COMMENT));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(signature(END_OF_DIRECTORY));
    if (end < 0) throw new Error(`${file} is not a zip archive.`);
    const count = tail.readUInt16LE(end + 10);
    const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
    const start = tail.readUInt32LE(end + 16);
    if (count === 0xffff || start === 0xffffffff) throw new Error(`${file} is a zip64 archive.`);
    await handle.read(directory, 0, directory.length, start);
    return parseDirectory(directory, count, file);
  } finally {
    await handle.close();
  }
}

/**
 * @param {string} file
 * @param {ZipEntry} entry
 * @returns {Promise<import('node:stream').Readable>} the entry's bytes, inflated; fails at the end if damaged
 */
export async function readZipEntry(file, entry) {
  if (entry.method !== 0 && entry.method !== 8) {
    throw new Error(`${file}: ${entry.name} is compressed by method ${entry.method}; only 0 and 8 are read.`);
  }
  const start = await dataStart(file, entry);
  if (entry.compressedSize === 0) return Readable.from([]);
  const packed = createReadStream(file, { start, end: start + entry.compressedSize - 1 });
  const inflate = entry.method === 8 ? createInflateRaw() : new PassThrough();
  // A failure destroys the last stream, whose reader then sees it: nothing is left for the callback to do.
  return pipeline(packed, inflate, checksum(file, entry), () => undefined);
}

/**
 * Passes bytes on and compares their CRC-32 in the end.
 *
 * @param {string} file
 * @param {ZipEntry} entry
 */
function checksum(file, { name, crc }) {
  let sum = 0;
  return new Transform({
    transform(/** @type {Buffer} */ chunk, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === crc ? null : new Error(`${file}: ${name} is damaged.`));
    },
  });
}

/**
 * @param {Buffer} directory
 * @param {number} count
 * @param {string} file
 */
function parseDirectory(directory, count, file) {
  /** @type {ZipEntry[]} */
  const entries = [];
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`${file} has a damaged directory.`);
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The local header's own lengths count: they may differ from those in the directory.
 *
 * @param {string} file
 * @param {ZipEntry} entry
 */
async function dataStart(file, entry) {
  const handle = await open(file);
  try {
    const header = Buffer.alloc(30);
    await handle.read(header, 0, 30, entry.offset);
    if (header.readUInt32LE(0) !== LOCAL_HEADER)
      throw new Error(`${file}: ${entry.name} has a damaged header.`);
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}

/** @param {number} value */
function signature(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
