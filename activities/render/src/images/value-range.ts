/** Pictures of measured values, of which a screen would show next to nothing: 12 bits in 16, counts, fractions. */
import type { ChannelStats, Metadata, Sharp } from 'sharp';
import { RefusedImage } from './refusal.ts';

/** The values are multiplied and then moved, so that they fill what a pixel can show. */
export interface Stretch {
  readonly factor: number;
  readonly offset: number;
}

/** Where `max` is less than `dark`, next to nothing is seen; where the values span less than `narrow`, likewise. */
const INTEGERS: Readonly<Record<string, { readonly dark: number; readonly narrow: number }>> = {
  // Of 256 steps: masks and classes.
  uchar: { dark: 16, narrow: 0 },
  // Of 65,536: 14 bits and fewer, and those that begin at some base value.
  ushort: { dark: 16_384, narrow: 4_096 },
};

/** What a pixel is white at, by the space that libvips takes the values to be in. */
const TOPS: Readonly<Record<string, number>> = { grey16: 65_535, rgb16: 65_535, scrgb: 1 };

/** Of 8 bits only greys without transparency are looked at: photographs are dark by right. */
const isLookedAt = ({ depth, channels, space }: Metadata): boolean =>
  space !== 'cmyk' && (depth !== 'uchar' || channels === 1);

type Range = readonly [min: number, max: number];

const ofChannels = (channels: readonly ChannelStats[], hasAlpha: boolean): Range => {
  const shown = hasAlpha ? channels.slice(0, -1) : channels;
  return [Math.min(...shown.map(({ min }) => min)), Math.max(...shown.map(({ max }) => max))];
};

/** Value by value: sharp tells the range of a picture in whole numbers of 32 bits. */
const ofPixels = async (image: Sharp, { space, channels, hasAlpha }: Metadata): Promise<Range> => {
  const { buffer, byteOffset, length } = await image.toColourspace(space).raw({ depth: 'float' }).toBuffer();
  const values = new Float32Array(buffer, byteOffset, length / Float32Array.BYTES_PER_ELEMENT);
  let [min, max] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    if (hasAlpha && at % channels === channels - 1) continue;
    const value = values[at] ?? NaN;
    if (!Number.isFinite(value)) throw new RefusedImage('not-numbers');
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
};

/**
 * Undefined where the picture is shown as it is.
 * @throws RefusedImage where its values cannot be put in order
 */
export const stretchOf = async (image: Sharp, metadata: Metadata): Promise<Stretch | undefined> => {
  const { depth, space, hasAlpha } = metadata;
  if (depth === 'complex' || depth === 'dpcomplex') throw new RefusedImage('complex-numbers');
  if (!isLookedAt(metadata)) return undefined;
  const known = INTEGERS[depth];
  const [min, max] =
    known === undefined
      ? await ofPixels(image, metadata)
      : ofChannels((await image.stats()).channels, hasAlpha);
  const span = max - min;
  // A damaged file has no range; whoever decodes it says why.
  if (!(span > 0) || (known !== undefined && max >= known.dark && span >= known.narrow)) return undefined;
  const factor = (TOPS[space] ?? 255) / span;
  return { factor, offset: -min * factor };
};
