/** Any picture becomes one JPEG: upright, at most 1,600 pixels a side, sRGB on white, without its metadata. */
import type { ImageEntry } from '@rounds/contracts/dataset';
import sharp, { type Sharp } from 'sharp';
import { isHeic, type DecodeHeic } from './heic.ts';
import { demandReasonable, MOST_PIXELS, RefusedImage, refusalReason, TOO_LARGE } from './refusal.ts';
import { drawSvg, isSvg } from './svg.ts';

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
/** Most pictures take less than one. */
const MOST_SECONDS = 60;

const openHeic = async (bytes: Buffer, decodeHeic: DecodeHeic): Promise<Sharp> => {
  const pixels = await decodeHeic(bytes);
  if (pixels === 'too large') throw new RefusedImage(TOO_LARGE);
  const { width, height, data } = pixels;
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: MOST_PIXELS });
};

interface Opened {
  readonly image: Sharp;
  readonly pages: number;
  readonly hasAlpha: boolean;
}

const openSvg = async (bytes: Buffer): Promise<Opened> => ({
  image: sharp(await drawSvg(bytes), READING),
  pages: 1,
  hasAlpha: true,
});

const open = async (bytes: Buffer, decodeHeic: DecodeHeic): Promise<Opened> => {
  if (isHeic(bytes)) return { image: await openHeic(bytes, decodeHeic), pages: 1, hasAlpha: false };
  if (isSvg(bytes)) return openSvg(bytes);
  const metadata = await sharp(bytes, READING).metadata();
  if (metadata.format === 'svg') return openSvg(bytes);
  demandReasonable(metadata);
  const { pages = 1, pagePrimary = 0, hasAlpha } = metadata;
  // Of several images in one file, the one that the file itself shows first.
  return { image: sharp(bytes, { ...READING, page: pagePrimary }), pages, hasAlpha };
};

const toJpeg = (image: Sharp, background: string) =>
  image
    .clone()
    .autoOrient()
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .timeout({ seconds: MOST_SECONDS })
    .toBuffer({ resolveWithObject: true });

/** Of 256 steps: what JPEG itself makes of one colour differs by less. */
const FLAT = 2;

const isFlat = async (jpeg: Buffer): Promise<boolean> => {
  const { channels } = await sharp(jpeg).stats();
  return channels.every(({ min, max }) => max - min <= FLAT);
};

const PAPER = '#fff';
/** Behind what is white on nothing. */
const DARK = '#4a4f55';

/** On white; what cannot be seen there, such as white lettering without a ground, on dark grey. */
const visible = async ({ image, hasAlpha }: Opened) => {
  const onPaper = await toJpeg(image, PAPER);
  if (!(await isFlat(onPaper.data))) return { ...onPaper, flat: false };
  if (!hasAlpha) return { ...onPaper, flat: true };
  const onDark = await toJpeg(image, DARK);
  return (await isFlat(onDark.data)) ? { ...onPaper, flat: true } : { ...onDark, flat: false };
};

let turn: Promise<unknown> = Promise.resolve();

/**
 * One picture at a time in the whole process: libvips keeps what it has to say in one place, so that of two that
 * fail at once one may be told the reason of the other. Report and gate would then disagree.
 */
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
};

/** Never throws for what is in the file: a picture that cannot be shown comes back with the reason. */
export const deriveImage = (bytes: Buffer, decodeHeic: DecodeHeic): Promise<Derivation> =>
  inTurn(() => derive(bytes, decodeHeic));

const derive = async (bytes: Buffer, decodeHeic: DecodeHeic): Promise<Derivation> => {
  try {
    const opened = await open(bytes, decodeHeic);
    const { data, info, flat } = await visible(opened);
    const { width, height } = info;
    const pages = opened.pages > 1 ? { pages: opened.pages } : {};
    return { jpeg: data, derived: { width, height, ...pages, ...(flat ? { flat: true } : {}) } };
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return { refused: refusalReason(error, bytes) };
  }
};
