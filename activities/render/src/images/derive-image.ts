/** Any picture becomes one JPEG a page: upright, in its true shape, at most 1,600 pixels a side, sRGB on white. */
import type { NotShown } from '@rounds/contracts/dataset';
import type { ImageEntry, ShownPage } from '@rounds/contracts/dataset';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { isHeic, type DecodeHeic } from './heic.ts';
import { shapeOf, SQUARE, type Shape } from './pixel-shape.ts';
import { demandReasonable, MOST_PIXELS, RefusedImage, refusalReason } from './refusal.ts';
import { drawSvg, isSvg } from './svg.ts';
import { directoriesOf } from './tiff.ts';
import { stretchOf, type Stretch } from './value-range.ts';

// A cache of pixels would only hold memory: no picture is read twice.
sharp.cache(false);

export interface Picture {
  /** Of the page that is shown first. */
  readonly jpeg: Buffer;
  /** Of the pages shown after it, in their order. */
  readonly further: readonly Buffer[];
  /** What the dataset says of it. */
  readonly derived: NonNullable<ImageEntry['derived']>;
}

/** Of every page that is shown, in their order. */
export const jpegsOf = ({ jpeg, further }: Picture): Buffer[] => [jpeg, ...further];

export type Derivation = Picture | { readonly refused: NotShown };

const SIDE = 1_600;
/** Of a TIFF: a fax has fewer; what has more is a book. */
const MOST_PAGES = 20;
/** A warning of the decoder is a damaged file: half a picture must not look like the whole. */
const READING = { limitInputPixels: MOST_PIXELS, failOn: 'warning', sequentialRead: true } as const;
/** Most pictures take less than one. */
const MOST_SECONDS = 60;

/** A page that is ready to be drawn. */
interface Opened {
  readonly image: Sharp;
  /** Pixels as stored; absent where each is as wide as high. */
  readonly stored?: Pick<Metadata, 'width' | 'height' | 'orientation'>;
  readonly shape: Shape;
  readonly stretch?: Stretch;
  readonly hasAlpha: boolean;
}

const openHeic = async (bytes: Buffer, decodeHeic: DecodeHeic): Promise<Opened> => {
  const pixels = await decodeHeic(bytes);
  if (pixels === 'too-large') throw new RefusedImage('too-many-pixels');
  const { width, height, data } = pixels;
  const raw = { width, height, channels: 4 } as const;
  return { image: sharp(data, { raw, limitInputPixels: MOST_PIXELS }), shape: SQUARE, hasAlpha: false };
};

const openSvg = async (bytes: Buffer): Promise<Opened> => ({
  image: sharp(await drawSvg(bytes), READING),
  shape: SQUARE,
  hasAlpha: true,
});

const openPage = async (bytes: Buffer, page: number): Promise<Opened> => {
  const options = { ...READING, page };
  const metadata = await sharp(bytes, options).metadata();
  demandReasonable(metadata);
  const { format, exif, hasAlpha } = metadata;
  const stretch = await stretchOf(sharp(bytes, options), metadata);
  const shape = shapeOf(format, bytes, exif, page);
  return { image: sharp(bytes, options), stored: metadata, shape, hasAlpha, ...(stretch && { stretch }) };
};

/** Which pages of a file are shown, by their place in it, and how many it has. */
const pagesOf = (bytes: Buffer, { format, pages = 1, pagePrimary = 0 }: Metadata) => {
  // Of several frames of an animation the first, of several images of a phone the one that the file shows first.
  if (format !== 'tiff') return { shown: [pagePrimary], count: pages };
  const directories = directoriesOf(bytes);
  const whole = Array.from({ length: pages }, (_, page) => page).filter(
    (page) => directories[page]?.isReduced !== true,
  );
  return { shown: whole.slice(0, MOST_PAGES), count: whole.length };
};

/** Pixels of the page where they are not square: drawn out, never pressed together. */
const sizeOf = ({ stored, shape }: Opened): { width: number; height: number } | undefined => {
  if (stored === undefined || (shape.across === 1 && shape.down === 1)) return undefined;
  const isTurned = (stored.orientation ?? 1) > 4;
  const sides = [stored.width * shape.across, stored.height * shape.down] as const;
  const [width, height] = isTurned ? [sides[1], sides[0]] : sides;
  const scale = Math.min(1, SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

const toJpeg = (opened: Opened, background: string) => {
  const size = sizeOf(opened);
  const { image, stretch } = opened;
  const resized = image
    .clone()
    .autoOrient()
    .resize(
      size === undefined
        ? { width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true }
        : { ...size, fit: 'fill' },
    );
  return (stretch === undefined ? resized : resized.linear(stretch.factor, stretch.offset))
    .flatten({ background })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .timeout({ seconds: MOST_SECONDS })
    .toBuffer({ resolveWithObject: true });
};

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
const visible = async (opened: Opened) => {
  const onPaper = await toJpeg(opened, PAPER);
  if (!(await isFlat(onPaper.data))) return { ...onPaper, flat: false };
  if (!opened.hasAlpha) return { ...onPaper, flat: true };
  const onDark = await toJpeg(opened, DARK);
  return (await isFlat(onDark.data)) ? { ...onPaper, flat: true } : { ...onDark, flat: false };
};

const drawPage = async (opened: Opened): Promise<{ jpeg: Buffer; page: ShownPage }> => {
  const { data, info, flat } = await visible(opened);
  const { width, height } = info;
  const isStretched = opened.stretch !== undefined;
  const page = { width, height, ...(flat && { flat }), ...(isStretched && { stretched: isStretched }) };
  return { jpeg: data, page };
};

const drawOne = async (opened: Opened): Promise<Picture> => {
  const { jpeg, page } = await drawPage(opened);
  return { jpeg, further: [], derived: page };
};

/** One page after the other: each may take the memory that one picture may. */
const drawPages = async (bytes: Buffer, metadata: Metadata): Promise<Picture> => {
  const { shown, count } = pagesOf(bytes, metadata);
  const [first = 0, ...others] = shown;
  const { jpeg, page } = await drawPage(await openPage(bytes, first));
  const further: { jpeg: Buffer; page: ShownPage }[] = [];
  for (const other of others) further.push(await drawPage(await openPage(bytes, other)));
  return {
    jpeg,
    further: further.map((each) => each.jpeg),
    derived: {
      ...page,
      ...(count > 1 && { pages: count }),
      ...(further.length > 0 && { further: further.map((each) => each.page) }),
    },
  };
};

const drawAny = async (bytes: Buffer, decodeHeic: DecodeHeic): Promise<Picture> => {
  if (isHeic(bytes)) return drawOne(await openHeic(bytes, decodeHeic));
  if (isSvg(bytes)) return drawOne(await openSvg(bytes));
  const metadata = await sharp(bytes, READING).metadata();
  return metadata.format === 'svg' ? drawOne(await openSvg(bytes)) : drawPages(bytes, metadata);
};

let turn: Promise<unknown> = Promise.resolve();

/**
 * One picture at a time in the whole process: libvips keeps what it has to say in one place, so that of two that
 * fail at once, one may get the reason of the other. Report and gate would then disagree.
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
    return await drawAny(bytes, decodeHeic);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return { refused: refusalReason(error, bytes) };
  }
};
