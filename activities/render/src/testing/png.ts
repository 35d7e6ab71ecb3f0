/** Writes PNG files chunk by chunk, also such as no program writes. */
import { crc32, deflateSync } from 'node:zlib';

export const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
};

export interface Png {
  readonly width: number;
  readonly height: number;
  readonly bits: 8 | 16;
  /** 0 grey, 2 red, green and blue, 6 with transparency. */
  readonly colour: 0 | 2 | 6;
  /** Packed: rows of pixels, each after a byte that says how it is filtered. */
  readonly packed: Uint8Array;
  /** Chunks before the pixels. */
  readonly before?: readonly Buffer[];
}

export const pngOf = ({ width, height, bits, colour, packed, before = [] }: Png): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colour, 0, 0, 0], 8);
  const chunks = [
    pngChunk('IHDR', head),
    ...before,
    pngChunk('IDAT', packed),
    pngChunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
};

/** Grey, of 16 bits. @param values row by row */
export const grey16 = (width: number, values: readonly number[]): Buffer => {
  const height = values.length / width;
  const rows = Buffer.alloc(height * (1 + 2 * width));
  for (const [index, value] of values.entries())
    rows.writeUInt16BE(value, Math.floor(index / width) * (1 + 2 * width) + 1 + 2 * (index % width));
  return pngOf({ width, height, bits: 16, colour: 0, packed: deflateSync(rows) });
};
