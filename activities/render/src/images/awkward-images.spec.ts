/** Small: pictures that people and machines do send, made here, shown in their colours or refused by name. */
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { deriveImage, type Picture } from './derive-image.ts';
import { pngOf } from '../testing/png.ts';
import { decodeHeic } from './heic.ts';
import { inWords } from '../testing/in-words.ts';

const RED = [200, 40, 30] as const;
const GREEN = [30, 160, 60] as const;
const BLUE = [40, 70, 190] as const;
const GREY = [128, 128, 128] as const;

/** Four quarters: red and green above, blue and grey below. */
const quarters = (width = 60, height = 40): Sharp => {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colours = y < height / 2 ? [RED, GREEN] : [BLUE, GREY];
      data.set(colours[x < width / 2 ? 0 : 1] ?? RED, (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
};

const derive = (bytes: Buffer) => deriveImage(bytes, decodeHeic);

const shown = async (bytes: Buffer): Promise<Picture> => {
  const derivation = await derive(bytes);
  if ('refused' in derivation) throw new Error(derivation.refused.code);
  return derivation;
};

/** Mean colours of the quarters, row by row. */
const quarterColours = async ({ jpeg, derived: { width, height } }: Picture): Promise<number[][]> => {
  const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)];
  const places = [
    [0, 0],
    [width - w, 0],
    [0, height - h],
    [width - w, height - h],
  ] as const;
  return Promise.all(
    places.map(async ([left, top]) => {
      const inner = { left: left + 2, top: top + 2, width: w - 4, height: h - 4 };
      const { channels } = await sharp(await sharp(jpeg).extract(inner).png().toBuffer()).stats();
      return channels.map(({ mean }) => Math.round(mean));
    }),
  );
};

const expectColours = async (
  picture: Picture,
  expected: readonly (readonly number[])[],
  within = 8,
): Promise<void> => {
  const found = await quarterColours(picture);
  for (const [index, colour] of expected.entries())
    for (const [channel, value] of colour.entries())
      expect(Math.abs((found[index]?.[channel] ?? -1000) - value)).toBeLessThanOrEqual(within);
};

const UPRIGHT = [RED, GREEN, BLUE, GREY];

describe('colours', () => {
  it.each([
    ['JPEG', () => quarters().jpeg({ quality: 95 })],
    ['progressive JPEG', () => quarters().jpeg({ quality: 95, progressive: true })],
    ['PNG of 16 bits', () => quarters().toColourspace('rgb16').png()],
    ['interlaced PNG', () => quarters().png({ progressive: true })],
    ['PNG with a palette', () => quarters().png({ palette: true })],
    ['TIFF', () => quarters().tiff({ compression: 'lzw' })],
    ['TIFF of 16 bits', () => quarters().toColourspace('rgb16').tiff()],
    ['WebP', () => quarters().webp({ quality: 95 })],
    ['WebP without loss', () => quarters().webp({ lossless: true })],
    ['GIF', () => quarters().gif()],
    ['AVIF', () => quarters().avif({ quality: 80 })],
  ])('are those of a %s', async (_, make) => {
    await expectColours(await shown(await make().toBuffer()), UPRIGHT);
  });

  it('are near those of a CMYK JPEG, whose inks cannot do all of them', async () => {
    const cmyk = await quarters().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    await expectColours(await shown(cmyk), UPRIGHT, 55);
  });

  it('are those of a wide colour space, converted', async () => {
    const wide = await quarters().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer();
    await expectColours(await shown(wide), UPRIGHT);
  });
});

describe('orientation', () => {
  /** Where the quarters stand in a file whose viewer has to turn it as the tag says. */
  const STORED: Readonly<Record<number, readonly (readonly number[])[]>> = {
    1: [RED, GREEN, BLUE, GREY],
    2: [GREEN, RED, GREY, BLUE],
    3: [GREY, BLUE, GREEN, RED],
    4: [BLUE, GREY, RED, GREEN],
    5: [RED, BLUE, GREEN, GREY],
    6: [BLUE, RED, GREY, GREEN],
    7: [GREY, GREEN, BLUE, RED],
    8: [GREEN, GREY, RED, BLUE],
  };

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('%d is turned upright', async (orientation) => {
    const tagged = await quarters().jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer();
    const picture = await shown(tagged);
    const sideways = orientation > 4;
    expect(picture.derived).toMatchObject(sideways ? { width: 40, height: 60 } : { width: 60, height: 40 });
    await expectColours(picture, STORED[orientation] ?? []);
  });
});

