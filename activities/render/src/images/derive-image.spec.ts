/** Small: the real sharp and libheif. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { awkwardImagesFolder, describeWith } from '@rounds/adapters/testing/test-data';
import sharp from 'sharp';
import { deriveImage, type Derivation, type Picture } from './derive-image.ts';
import { decodeHeic } from './heic.ts';
import { inWords } from '../testing/in-words.ts';

const derive = (bytes: Buffer) => deriveImage(bytes, decodeHeic);

const shown = async (bytes: Buffer): Promise<Picture> => {
  const derivation = await derive(bytes);
  if ('refused' in derivation) throw new Error(derivation.refused.code);
  return derivation;
};

const pixel = async (jpeg: Buffer, left: number, top: number): Promise<number[]> => {
  const { data } = await sharp(jpeg)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
};

const ground = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } });

const noHeic = () => Promise.reject(new Error('There is no HEIC here.'));

describe('deriveImage', () => {
  it('turns it upright and drops its metadata', async () => {
    const original = await ground(80, 40, '#804020').withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { jpeg, derived } = await shown(original);
    expect(derived).toMatchObject({ width: 40, height: 80 });
    const { exif, icc, orientation } = await sharp(jpeg).metadata();
    expect([exif, icc, orientation]).toEqual([undefined, undefined, undefined]);
  });

  it('makes a large one smaller and no small one larger', async () => {
    const large = await shown(await ground(4000, 1000, '#888').jpeg().toBuffer());
    expect(large.derived).toMatchObject({ width: 1600, height: 400 });
    expect((await shown(await ground(20, 10, '#888').png().toBuffer())).derived).toMatchObject({
      width: 20,
      height: 10,
    });
  });

  it('sets what is transparent on white', async () => {
    const { jpeg } = await shown(await ground(16, 16, '#00000000').png().toBuffer());
    expect(await pixel(jpeg, 8, 8)).toEqual([255, 255, 255]);
  });

  it('shows HEIC', async () => {
    const { jpeg, derived } = await shown(
      readFileSync(resolve(import.meta.dirname, '../testing/two-colours.heic')),
    );
    expect(derived).toEqual({ width: 64, height: 48 });
    const [red = 0, , blue = 0] = await pixel(jpeg, 10, 24);
    expect(red).toBeGreaterThan(blue + 80);
  });

  it('shows the first of several frames and says how many there are', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((colour) => ground(10, 10, colour).png().toBuffer()),
    );
    const animated = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await shown(animated)).derived).toMatchObject({ width: 10, height: 10, pages: 3 });
  });

  it('tells each picture its own fault, whatever else fails meanwhile', async () => {
    const whole = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer();
    const broken = Buffer.concat([whole.subarray(0, 30), Buffer.alloc(2_000, 0x5a)]);
    const faulty = [whole.subarray(0, whole.length / 2), broken, Buffer.from('no picture')];
    const alone: Derivation[] = [];
    for (const bytes of faulty) alone.push(await deriveImage(bytes, noHeic));
    const often = Array.from({ length: 20 }, () => faulty).flat();
    const together = await Promise.all(often.map((bytes) => deriveImage(bytes, noHeic)));
    expect(together).toEqual(Array.from({ length: 20 }, () => alone).flat());
    expect(alone.map(inWords)).toEqual(alone.map(() => ({ refused: expect.any(String) as string })));
  });

  it('has the same bytes each time', async () => {
    const original = await ground(300, 200, '#468').png().toBuffer();
    expect((await shown(original)).jpeg.equals((await shown(original)).jpeg)).toBe(true);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'The file is empty.'],
    ['text', Buffer.from('hello, this is a text'), 'It is not a picture, or of a kind that is not known.'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), /^It is a PDF/],
    ['a BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]), /^It is a BMP picture/],
    [
      'half a HEIC',
      readFileSync(resolve(import.meta.dirname, '../testing/two-colours.heic')).subarray(0, 850),
      /^The file is/,
    ],
  ])('refuses %s with a reason', async (_, bytes, reason) => {
    expect(inWords(await derive(bytes))).toEqual({ refused: expect.stringMatching(reason) as string });
  });
});

const REFUSED: Readonly<Record<string, string>> = {
  '65536-uint32-limit.png': 'It has more than 100 million pixels.',
  'corrupt-header.jpg': 'The file is not complete: it ends before the picture does.',
  'truncated.jpg': 'The file is not complete: it ends before the picture does.',
};

interface Expected {
  readonly size: readonly [width: number, height: number];
  /** Mean red, green and blue, as Chromium shows the file. */
  readonly mean?: readonly number[];
  readonly pages?: number;
  readonly further?: readonly { readonly width: number; readonly height: number }[];
}

const SHOWN: Readonly<Record<string, Expected>> = {
  '4.webp': { size: [1024, 772], mean: [105, 153, 176] },
  'Channel_digital_image_CMYK_color.jpg': { size: [500, 333], mean: [128, 132, 122] },
  'Flag_of_the_Netherlands-16bit.png': { size: [900, 600], mean: [153, 115, 143] },
  'G31D_MULTI.TIF': { size: [1214, 1600], pages: 2, further: [{ width: 1214, height: 1600 }] },
  'Landscape_1.jpg': { size: [600, 450], mean: [97, 95, 85] },
  'Landscape_3.jpg': { size: [600, 450], mean: [97, 95, 83] },
  'Landscape_6.jpg': { size: [600, 450], mean: [97, 95, 83] },
  'Portrait_5.jpg': { size: [450, 600], mean: [115, 118, 96] },
  'circle.svg': { size: [1600, 1600] },
  'grey-8bit-alpha.png': { size: [400, 300] },
  'pitm.avif': { size: [1600, 313], mean: [30, 37, 52], pages: 5 },
  'tbgn2c16.png': { size: [32, 32] },
};

describeWith(awkwardImagesFolder)('deriveImage, the awkward images', () => {
  const files = readdirSync(awkwardImagesFolder);

  it('are all known to this test', () => {
    expect(Object.keys({ ...REFUSED, ...SHOWN }).sort()).toEqual([...files].sort());
  });

  it.each(Object.entries(REFUSED))('refuses %s', async (file, refused) => {
    expect(inWords(await derive(readFileSync(resolve(awkwardImagesFolder, file))))).toEqual({ refused });
  });

  it.each(Object.entries(SHOWN))('shows %s', async (file, { size: [width, height], mean, ...more }) => {
    const { jpeg, derived } = await shown(readFileSync(resolve(awkwardImagesFolder, file)));
    expect(derived).toEqual({ width, height, ...more });
    const { channels } = await sharp(jpeg).stats();
    const found = channels.map((channel) => channel.mean);
    for (const [channel, value] of (mean ?? []).entries())
      expect(Math.abs((found[channel] ?? -1000) - value)).toBeLessThan(8);
  });
});
