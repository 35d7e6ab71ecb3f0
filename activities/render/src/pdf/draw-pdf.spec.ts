/** Small: the real pdfmake and the real typefaces, read back by PDF.js. */
import { writeFileSync } from 'node:fs';
import {
  buildDataset,
  emptyDataset,
  imageEntry,
  textEntry,
} from '@rounds/report-types/study-weekly/testing/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { picturesOf } from '../gate/pdf-reader.ts';
import { expectPdfHolds } from '../testing/expect-pdf-holds.ts';
import { pageText, readPdf } from '../testing/pdf-text.ts';
import { withPictures } from '../testing/sample-pictures.ts';
import { PAGE_ROWS } from './data-table.ts';
import { draw } from '../draw.ts';
import type { Pictures } from './document.ts';

/** Set ROUNDS_LOOK to a folder to look at what the tests draw. */
const look = (name: string, bytes: Buffer): void => {
  const folder = process.env.ROUNDS_LOOK;
  if (folder !== undefined) writeFileSync(`${folder}/${name}.pdf`, bytes);
};

const drawPdf = async (dataset: StudyWeeklyDataset, pictures: Pictures): Promise<Buffer> =>
  Buffer.from(await draw({ format: 'pdf', dataset, pictures }));

const drawn = async (name: string, dataset: StudyWeeklyDataset): Promise<Buffer> => {
  const bytes = await drawPdf(dataset, {});
  look(name, bytes);
  return bytes;
};

/** Pictures that all pages show. */
const paintedIn = async (bytes: Buffer): Promise<number> => {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let painted = 0;
  for (let number = 1; number <= document.numPages; number++)
    painted += (await picturesOf(await document.getPage(number))).length;
  return painted;
};

const noDocuments = { texts: [], images: [] };
const { listings, adverseEvents } = buildDataset();