describe('pages and frames', () => {
  const frame = ([r, g, b]: readonly number[]) =>
    sharp({ create: { width: 20, height: 20, channels: 3, background: { r, g, b } } })
      .png()
      .toBuffer();

  it.each(['gif', 'webp'] as const)('of a %s: the first is shown, all are counted', async (format) => {
    const frames = await Promise.all([RED, GREEN, BLUE].map(frame));
    const many = await sharp(frames, { join: { animated: true } })
      .toFormat(format, { lossless: true })
      .toBuffer();
    const picture = await shown(many);
    expect(picture.derived).toEqual({ width: 20, height: 20, pages: 3, flat: true });
    await expectColours(picture, [RED]);
  });
});

describe('what cannot be seen', () => {
  it('on white is shown on dark', async () => {
    const white = Buffer.alloc(40 * 40 * 4, 0);
    for (let at = 0; at < 40 * 20; at++) white.set([255, 255, 255, 255], at * 4);
    const picture = await shown(
      await sharp(white, { raw: { width: 40, height: 40, channels: 4 } })
        .png()
        .toBuffer(),
    );
    expect(picture.derived.flat).toBeUndefined();
  });

  it('because it is of one colour throughout is said to be so', async () => {
    const empty = sharp({ create: { width: 30, height: 30, channels: 4, background: '#0000' } });
    expect((await shown(await empty.png().toBuffer())).derived).toEqual({
      width: 30,
      height: 30,
      flat: true,
    });
  });

  it('because it is a strip is refused', async () => {
    const strip = { create: { width: 1, height: 10_000, channels: 3 as const, background: '#888' } };
    expect(inWords(await derive(await sharp(strip).png().toBuffer()))).toEqual({
      refused: 'It is 1 by 10,000 pixels: a strip too narrow for anything to be seen.',
    });
  });
});

/** A PNG whose rows, all of zeros, take hardly any room: 40 KB for 400 megapixels. */
const bomb = (width: number, height: number, bits: 8 | 16): Buffer =>
  pngOf({ width, height, bits, colour: 6, packed: deflateSync(Buffer.alloc(1_000_000)) });

describe('size', () => {
  it('of a photograph of 50 megapixels is no hindrance', async () => {
    const large = await quarters().resize(8_660, 5_774, { kernel: 'nearest', fit: 'fill' }).jpeg().toBuffer();
    const started = performance.now();
    const picture = await shown(large);
    expect(picture.derived).toEqual({ width: 1600, height: 1066 });
    await expectColours(picture, UPRIGHT);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it.each([
    ['400 megapixels', bomb(20_000, 20_000, 8), 'It has more than 100 million pixels.'],
    [
      '70 megapixels of 64 bits',
      bomb(10_000, 7_000, 16),
      'It would take more than 400 MB of memory to unpack.',
    ],
  ])('of %s is refused before it is unpacked', async (_, bytes, reason) => {
    const started = performance.now();
    expect(inWords(await derive(bytes))).toEqual({ refused: reason });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('a file that is not whole or not a picture', () => {
  const makers = {
    jpeg: () => quarters(400, 300).jpeg(),
    png: () => quarters(400, 300).png({ compressionLevel: 0 }),
    tiff: () => quarters(400, 300).tiff({ compression: 'none' }),
    webp: () => quarters(400, 300).webp({ lossless: true }),
    gif: () => quarters(400, 300).gif(),
    avif: () => quarters(400, 300).avif(),
  };

  it.each(Object.entries(makers))('is refused: a %s that ends too soon', async (_, make) => {
    const bytes = await make().toBuffer();
    for (const share of [0.05, 0.4, 0.8]) {
      const derivation = await derive(bytes.subarray(0, Math.ceil(bytes.length * share)));
      expect(inWords(derivation)).toEqual({
        refused: expect.stringMatching(/^(?:The file is|It is not a picture)/) as string,
      });
    }
  });

  it('is known by its bytes and not by its name', async () => {
    const archive = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(60)]);
    expect(inWords(await derive(archive))).toEqual({
      refused: 'It is a ZIP archive or an Office document, not a picture.',
    });
    const gzip = Buffer.concat([Buffer.from('1f8b08', 'hex'), Buffer.alloc(60)]);
    expect(inWords(await derive(gzip))).toEqual({
      refused: 'It is a compressed file: send the picture itself.',
    });
  });
});
