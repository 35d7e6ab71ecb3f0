/** Small: the real sharp and libheif. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { awkwardImagesFolder, describeWith } from '@rounds/adapters/testing/test-data';
import sharp from 'sharp';
import { deriveImage, type Picture } from './derive-image.ts';
import { decodeHeic } from './heic.ts';

const derive = (bytes: Buffer) => deriveImage(bytes, decodeHeic);

const shown = async (bytes: Buffer): Promise<Picture> => {
  const derivation = await derive(bytes);
  if ('refused' in derivation) throw new Error(derivation.refused);
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

describe('deriveImage', () => {
  it('turns it upright and drops its metadata', async () => {
    const original = await ground(80, 40, '#804020').withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { jpeg, derived } = await shown(original);
    expect(derived).toEqual({ width: 40, height: 80 });
    const { exif, icc, orientation } = await sharp(jpeg).metadata();
    expect([exif, icc, orientation]).toEqual([undefined, undefined, undefined]);
  });

  it('makes a large one smaller and no small one larger', async () => {
    const large = await shown(await ground(4000, 1000, '#888').jpeg().toBuffer());
    expect(large.derived).toEqual({ width: 1600, height: 400 });
    expect((await shown(await ground(20, 10, '#888').png().toBuffer())).derived).toEqual({
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

  it('shows the first of several pages and says how many there are', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((colour) => ground(10, 10, colour).png().toBuffer()),
    );
    const animated = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await shown(animated)).derived).toEqual({ width: 10, height: 10, pages: 3 });
  });

  it('reads nothing outside of an SVG', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="8" height="8">' +
      '<image xlink:href="file:///etc/hostname" width="8" height="8"/><image href="http://127.0.0.1:9/x.png" width="8" height="8"/></svg>';
    const { jpeg } = await shown(Buffer.from(svg));
    expect(await pixel(jpeg, 4, 4)).toEqual([255, 255, 255]);
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
    expect(await derive(bytes)).toEqual({ refused: expect.stringMatching(reason) as string });
  });

  it('refuses a picture of more pixels than it will unpack', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><rect width="9" height="9"/></svg>';
    expect(await derive(Buffer.from(svg))).toEqual({ refused: 'It has more than 100 million pixels.' });
  });
});

const REFUSED: Readonly<Record<string, string>> = {
  '65536-uint32-limit.png': 'It has more than 100 million pixels.',
  'corrupt-header.jpg': 'The file is not complete: it ends before the picture does.',
  'truncated.jpg': 'The file is not complete: it ends before the picture does.',
};

describeWith(awkwardImagesFolder)('deriveImage, the awkward images', () => {
  const files = readdirSync(awkwardImagesFolder);

  it.each(files)('shows or refuses %s', async (file) => {
    const derivation = await derive(readFileSync(resolve(awkwardImagesFolder, file)));
    if ('refused' in derivation) expect(derivation.refused).toBe(REFUSED[file]);
    else {
      expect(REFUSED[file]).toBeUndefined();
      expect(Math.max(derivation.derived.width, derivation.derived.height)).toBeLessThanOrEqual(1600);
      expect((await sharp(derivation.jpeg).metadata()).space).toBe('srgb');
    }
  });
});
