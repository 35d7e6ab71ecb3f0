/** Small: pictures of machines: faxes, scanners, detectors. Their shape, their pages, the range of their values. */
import { LANGUAGES } from '@rounds/contracts/language';
import { notShownWords } from '@rounds/report-types/model/parts/not-shown';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import sharp from 'sharp';
import { grey16, pngChunk } from '../testing/png.ts';
import { tiffOf, type TiffPage } from '../testing/tiff.ts';
import { deriveImage, type Picture } from './derive-image.ts';
import { inWords } from '../testing/in-words.ts';

const derive = (bytes: Buffer) =>
  deriveImage(bytes, () => Promise.reject(new Error('There is no HEIC here.')));

const shown = async (bytes: Buffer): Promise<Picture> => {
  const derivation = await derive(bytes);
  if ('refused' in derivation) throw new Error(derivation.refused.code);
  return derivation;
};

/** Grey values of an upright line through the middle. */
const column = async (jpeg: Buffer): Promise<number[]> => {
  const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, y) => data[y * info.width + (info.width >> 1)] ?? -1);
};

/** A page of one bit a pixel: a black square of so many pixels in white. */
const fax = (more: Partial<TiffPage> = {}, [across, down] = [40, 40]): TiffPage => {
  const [width, height] = [160, 100];
  const data = Buffer.alloc((width / 8) * height, more.photometric === 0 ? 0 : 255);
  for (let y = 10; y < 10 + down; y++)
    for (let x = 16; x < 16 + across; x++) {
      const at = y * (width / 8) + (x >> 3);
      data[at] = (data[at] ?? 0) ^ (128 >> (x & 7));
    }
  return { width, height, bits: 1, data, ...more };
};
const blank = (): TiffPage => ({ ...fax(), data: Buffer.alloc(2_000, 255) });

/** How wide and high the dark part is. */
const darkPart = async (jpeg: Buffer): Promise<[width: number, height: number]> => {
  const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
  const dark = [...data.entries()].filter(([, value]) => value < 128).map(([at]) => at);
  const sides = (places: readonly number[]) => Math.max(...places) - Math.min(...places) + 1;
  return [sides(dark.map((at) => at % info.width)), sides(dark.map((at) => Math.floor(at / info.width)))];
};

describe('pixels that are not square', () => {
  // A square on paper: 204 pixels across are as long as 98 down.
  const square = [80, 38] as const;
  const page = fax({ resolution: [204, 98] }, [...square]);

  it('of a fax are drawn out to its true shape', async () => {
    const { jpeg, derived } = await shown(tiffOf(page));
    expect(derived).toEqual({ width: 160, height: 208 });
    const [width, height] = await darkPart(jpeg);
    expect(Math.abs(width - height)).toBeLessThan(4);
  });

  it('are drawn out across where they are finer down', async () => {
    expect((await shown(tiffOf(fax({ resolution: [204, 391] })))).derived).toEqual({
      width: 307,
      height: 100,
    });
  });

  it.each([
    [6, { width: 208, height: 160 }],
    [3, { width: 160, height: 208 }],
  ])('are turned with their picture: orientation %d', async (orientation, size) => {
    expect((await shown(tiffOf({ ...page, orientation }))).derived).toEqual(size);
  });

  it('are those of white on 0 as of white on 1', async () => {
    const { jpeg } = await shown(tiffOf(fax({ photometric: 0 })));
    expect(Math.max(...(await column(jpeg)))).toBeGreaterThan(250);
    expect(await darkPart(jpeg)).toEqual(await darkPart((await shown(tiffOf(fax()))).jpeg));
  });

  const grey = () => sharp({ create: { width: 100, height: 50, channels: 3, background: '#888' } });
  const density = (x: number, y: number, unit: number): Buffer => {
    const data = Buffer.alloc(9);
    data.writeUInt32BE(x, 0);
    data.writeUInt32BE(y, 4);
    data[8] = unit;
    return pngChunk('pHYs', data);
  };

  it.each([
    ['to a metre', density(8_031, 3_858, 1), { width: 100, height: 104 }],
    ['as a ratio alone', density(2, 1, 0), { width: 100, height: 100 }],
    ['alike', density(3_000, 3_000, 1), { width: 100, height: 50 }],
    ['beyond belief', density(9_000, 1, 1), { width: 100, height: 50 }],
    ['without a number', density(0, 0, 1), { width: 100, height: 50 }],
  ])('are known from a PNG: %s', async (_, chunk, size) => {
    const png = await grey().png().toBuffer();
    const bytes = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
    expect((await shown(bytes)).derived).toMatchObject(size);
  });

  it('are known from a JPEG', async () => {
    const jpeg = await grey().jpeg().toBuffer();
    const jfif = Buffer.from('ffe000104a46494600010101' + '00cc' + '0062' + '0000', 'hex');
    const tagged = Buffer.concat([jpeg.subarray(0, 2), jfif, jpeg.subarray(2)]);
    expect((await shown(tagged)).derived).toMatchObject({ width: 100, height: 104 });
  });
});

