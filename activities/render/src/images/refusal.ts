/** Why a file cannot be shown, for people who can send a better one. */

import { crc32 } from 'node:zlib';
import type { Metadata } from 'sharp';

export class RefusedImage extends Error {
  override readonly name = 'RefusedImage';
}

export const MOST_PIXELS = 100_000_000;
export const TOO_MUCH = 'Unpacking it takes more time or memory than a picture may.';
export const TOO_LARGE = 'It has more than 100 million pixels.';

/** Bytes of the unpacked picture; pictures that are not read line by line are held in memory as a whole. */
const MOST_BYTES = 400_000_000;
/** Of the longer side to the shorter: beyond it nothing can be seen at any size that fits a page. */
const MOST_STRETCHED = 200;

/** @throws RefusedImage before anything is unpacked */
export const demandReasonable = ({ width, height, channels, depth }: Metadata): void => {
  const bytes = width * height * channels * (BYTES[depth] ?? 1);
  if (bytes > MOST_BYTES) throw new RefusedImage('It would take more than 400 MB of memory to unpack.');
  if (Math.max(width, height) > MOST_STRETCHED * Math.min(width, height))
    throw new RefusedImage(`It is ${width} by ${height} pixels: a strip too narrow for anything to be seen.`);
};

const BYTES: Readonly<Record<string, number>> = { ushort: 2, short: 2, uint: 4, int: 4, float: 4, double: 8 };

const startsWith =
  (hex: string, offset = 0) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(offset, offset + hex.length / 2).toString('hex') === hex;

/** Kinds that people do send and that cannot be drawn, by their first bytes. */
const KINDS: readonly (readonly [is: (bytes: Buffer) => boolean, reason: string])[] = [
  [(bytes) => bytes.length === 0, 'The file is empty.'],
  [
    startsWith('25504446'),
    'It is a PDF: pictures are shown from JPEG, PNG, WebP, TIFF, GIF, SVG, AVIF and HEIC.',
  ],
  [startsWith('424d'), 'It is a BMP picture, which cannot be shown: a PNG of it can.'],
  [startsWith('0000000c6a502020'), 'It is a JPEG 2000 picture, which cannot be shown: a PNG of it can.'],
  [startsWith('0000000c4a584c20'), 'It is a JPEG XL picture, which cannot be shown: a PNG of it can.'],
  [startsWith('ff0a'), 'It is a JPEG XL picture, which cannot be shown: a PNG of it can.'],
  [startsWith('38425053'), 'It is a Photoshop file, which cannot be shown: a PNG of it can.'],
  [startsWith('1f8b'), 'It is a compressed file: send the picture itself.'],
  [startsWith('504b0304'), 'It is a ZIP archive or an Office document, not a picture.'],
  [startsWith('4449434d', 128), 'It is a DICOM file, which cannot be shown: a PNG of it can.'],
];

/** What libvips says, by the words that it uses. */
const FAULTS: readonly (readonly [words: RegExp, reason: string])[] = [
  [/pixel limit|exceeds.*pixel|too large/i, TOO_LARGE],
  [/exceeded more than|amplification|excessive depth|timeout/i, TOO_MUCH],
  [
    /premature end|unexpected end|end of file|end of stream|not enough|truncated|read error/i,
    'The file is not complete: it ends before the picture does.',
  ],
  [/samples out of range/i, 'Its values have more than 32 bits: a PNG of it can be shown.'],
  [
    /unsupported image format|not a known file format/i,
    'It is not a picture, or of a kind that is not known.',
  ],
];

const PNG = startsWith('89504e470d0a1a0a');
const SIGNATURE_LENGTH = 8;
/** Length and type before the data of a chunk, checksum behind. */
const CHUNK_ENDS = { before: 8, behind: 4 } as const;

/** Whether a PNG, as far as it is there, has a part that is not what its checksum says. */
const isAltered = (bytes: Buffer): boolean => {
  if (!PNG(bytes)) return false;
  for (let at = SIGNATURE_LENGTH; at + CHUNK_ENDS.before <= bytes.length;) {
    const end = at + CHUNK_ENDS.before + bytes.readUInt32BE(at);
    if (end + CHUNK_ENDS.behind > bytes.length) return false;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return true;
    at = end + CHUNK_ENDS.behind;
  }
  return false;
};

export const refusalReason = (error: unknown, bytes: Buffer): string => {
  if (error instanceof RefusedImage) return error.message;
  const kind = KINDS.find(([is]) => is(bytes));
  if (kind !== undefined) return kind[1];
  if (isAltered(bytes)) return 'The file was changed on its way: a checksum within it does not fit.';
  const message = error instanceof Error ? error.message : String(error);
  return (
    FAULTS.find(([words]) => words.test(message))?.[1] ??
    'The file is damaged and cannot be read as a picture.'
  );
};
