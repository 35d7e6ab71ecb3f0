/** Any picture becomes one JPEG: upright, at most 1,600 pixels a side, sRGB on white, without its metadata. */
import type { ImageEntry } from '@rounds/contracts/dataset';
import sharp, { type Sharp } from 'sharp';
import { isHeic, type DecodeHeic } from './heic.ts';
import { MOST_PIXELS, RefusedImage, refusalReason, TOO_LARGE } from './refusal.ts';

// A cache of pixels would only hold memory: no picture is read twice.
sharp.cache(false);

export interface Picture {
  readonly jpeg: Buffer;
  /** What the dataset says of it. */
  readonly derived: NonNullable<ImageEntry['derived']>;
}

export type Derivation = Picture | { readonly refused: string };

const SIDE = 1_600;
/** A warning of the decoder is a damaged file: half a picture must not look like the whole. */
const READING = { limitInputPixels: MOST_PIXELS, failOn: 'warning', sequentialRead: true } as const;

const openHeic = async (bytes: Buffer, decodeHeic: DecodeHeic): Promise<Sharp> => {
  const pixels = await decodeHeic(bytes);
  if (pixels === 'too large') throw new RefusedImage(TOO_LARGE);
  const { width, height, data } = pixels;
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: MOST_PIXELS });
};

const open = async (bytes: Buffer, decodeHeic: DecodeHeic): Promise<{ image: Sharp; pages: number }> => {
  if (isHeic(bytes)) return { image: await openHeic(bytes, decodeHeic), pages: 1 };
  const image = sharp(bytes, READING);
  const { pages = 1 } = await image.metadata();
  return { image, pages };
};

const toJpeg = (image: Sharp) =>
  image
    .autoOrient()
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });

/** Never throws for what is in the file: a picture that cannot be shown comes back with the reason. */
export const deriveImage = async (bytes: Buffer, decodeHeic: DecodeHeic): Promise<Derivation> => {
  try {
    const { image, pages } = await open(bytes, decodeHeic);
    const { data, info } = await toJpeg(image);
    const { width, height } = info;
    return { jpeg: data, derived: { width, height, ...(pages > 1 ? { pages } : {}) } };
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return { refused: refusalReason(error, bytes) };
  }
};
