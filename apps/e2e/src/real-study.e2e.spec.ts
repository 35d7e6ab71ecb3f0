/**
 * The real study from its files to the reports of two readers: one of all sites who is unblinded, one of two sites
 * who is blinded. Everything real: command line, API, workflows, stages, object store.
 */
import type { NotShownCode } from '@rounds/contracts/dataset';
import { notShownWords } from '@rounds/report-types/model/parts/not-shown';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import { figuresOfDataset, figuresOfTables } from './example-figures.ts';
import { makeReport } from './made-report.ts';
import { squeeze } from './read-pdf.ts';
import { folded, namesFound, readReport, sheetsAsTables, type Report } from './read-report.ts';
import { captionOf, writeRealStudy } from './real-study-folder.ts';
import { startHome, type Home } from './rounds-home.ts';
import { figuresOfSites, treatmentsOfStudy } from './scope-figures.ts';
import { figurePaths, PERIOD, WORKED_EXAMPLE } from './worked-example.ts';

const STUDY = 'CDISCPILOT01';
const SITES = ['701', '702'];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Of each awkward image: its pixels as shown, upright and at most 1,600 a side; or the code of why it is refused. */
const IMAGES: Readonly<
  Record<string, (Size & { pages?: number; further?: readonly Size[] }) | NotShownCode>
> = {
  '4.webp': { width: 1024, height: 772 },
  '65536-uint32-limit.png': 'too-many-pixels',
  'Channel_digital_image_CMYK_color.jpg': { width: 500, height: 333 },
  'Flag_of_the_Netherlands-16bit.png': { width: 900, height: 600 },
  'G31D_MULTI.TIF': { width: 1214, height: 1600, pages: 2, further: [{ width: 1214, height: 1600 }] },
  'Landscape_1.jpg': { width: 600, height: 450 },
  'Landscape_3.jpg': { width: 600, height: 450 },
  'Landscape_6.jpg': { width: 600, height: 450 },
  'Portrait_5.jpg': { width: 450, height: 600 },
  // It names no size, and a drawing has no pixels of its own.
  'circle.svg': { width: 1600, height: 1600 },
  'corrupt-header.jpg': 'incomplete',
  'grey-8bit-alpha.png': { width: 400, height: 300 },
  'pitm.avif': { width: 1600, height: 313, pages: 5 },
  'tbgn2c16.png': { width: 32, height: 32 },
  'truncated.jpg': 'incomplete',
};

/** Figure, the week before and the difference beside it, and what it is part of, as page one sets them. */
const HEADLINE: readonly (readonly [label: string, value: string, context: string])[] = [
  ['Screened', '4', '189 to date'],
  ['Randomised', '1', '159 of 300 planned'],
  ['Discontinued', '0', '82 to date, 38 ongoing'],
  ['Visits', '40', '18 kinds of visit'],
  ['Adverse events', '17', '687 to date'],
  ['Serious events', '0', '2 to date'],
  ['Fatal events', '0', '2 to date'],
  ['Lab out of range', '28', '4.1% of 687 results'],
  ['Systolic mean, mmHg', '133.66', '93 readings'],
];

const SUBJECT = /\b01-(\d{3})-\d{4}\b/g;
const siteIdsIn = (text: string): string[] => [...text.matchAll(SUBJECT)].map(([, site = '']) => site);

