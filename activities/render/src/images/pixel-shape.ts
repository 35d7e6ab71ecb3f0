/** Pixels are not always square: a fax has 204 of them to an inch across and 98 down. */
import { directoriesOf } from './tiff.ts';

/** Pixels to a unit of length, across and down. */
interface Resolution {
  readonly x: number;
  readonly y: number;
}

/** By how much a picture is drawn out to have its true shape, at least 1 each. */
export interface Shape {
  readonly across: number;
  readonly down: number;
}

export const SQUARE: Shape = { across: 1, down: 1 };

/** Resolutions further apart are a fault of the program that wrote them. */
const MOST = 4;

const PNG_CHUNKS_AT = 8;

/** The chunk pHYs stands before the pixels. */
const ofPng = (bytes: Buffer): Resolution | undefined => {
  for (let at = PNG_CHUNKS_AT; at + 16 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'pHYs') return { x: bytes.readUInt32BE(at + 8), y: bytes.readUInt32BE(at + 12) };
    if (type === 'IDAT') return undefined;
  }
  return undefined;
};

/** JFIF's marker stands first; its densities count in every unit, also where they are only a ratio. */
const ofJfif = (bytes: Buffer): Resolution | undefined =>
  bytes.length > 18 && bytes.toString('latin1', 6, 11) === 'JFIF\0'
    ? { x: bytes.readUInt16BE(14), y: bytes.readUInt16BE(16) }
    : undefined;

const ofDirectory = (bytes: Buffer, page: number): Resolution | undefined => {
  const { x, y } = directoriesOf(bytes)[page] ?? {};
  return x === undefined || y === undefined ? undefined : { x, y };
};

const EXIF = 'Exif\0\0';

const ofExif = (exif: Buffer | undefined): Resolution | undefined => {
  if (exif === undefined) return undefined;
  const begins = exif.toString('latin1', 0, EXIF.length) === EXIF ? EXIF.length : 0;
  return ofDirectory(exif.subarray(begins), 0);
};

const isSame = ({ x, y }: Resolution): boolean => x === y;

const resolutionOf = (format: string, bytes: Buffer, exif: Buffer | undefined, page: number) => {
  if (format === 'tiff') return ofDirectory(bytes, page);
  if (format === 'png') return ofPng(bytes);
  if (format !== 'jpeg') return undefined;
  const jfif = ofJfif(bytes);
  // Cameras write 1:1 or 72:72 there and mean nothing by it.
  return jfif === undefined || isSame(jfif) ? ofExif(exif) : jfif;
};

/** @param page of a TIFF, counted from 0 */
export const shapeOf = (format: string, bytes: Buffer, exif: Buffer | undefined, page = 0): Shape => {
  const { x, y } = resolutionOf(format, bytes, exif, page) ?? { x: 1, y: 1 };
  const ratio = x / y;
  if (!(ratio >= 1 / MOST && ratio <= MOST)) return SQUARE;
  return ratio >= 1 ? { across: 1, down: ratio } : { across: 1 / ratio, down: 1 };
};
