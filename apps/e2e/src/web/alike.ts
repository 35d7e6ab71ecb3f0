/**
 * Compares a picture of a screen with the approved one: as coarse as somebody sees it who looks from afar. What another
 * build of the browser draws otherwise (the edges of letters) is gone at that size; a block that moved by a few pixels,
 * a line that wraps, a colour that is another one are not.
 */
import sharp from 'sharp';

/** Pixels of the screen, each way, that are seen as one. */
const GRAIN = 4;
/** Of a coarse pixel's colour, 0 to 255: above it the pixel differs. */
const THRESHOLD = 24;
/** Of the coarse pixels of as much of a page as is seen at once. */
const TOLERANCE = 0.005;
/** Coarse rows that are seen at once: of a long page, what moved is as much of what is seen as of a short one. */
const SEEN = 200;
/** Pixels by which a page may be longer or shorter: heights are rounded. */
const LONGER = 2;

interface Coarse {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const sizeOf = async (png: Buffer): Promise<Size> => {
  const { width, height } = await sharp(png).metadata();
  return { width, height };
};

const coarse = async (png: Buffer, { width, height }: Size): Promise<Coarse> => {
  const { data, info } = await sharp(png)
    .extract({ left: 0, top: 0, width, height })
    .removeAlpha()
    .resize(Math.round(width / GRAIN), Math.round(height / GRAIN), { fit: 'fill', kernel: 'linear' })
    .blur(1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

const CHANNELS = 3;

const differs = (one: Buffer, other: Buffer, pixel: number): boolean =>
  [0, 1, 2].some((channel) => {
    const at = pixel * CHANNELS + channel;
    return Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > THRESHOLD;
  });

const most = (counts: readonly number[]): number => Math.max(0, ...counts);

/** How many of the coarse pixels differ in each part that is seen at once. */
const differentBySight = ({ data, width, height }: Coarse, other: Coarse): number[] =>
  Array.from({ length: Math.ceil(height / SEEN) }, (_part, place) => {
    const rows = Math.min(SEEN, height - place * SEEN);
    const first = place * SEEN * width;
    return Array.from({ length: rows * width }, (_pixel, at) => first + at).filter((pixel) =>
      differs(data, other.data, pixel),
    ).length;
  });

const isOtherSize = (one: Size, other: Size): boolean =>
  one.width !== other.width || Math.abs(one.height - other.height) > LONGER;

/** @returns in what they differ; undefined where they look alike */
export const differenceOf = async (approved: Buffer, drawn: Buffer): Promise<string | undefined> => {
  const [was, is] = [await sizeOf(approved), await sizeOf(drawn)];
  if (isOtherSize(was, is)) return `it is ${is.width} × ${is.height}, not ${was.width} × ${was.height}`;
  const both = { width: was.width, height: Math.min(was.height, is.height) };
  const [one, other] = [await coarse(approved, both), await coarse(drawn, both)];
  const share = most(differentBySight(one, other)) / (one.width * Math.min(SEEN, one.height));
  return share <= TOLERANCE ? undefined : `${(100 * share).toFixed(1)} % of a part of it differs`;
};

/** Few colours: so it is small, and alike all the same. */
export const smallPicture = (png: Buffer): Promise<Buffer> =>
  sharp(png).png({ palette: true, colours: 64, dither: 0, effort: 10 }).toBuffer();
