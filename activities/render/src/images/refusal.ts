/** Why a file cannot be shown. */
import { crc32 } from 'node:zlib';
import type { NotShown, NotShownCode } from '@rounds/contracts/dataset';
import type { CodeValues } from '@rounds/contracts/saying';
import type { Metadata } from 'sharp';

export class RefusedImage extends Error {
  override readonly name = 'RefusedImage';
  readonly reason: NotShown;

  constructor(code: NotShownCode, values?: CodeValues, cause?: unknown) {
    super(code, { cause });
    this.reason = { code, ...(values && { values }) };
  }
}

export const MOST_PIXELS = 100_000_000;

/** Bytes of the unpacked picture; pictures that are not read line by line are held in memory as a whole. */
const MOST_BYTES = 400_000_000;
/** Of the longer side to the shorter: beyond it nothing can be seen at any size that fits a page. */
const MOST_STRETCHED = 200;

/** @throws RefusedImage before anything is unpacked */
export const demandReasonable = ({ width, height, channels, depth }: Metadata): void => {
  const bytes = width * height * channels * (BYTES[depth] ?? 1);
  if (bytes > MOST_BYTES) throw new RefusedImage('too-much-memory');
  if (Math.max(width, height) > MOST_STRETCHED * Math.min(width, height))
    throw new RefusedImage('too-narrow', { width, height });
};

const BYTES: Readonly<Record<string, number>> = { ushort: 2, short: 2, uint: 4, int: 4, float: 4, double: 8 };

const startsWith =
  (hex: string, offset = 0) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(offset, offset + hex.length / 2).toString('hex') === hex;

/** Kinds that people do send and that cannot be drawn, by their first bytes. */
const KINDS: readonly (readonly [is: (bytes: Buffer) => boolean, code: NotShownCode, kind?: string])[] = [
  [(bytes) => bytes.length === 0, 'empty'],
  [startsWith('25504446'), 'pdf'],
  [startsWith('424d'), 'kind-of-picture', 'BMP'],
  [startsWith('0000000c6a502020'), 'kind-of-picture', 'JPEG 2000'],
  [startsWith('0000000c4a584c20'), 'kind-of-picture', 'JPEG XL'],
  [startsWith('ff0a'), 'kind-of-picture', 'JPEG XL'],
  [startsWith('38425053'), 'kind-of-file', 'Photoshop'],
  [startsWith('1f8b'), 'compressed'],
  [startsWith('504b0304'), 'archive'],
  [startsWith('4449434d', 128), 'kind-of-file', 'DICOM'],
];

/** What libvips says, by the words that it uses. */
const FAULTS: readonly (readonly [words: RegExp, code: NotShownCode])[] = [
  [/pixel limit|exceeds.*pixel|too large/i, 'too-many-pixels'],
  [/exceeded more than|amplification|excessive depth|timeout/i, 'too-much-to-unpack'],
  [/premature end|unexpected end|end of file|end of stream|not enough|truncated|read error/i, 'incomplete'],
  [/samples out of range/i, 'too-many-bits'],
  [/unsupported image format|not a known file format/i, 'unknown-kind'],
];

const PNG = startsWith('89504e470d0a1a0a');
const SIGNATURE_LENGTH = 8;
/** Length and type before the data of a chunk, checksum after. */
const CHUNK_ENDS = { before: 8, after: 4 } as const;

/** Whether a PNG, as far as it is there, has a part that is not what its checksum says. */
const isAltered = (bytes: Buffer): boolean => {
  if (!PNG(bytes)) return false;
  for (let at = SIGNATURE_LENGTH; at + CHUNK_ENDS.before <= bytes.length;) {
    const end = at + CHUNK_ENDS.before + bytes.readUInt32BE(at);
    if (end + CHUNK_ENDS.after > bytes.length) return false;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return true;
    at = end + CHUNK_ENDS.after;
  }
  return false;
};

export const refusalReason = (error: unknown, bytes: Buffer): NotShown => {
  if (error instanceof RefusedImage) return error.reason;
  const [, code, kind] = KINDS.find(([is]) => is(bytes)) ?? [];
  if (code !== undefined) return { code, ...(kind !== undefined && { values: { kind } }) };
  if (isAltered(bytes)) return { code: 'altered' };
  const message = error instanceof Error ? error.message : String(error);
  // Decoders have no codes.
  // oxlint-disable-next-line house/no-branch-on-words
  return { code: FAULTS.find(([words]) => words.test(message))?.[1] ?? 'damaged' };
};