describe('pages', () => {
  it('of a fax are all shown, also behind a blank one', async () => {
    const { further, derived } = await shown(tiffOf(blank(), fax(), fax({ resolution: [204, 98] })));
    expect(derived).toEqual({
      ...{ width: 160, height: 100, flat: true, pages: 3 },
      further: [
        { width: 160, height: 100 },
        { width: 160, height: 208 },
      ],
    });
    expect(further).toHaveLength(2);
    expect(await darkPart(further[0] ?? Buffer.alloc(0))).toEqual([40, 40]);
  });

  it('of a long one are shown up to the twentieth, and counted', async () => {
    const { further, derived } = await shown(tiffOf(...Array.from({ length: 30 }, () => fax())));
    expect(further).toHaveLength(19);
    expect(derived).toMatchObject({ pages: 30 });
  });

  it('that are smaller copies of others are none', async () => {
    const { derived } = await shown(tiffOf(fax(), fax({ reduced: true })));
    expect(derived).toEqual({ width: 160, height: 100 });
  });

  it('are refused together where one is damaged', async () => {
    const whole = tiffOf(fax(), fax());
    expect(inWords(await derive(whole.subarray(0, whole.length - 500)))).toEqual({
      refused: expect.stringMatching(/^The file is/) as string,
    });
  });
});

/** From the smallest value in the first row to the largest in the last. */
const ramp = (from: number, to: number, rows = 64): number[] =>
  Array.from({ length: rows }, (_, row) => from + ((to - from) * row) / (rows - 1));

const tiffRamp = (
  [from, to]: readonly [number, number],
  bits: 8 | 16 | 32 | 64,
  format: 1 | 2 | 3,
  write: (data: Buffer, value: number, at: number) => unknown,
): Buffer => {
  const width = 32;
  const values = ramp(from, to);
  const data = Buffer.alloc((values.length * width * bits) / 8);
  for (const [row, value] of values.entries())
    for (let x = 0; x < width; x++)
      write(data, format === 3 ? value : Math.round(value), ((row * width + x) * bits) / 8);
  return tiffOf({ width, height: values.length, bits, format, data });
};

