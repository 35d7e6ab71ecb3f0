/** Small: pages as pictures, of the sample study and of the real one, against approved ones. */
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import type { ReportTypeId } from '@rounds/report-types/catalogue';
import sharp from 'sharp';
import { draw } from '../../src/draw.ts';
import { differenceOf, expectApproved } from './approved-pages.ts';
import { picturesOf, type PagePicture } from './raster.ts';
import { realStudy } from './real-study.ts';
import { sampleStudy } from './sample-study.ts';
import { taskFor, type Study } from './study.ts';

const LEGIBLE = { width: 595, colours: 32, grey: false };
/** Nothing of the real study can be read at this size: it may not be published. */
const THUMBNAIL = { width: 80, colours: 16, grey: true };

const pdfOf = async (type: ReportTypeId, study: Study): Promise<Uint8Array> =>
  draw(await taskFor(type, study));

describe('the pages of the sample study', () => {
  let study: Study;
  let weekly: PagePicture[];
  beforeAll(async () => {
    study = await sampleStudy();
    weekly = await picturesOf(await pdfOf('study-weekly', study), LEGIBLE);
  });

  it('are as approved: all of study-weekly', async () => {
    await expectApproved('study-weekly', weekly);
  });

  it.each(['safety-weekly', 'site-performance', 'learner-progress'] as const)(
    'are as approved: the first of %s',
    async (type) => {
      const pages = await picturesOf(await pdfOf(type, study), LEGIBLE);
      await expectApproved(type, pages.slice(0, 1));
    },
  );

  it('differ when a block of them moves by two pixels, and not when nothing does', async () => {
    const [page = Buffer.alloc(0)] = weekly;
    const block = { left: 40, top: 300, width: 500, height: 120 };
    const cut = await sharp(page).extract(block).png().toBuffer();
    const placed = (top: number) =>
      sharp(page)
        .composite([{ input: cut, left: block.left, top }])
        .png()
        .toBuffer();
    expect(await differenceOf(page, await placed(block.top))).toBeUndefined();
    expect((await differenceOf(page, await placed(block.top + 2)))?.pixels).toBeGreaterThan(500);
  });

  it('differ when one figure is another', async () => {
    const changed = { ...study, planned: (study.planned ?? 0) + 1 };
    const [page = Buffer.alloc(0)] = await picturesOf(await pdfOf('study-weekly', changed), LEGIBLE);
    expect(await differenceOf(weekly[0] ?? Buffer.alloc(0), page)).toBeDefined();
  });
});

describeWith(realStudyFolder)('the pages of the real study', () => {
  it('are as approved, as far as thumbnails show it', async () => {
    const pages = await picturesOf(await pdfOf('study-weekly', realStudy()), THUMBNAIL);
    await expectApproved('real-study-weekly', pages);
  });
});
