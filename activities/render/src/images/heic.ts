/** HEIC, the format of phones: libvips has no decoder for it, libheif compiled to WebAssembly has. */
import { MOST_PIXELS } from './refusal.ts';

export interface RawPixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, four bytes a pixel. */
  readonly data: Uint8Array;
}

/** Answers `too large` before the pixels are unpacked. Blocks its thread for a second or two: run it in the pool. */
export type DecodeHeic = (bytes: Uint8Array) => Promise<RawPixels | 'too-large'>;

const BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);

/** Whether the file says that it, or its first image, is coded in HEVC. An AVIF says `avif` in the same place. */
export const isHeic = (bytes: Buffer): boolean => {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const boxEnd = Math.min(bytes.readUInt32BE(0), bytes.length);
  const brands = [bytes.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.push(bytes.toString('latin1', at, at + 4));
  return !brands.includes('avif') && brands.some((brand) => BRANDS.has(brand));
};

export const decodeHeic: DecodeHeic = async (bytes) => {
  // Loaded for the first such picture: most reports have none.
  const { default: heicDecode } = await import('heic-decode');
  const images = await heicDecode.all({ buffer: bytes });
  try {
    const [first] = images;
    if (first === undefined) throw new Error('The file holds no image.');
    if (first.width * first.height > MOST_PIXELS) return 'too-large';
    const { width, height, data } = await first.decode();
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
  } finally {
    images.dispose();
  }
};
