import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { differenceOf } from './alike.ts';

const BLOCK = { left: 40, top: 200, width: 600, height: 160 };

let screen: Buffer;
beforeAll(async () => {
  screen = await readFile(join(import.meta.dirname, 'approved', 'subscribe-desktop.png'));
});

const placed = async (top: number): Promise<Buffer> => {
  const input = await sharp(screen).extract(BLOCK).png().toBuffer();
  return sharp(screen)
    .composite([{ input, left: BLOCK.left, top }])
    .png()
    .toBuffer();
};

it('finds a picture alike that is the same, or whose letters have softer edges', async () => {
  expect(await differenceOf(screen, screen)).toBeUndefined();
  expect(await differenceOf(screen, await placed(BLOCK.top))).toBeUndefined();
  expect(await differenceOf(screen, await sharp(screen).blur(0.6).png().toBuffer())).toBeUndefined();
});

it('finds that a block has moved by six pixels, that a colour is another one, and that the page is longer', async () => {
  expect(await differenceOf(screen, await placed(BLOCK.top + 6))).toMatch(/% of a part of it differs$/);
  const dark = await sharp(screen).negate().png().toBuffer();
  expect(await differenceOf(screen, dark)).toMatch(/% of a part of it differs$/);
  const longer = await sharp(screen).extend({ bottom: 24, background: 'white' }).png().toBuffer();
  expect(await differenceOf(screen, longer)).toMatch(/^it is /);
});