describe('the PDF of a full week', () => {
  let dataset: StudyWeeklyDataset;
  let bytes: Buffer;
  beforeAll(async () => {
    const completed = await withPictures(buildDataset(), ['scan-0042.jpg']);
    dataset = completed.dataset;
    bytes = await drawPdf(completed.dataset, completed.pictures);
    look('full-week', bytes);
  });

  it('holds every row, figure, sentence and text of the dataset', async () => {
    await expectPdfHolds(dataset, bytes);
  });

  it('answers on the first page, then lists its contents', async () => {
    const [first = '', second = ''] = (await readPdf(bytes)).map(pageText);
    expect(first).toContain('4itemsneedattention');
    expect(first).toContain('Whatchangedsincethereportof9–15November2026');
    expect(first).toContain('Adverseeventsaweek');
    expect(second).toMatch(/^Contents/);
  });

  it('numbers its pages and names the cut on each', async () => {
    const pages = (await readPdf(bytes)).map(pageText);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page${index + 1}of${pages.length}`);
      expect(page).toContain('Cut3f2a91c0b7de·Allsites·unblinded');
    }
  });

  it('has the same bytes when it is drawn again', async () => {
    const again = await withPictures(buildDataset(), ['scan-0042.jpg']);
    expect((await drawPdf(again.dataset, again.pictures)).equals(bytes)).toBe(true);
  });

  it('has bookmarks and no other time than the cut’s', () => {
    const text = bytes.toString('latin1');
    expect(text).toContain('/Outlines');
    expect(new Set(text.match(/\(D:\d+Z?\)/g))).toEqual(new Set(['(D:20261123070004Z)']));
  });
});

describe('the PDF of an unusual study', () => {
  it('says in words that there is nothing yet', async () => {
    const dataset = emptyDataset();
    const bytes = await drawn('empty', dataset);
    await expectPdfHolds(dataset, bytes);
    const pages = (await readPdf(bytes)).map(pageText);
    expect(pages[0]).toContain('Nothingurgent');
    expect(pages.join('')).toContain('Nosubjecthasbeenscreenedyet.');
  });

  it('draws a study of one subject', async () => {
    const full = buildDataset();
    const dataset = emptyDataset({
      listings: { ...emptyDataset().listings, newSubjects: full.listings.newSubjects.slice(0, 1) },
      trends: { weeks: full.trends.weeks.slice(-1) },
    });
    await expectPdfHolds(dataset, await drawn('one-subject', dataset));
  });

  it.each([
    ['200,000 characters without a space', 'abcdefghij', 200_000],
    ['200,000 characters without a line break', 'Erythema and oedema. ', 200_000],
    ['2,000 short lines', 'Erythema\n\noedema 5 mm\n', 23_000],
  ])('keeps all of a text of %s', async (_, unit, length) => {
    const text = unit.repeat(length / unit.length);
    const dataset = emptyDataset({ documents: { texts: [textEntry({ text })], images: [] } });
    await expectPdfHolds(dataset, await drawn('long-text', dataset));
  });

  it('shows the beginning of a listing of 3,000 rows and says where the rest is', async () => {
    const [row] = listings.outOfRange;
    if (row === undefined) throw new Error('The dataset lists no result out of range.');
    const outOfRange = Array.from({ length: 3_000 }, (_, index) => ({ ...row, subject: `RND-${index}` }));
    const dataset = emptyDataset({ listings: { ...listings, outOfRange } });
    const bytes = await drawn('excerpt', dataset);
    await expectPdfHolds(dataset, bytes);
    const text = (await readPdf(bytes)).map(pageText).join('');
    expect(text).toContain('Thefirst250of3,000rows.TheXLSX(sheet“4.1Outofrange”)andtheCSV(out-of-range.csv)');
    expect(text).toContain(`RND-${PAGE_ROWS - 1}`);
    expect(text).not.toContain(`RND-${PAGE_ROWS}`);
  });

  it('sets a long list of few columns in two columns of the page, whole', async () => {
    const names = Array.from(
      { length: 249 },
      (_, index) => `${'LONG NAME OF A TERM '.repeat(index % 4)}TERM ${index}`,
    );
    const byPreferredTerm = Object.fromEntries(
      names.map((name, index) => [name, { events: index + 1, subjects: 1 }]),
    );
    const toDate = { ...adverseEvents.toDate, byPreferredTerm };
    const dataset = emptyDataset({ adverseEvents: { ...adverseEvents, toDate } });
    await expectPdfHolds(dataset, await drawn('two-columns', dataset));
  });

  it('keeps rows whose cells are longer than a page', async () => {
    const long = listings.adverseEvents.slice(0, 3).map((row, index) => ({
      ...row,
      reportedTerm: index === 1 ? 'a very long term as the site wrote it, '.repeat(300) : row.reportedTerm,
    }));
    const dataset = emptyDataset({ listings: { ...listings, adverseEvents: long } });
    await expectPdfHolds(dataset, await drawn('long-cells', dataset));
  });

  it('shows a mark for what no typeface has, and lists it', async () => {
    const text = 'Ångström ≥ 3 × ULN → ☑ Ω Ж 患者; \u{12000}\u{12001} was seen';
    const dataset = emptyDataset({ documents: { texts: [textEntry({ text })], images: [] } });
    const bytes = await drawn('glyphs', dataset);
    await expectPdfHolds(dataset, bytes);
    const all = (await readPdf(bytes)).map(pageText).join('');
    expect(all).toContain('Ångström≥3×ULN→☑ΩЖ患者;\uFFFD\uFFFDwasseen');
    expect(all).toContain('U+12000');
    expect(all).toContain('U+12001');
  });

  it('takes a long name of the study, many sites and many things that need attention', async () => {
    const full = buildDataset();
    const dataset = buildDataset({
      study: {
        studyId: 'A-VERY-LONG-STUDY-IDENTIFIER-0123456789',
        title: 'A long title of a study. '.repeat(20),
      },
      scope: { sites: Array.from({ length: 60 }, (_, index) => String(700 + index)), unblinded: true },
      attention: {
        ...full.attention,
        silentSites: Array.from({ length: 40 }, (_, index) => ({
          siteId: String(700 + index),
          lastActivity: '2026-10-01',
          days: 21,
          ongoing: index,
        })),
      },
      documents: noDocuments,
    });
    const bytes = await drawn('many', dataset);
    const pages = (await readPdf(bytes)).map(pageText);
    expect(pages.join('')).toContain('Site739'.slice(4));
    for (const page of pages) expect(page).toContain('60sites·unblinded');
  });

  it('shows one picture that came twice once, under both captions', async () => {
    const one = imageEntry({ documentId: 'one', title: 'First' });
    const two = { ...one, documentId: 'two', title: 'Second' };
    const { dataset, pictures } = await withPictures(
      emptyDataset({ documents: { texts: [], images: [one, two] } }),
    );
    const bytes = await drawPdf(dataset, pictures);
    await expectPdfHolds(dataset, bytes);
    expect((await readPdf(bytes)).map(pageText).join('')).toMatch(/First.*Second/);
    expect(await paintedIn(bytes)).toBe(1);
  });
});

describe('the PDF for blinded readers', () => {
  it('names no arm', async () => {
    const { byArm, ...adverseEvents } = buildDataset().adverseEvents;
    const dataset = buildDataset({
      scope: { sites: ['101', '102'], unblinded: false },
      adverseEvents,
      documents: noDocuments,
    });
    const bytes = await drawn('blinded', dataset);
    const text = (await readPdf(bytes)).map(pageText).join('');
    expect(text).toContain('Sites101,102·treatmentarmsmasked');
    for (const arm of Object.keys(byArm ?? {})) expect(text).not.toContain(arm.replaceAll(' ', ''));
    expect(text).not.toContain('Bytreatmentarm');
  });
});