describe('a range of values of which next to nothing would be seen', () => {
  it.each([
    [
      '12 bits in 16',
      grey16(
        32,
        ramp(0, 4_095).flatMap((value) => Array<number>(32).fill(Math.round(value))),
      ),
    ],
    [
      '16 bits round a base value',
      grey16(
        32,
        ramp(31_900, 34_000).flatMap((value) => Array<number>(32).fill(Math.round(value))),
      ),
    ],
    ['signed of 16', tiffRamp([-1_024, 3_071], 16, 2, (data, value, at) => data.writeInt16LE(value, at))],
    ['signed of 32', tiffRamp([0, 100_000], 32, 2, (data, value, at) => data.writeInt32LE(value, at))],
    [
      'unsigned of 32',
      tiffRamp([5, 4_000_000_000], 32, 1, (data, value, at) => data.writeUInt32LE(value, at)),
    ],
    ['fractions', tiffRamp([0, 1], 32, 3, (data, value, at) => data.writeFloatLE(value, at))],
    ['small fractions', tiffRamp([-0.25, 0.125], 32, 3, (data, value, at) => data.writeFloatLE(value, at))],
    ['classes in 8', tiffRamp([0, 4], 8, 1, (data, value, at) => data.writeUInt8(value, at))],
  ])('is stretched and said to be: %s', async (_, bytes) => {
    const { jpeg, derived } = await shown(bytes);
    expect(derived).toEqual({ width: 32, height: 64, stretched: true });
    const values = await column(jpeg);
    expect(values[0]).toBeLessThan(12);
    expect(values.at(-1)).toBeGreaterThan(243);
  });

  it.each([
    [
      '16 bits',
      grey16(
        32,
        ramp(0, 65_535).flatMap((value) => Array<number>(32).fill(Math.round(value))),
      ),
    ],
    [
      '15 bits in 16',
      grey16(
        32,
        ramp(0, 32_767).flatMap((value) => Array<number>(32).fill(Math.round(value))),
      ),
    ],
    ['8 bits', tiffRamp([0, 255], 8, 1, (data, value, at) => data.writeUInt8(value, at))],
    ['a dark 8', tiffRamp([0, 30], 8, 1, (data, value, at) => data.writeUInt8(value, at))],
  ])('is no such: %s', async (_, bytes) => {
    expect((await shown(bytes)).derived).toEqual({ width: 32, height: 64 });
  });

  it('is stretched alike in all colours of 16 bits', async () => {
    const [width, height] = [8, 8];
    const data = Buffer.alloc(width * height * 6);
    for (let at = 0; at < data.length; at += 6) {
      data.writeUInt16LE(at < data.length / 2 ? 4_000 : 1_000, at);
      data.writeUInt16LE(2_000, at + 2);
      data.writeUInt16LE(0, at + 4);
    }
    const { jpeg, derived } = await shown(tiffOf({ width, height, bits: 16, samples: 3, data }));
    expect(derived).toMatchObject({ stretched: true });
    const { data: pixels } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
    expect([...pixels.subarray(0, 3)]).toEqual([
      expect.closeTo(255, -1.4),
      expect.closeTo(127, -1.4),
      expect.closeTo(0, -1.4),
    ]);
  });

  it('of 64 bits is refused for that', async () => {
    const bytes = tiffRamp([0, 1], 64, 3, (data, value, at) => data.writeDoubleLE(value, at));
    expect(inWords(await derive(bytes))).toEqual({
      refused: 'Its values have more than 32 bits: a PNG of it can be shown.',
    });
  });

  it('with what is no number in it is refused', async () => {
    const bytes = tiffRamp([0, 1], 32, 3, (data, value, at) =>
      data.writeFloatLE(value > 0.5 ? Infinity : value, at),
    );
    expect(inWords(await derive(bytes))).toEqual({
      refused: 'It holds values that are no numbers: a PNG of it can be shown.',
    });
  });
});

describe('a file that was changed on its way', () => {
  it('is refused for that, in the words of its reader', async () => {
    const png = await sharp({ create: { width: 10, height: 10, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
    const at = png.indexOf('IDAT') + 6;
    png[at] = (png[at] ?? 0) ^ 1;
    const refused = 'The file was changed on its way: a checksum within it does not fit.';
    expect(inWords(await derive(png))).toEqual({ refused });
    const told = LANGUAGES.map((language) => notShownWords({ code: 'altered' }, voiceOf(language)));
    expect(new Set(told).size).toBe(LANGUAGES.length);
  });
});
