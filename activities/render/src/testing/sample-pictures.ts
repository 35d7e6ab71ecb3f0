import type { Dataset } from '@rounds/contracts/dataset';
import sharp from 'sharp';
import type { Pictures } from '../pdf/document.ts';

const SIZES: readonly [width: number, height: number][] = [
  [1200, 800],
  [1600, 900],
  [900, 1300],
  [1400, 1000],
];

/** Something to look at: a shape on a ground, different for each index. */
const picture = (index: number, width: number, height: number): Promise<Buffer> => {
  const hue = (index * 67) % 360;
  const shape =
    `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 22% 62%)"/>` +
    `<ellipse cx="${width / 2}" cy="${height / 2}" rx="${width / 4}" ry="${height / 3}" fill="hsl(${hue} 45% 42%)"/></svg>`;
  return sharp(Buffer.from(shape)).jpeg().toBuffer();
};

/** As the stage would complete it; the images whose file name is in `refused` cannot be shown. */
export const withPictures = async <Own extends Dataset>(
  dataset: Own,
  refused: readonly string[] = [],
): Promise<{ dataset: Own; pictures: Pictures }> => {
  const pictures: Record<string, Uint8Array> = {};
  const images = [];
  for (const [index, entry] of dataset.documents.images.entries()) {
    if (refused.includes(entry.fileName)) {
      images.push({ ...entry, refused: { code: 'incomplete' } });
      continue;
    }
    const [width, height] = SIZES[index % SIZES.length] ?? [800, 800];
    pictures[entry.sha256] = await picture(index, width, height);
    images.push({ ...entry, derived: { width, height } });
  }
  return { dataset: { ...dataset, documents: { ...dataset.documents, images } }, pictures };
};
