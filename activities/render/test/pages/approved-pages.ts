/**
 * Compares the pages of a report with those that were approved: `npm run approve` keeps what is drawn now as approved.
 * What differs is written to `.rounds/pages`: the page as it is drawn now, and where it differs, in red.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import type { PagePicture } from './raster.ts';

const APPROVED = join(import.meta.dirname, 'approved');
const DIFFERENT = resolve(import.meta.dirname, '../../../../.rounds/pages');
/** Set by `npm run approve`. */
const approves = process.env.ROUNDS_APPROVE === '1';

/** Of a pixel's colour, 0 to 1: above it a pixel differs. */
const THRESHOLD = 0.1;
/** Pixels of a page that may differ: fewer than one digit has. */
const TOLERANCE = 6;

const rgba = async (png: Buffer) => {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

/** @returns pixels that differ, and a picture of where; none where the pages are alike */
export const differenceOf = async (
  approved: PagePicture,
  drawn: PagePicture,
): Promise<{ readonly pixels: number; readonly picture: Buffer } | undefined> => {
  const [one, other] = [await rgba(approved), await rgba(drawn)];
  if (one.width !== other.width || one.height !== other.height)
    return { pixels: Math.max(one.data.length, other.data.length) / 4, picture: drawn };
  const { width, height } = one;
  const shown = new Uint8Array(width * height * 4);
  const pixels = pixelmatch(one.data, other.data, shown, width, height, {
    threshold: THRESHOLD,
    // At this size a digit is little else than softened edges.
    includeAA: true,
  });
  if (pixels <= TOLERANCE) return undefined;
  return {
    pixels,
    picture: await sharp(shown, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  };
};

const nameOf = (report: string, index: number): string =>
  `${report}-${String(index + 1).padStart(2, '0')}.png`;

const approvedNames = async (report: string): Promise<string[]> => {
  const names = await readdir(APPROVED);
  return names.filter((name) => new RegExp(`^${report}-\\d+\\.png$`).test(name)).sort();
};

const approve = async (report: string, pages: readonly PagePicture[]): Promise<void> => {
  await mkdir(APPROVED, { recursive: true });
  for (const name of await approvedNames(report)) await rm(join(APPROVED, name));
  for (const [index, page] of pages.entries()) await writeFile(join(APPROVED, nameOf(report, index)), page);
};

const faultOf = async (name: string, drawn: PagePicture): Promise<string[]> => {
  const difference = await differenceOf(await readFile(join(APPROVED, name)), drawn);
  if (difference === undefined) return [];
  await mkdir(DIFFERENT, { recursive: true });
  await writeFile(join(DIFFERENT, name), drawn);
  await writeFile(join(DIFFERENT, name.replace('.png', '.differs.png')), difference.picture);
  return [
    `${name}: ${String(difference.pixels)} pixels differ: see .rounds/pages, then correct it or \`npm run approve\``,
  ];
};

/** @throws when a page is not as approved; with ROUNDS_APPROVE=1 never: what is drawn is approved */
export const expectApproved = async (report: string, pages: readonly PagePicture[]): Promise<void> => {
  if (approves) await approve(report, pages);
  const approved = await approvedNames(report);
  const faults = await Promise.all(
    pages.slice(0, approved.length).map((page, index) => faultOf(nameOf(report, index), page)),
  );
  const expected = approved.length === pages.length ? [] : [`${String(approved.length)} pages approved`];
  expect([...faults.flat(), ...expected]).toEqual([]);
};