describeWith(realStudyFolder)('CDISCPILOT01 as it was due on 2013-09-09', () => {
  let home: Home;
  let folder: string;
  let images: string[];
  let imported: unknown;
  let full: Report;
  let scoped: Report;

  const reportOf = async (user: string): Promise<Report> => {
    const wish = { studyId: STUDY, reportType: 'study-weekly', parameters: { asOf: PERIOD.end } };
    return readReport(await makeReport(home, user, wish));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-real-study-'));
    [home, images] = await Promise.all([startHome(), writeRealStudy(folder)]);
    imported = await home.cli('import', folder);
    await home.cli('grant', '--user', 'all@example.org', '--study', STUDY, '--unblinded');
    await home.cli('grant', '--user', 'some@example.org', '--study', STUDY, '--sites', SITES.join(','));
    [full, scoped] = await Promise.all([reportOf('all@example.org'), reportOf('some@example.org')]);
  }, 300_000);

  afterAll(async () => {
    await home.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is imported whole, with the documents beside it', () => {
    const documents = { inserted: images.length + 3, refused: [] };
    expect(imported).toMatchObject({ studyId: STUDY, rows: 106_278, refused: 0, documents });
  });

  describe('to an unblinded reader of all sites', () => {
    it('tells the figures of the worked example in JSON', () => {
      expect(figuresOfDataset(full.dataset)).toEqual(WORKED_EXAMPLE);
      expect(full.dataset).toMatchObject({ period: PERIOD, scope: { sites: 'all', unblinded: true } });
    });

    it('tells them in CSV', () => {
      expect(figuresOfTables(full.csv.plain)).toEqual(WORKED_EXAMPLE);
    });

    it('tells them in XLSX, every cell of every sheet as in CSV', () => {
      expect(figuresOfTables(sheetsAsTables(full))).toEqual(WORKED_EXAMPLE);
    });

    it('lists each of them by its path in both', () => {
      const expected = figurePaths({ ...WORKED_EXAMPLE, dataQuality: {} }).map(([path, figure]) => [
        path,
        String(figure),
      ]);
      for (const tables of [full.csv.plain, sheetsAsTables(full)]) {
        const listed = tables.find(({ name }) => name === 'figures')?.rows ?? [];
        const values = new Map(listed.map(([path, value]) => [path, value]));
        expect(expected.map(([path]) => [path, values.get(path)])).toEqual(expected);
      }
    });

    it('tells the headline on the first page of the PDF', () => {
      const [first = ''] = full.pdf.pages;
      const tiles = HEADLINE.map(([label, value, context]) => {
        // Last week's figure, then the difference.
        const beside = '[\\d.]+[+−±][\\d.]+';
        return new RegExp(`${squeeze(label + value)}${beside}${squeeze(context)}`);
      });
      expect(tiles.filter((tile) => !tile.test(first))).toEqual([]);
    });

    it('shows each awkward image, or names it with the reason why not', () => {
      expect(Object.keys(IMAGES).sort()).toEqual(images);
      const told = full.dataset.documents.images.filter(({ fileName }) => fileName in IMAGES);
      expect(
        Object.fromEntries(
          told.map(({ fileName, derived, refused }) => [fileName, derived ?? refused?.code]),
        ),
      ).toEqual(IMAGES);
      const shown = Object.values(IMAGES).filter((outcome) => typeof outcome !== 'string');
      const pages = shown.flatMap(({ further = [] }) => [1, ...further]);
      expect(full.pdf.raw.match(/\/DCTDecode/g)).toHaveLength(pages.length);
      const text = full.pdf.pages.join('');
      for (const [file, outcome] of Object.entries(IMAGES)) {
        const words =
          typeof outcome === 'string'
            ? [file, notShownWords({ code: outcome }, voiceOf())]
            : [captionOf(file)];
        expect(words.filter((each) => !text.includes(squeeze(each)))).toEqual([]);
      }
    });
  });

  describe('to a blinded reader of two sites', () => {
    const treatments = treatmentsOfStudy();
    const noneAnywhere = () =>
      Object.fromEntries(Object.keys(scoped.places).map((place) => [place, [] as string[]]));

    it('names no treatment anywhere, where the unblinded report names all of them', () => {
      expect(treatments).toEqual([
        'PLACEBO',
        'Pbo',
        'Placebo',
        'XANOMELINE',
        'Xan_Hi',
        'Xan_Lo',
        'Xanomeline High Dose',
        'Xanomeline Low Dose',
      ]);
      expect(namesFound(full, treatments)).toMatchObject({
        'text of the PDF': treatments,
        'metadata, bookmarks and links of the PDF': ['Xan_Hi'],
        'cells and sheet names of the XLSX': treatments,
        'parts of the XLSX': treatments,
        'files of the CSV': treatments,
        JSON: treatments,
      });
      expect(namesFound(scoped, treatments)).toEqual(noneAnywhere());
    });

    it('names none in the unpacked streams of the PDF', () => {
      // Three letters come about by chance in the bytes of a picture or a typeface.
      const long = treatments.filter((name) => folded(name).length >= 5);
      const foundIn = ({ pdf }: Report) => {
        const raw = folded(pdf.raw);
        return long.filter((name) => raw.includes(folded(name)));
      };
      // What is attached to a report of arms names them, so the search can find them.
      expect(foundIn(full)).toEqual(long);
      expect(foundIn(scoped)).toEqual([]);
    });

    it('has no figures by arm', () => {
      expect(full.dataset.adverseEvents).toHaveProperty('byArm');
      expect(scoped.dataset.adverseEvents).not.toHaveProperty('byArm');
      expect(scoped.dataset.previous.adverseEvents).not.toHaveProperty('byArm');
      const tables = scoped.csv.plain.map(({ name }) => name);
      expect(full.csv.plain.map(({ name }) => name).filter((name) => !tables.includes(name))).toEqual([
        'adverse-events-by-arm',
      ]);
    });

    it('shows subjects and documents of these sites alone', () => {
      const sitesOf = (report: Report) =>
        new Set(Object.values(report.places).flatMap((text) => siteIdsIn(text)));
      expect(sitesOf(full).size).toBeGreaterThan(SITES.length);
      expect([...sitesOf(scoped)].sort()).toEqual(SITES);
      expect(Object.keys(scoped.dataset.enrolment.bySite)).toEqual(SITES);
      const { texts, images: shown } = scoped.dataset.documents;
      expect(new Set([...texts, ...shown].map(({ siteId }) => siteId))).toEqual(new Set(['701', null]));
    });

    it('tells the figures of these sites', () => {
      const { enrolment, adverseEvents } = scoped.dataset;
      expect({
        screened: enrolment.toDate.screened,
        randomised: enrolment.toDate.randomised,
        events: adverseEvents.toDate.events,
        eventsInPeriod: adverseEvents.inPeriod.events,
      }).toEqual(figuresOfSites(SITES, PERIOD));
      const { '701': one, '702': two } = full.dataset.enrolment.bySite;
      expect(enrolment.bySite).toEqual({ '701': one, '702': two });
      expect(enrolment.toDate.planned).toBeNull();
    });

    it('holds the same cells in XLSX and CSV', () => {
      expect(sheetsAsTables(scoped).length).toBeGreaterThan(20);
    });
  });
});
