/** Small: the gate lets a true report pass, and finds each thing that is made wrong with it. */
import { findingWords } from '@rounds/report-types/model/parts/findings';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { Dataset } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';
import type { Format } from '@rounds/contracts/formats';
import {
  buildDataset,
  emptyDataset,
  imageEntry,
  textEntry,
} from '@rounds/report-types/study-weekly/testing/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import sharp from 'sharp';
import { draw, modelOf } from '../draw.ts';
import { documentDefinition, type Pictures } from '../pdf/document.ts';
import { createPdf } from '../pdf/pdfmake.ts';
import { pageText, readPdf } from '../testing/pdf-text.ts';
import { withPictures } from '../testing/sample-pictures.ts';
import { paletteOf } from '../theme.ts';
import { inspect, inspectDataset } from './inspect.ts';

const { listings } = buildDataset();
const [firstEvent, ...otherEvents] = listings.adverseEvents.slice(0, 6);
/** Few rows, so that each report is drawn quickly; the first events stand in two listings. */
const given = emptyDataset({
  listings: {
    ...emptyDataset().listings,
    adverseEvents: listings.adverseEvents.slice(0, 6),
    seriousEvents: listings.adverseEvents.slice(0, 3),
    outOfRange: listings.outOfRange.slice(0, 5),
  },
  documents: {
    texts: [textEntry({ documentId: 'note', title: 'Note', text: 'The dose was given. No event was seen.' })],
    images: [
      imageEntry({ documentId: 'rash', sha256: 'a'.repeat(64), title: 'Rash of the arm' }),
      imageEntry({ documentId: 'scan', sha256: 'b'.repeat(64), title: 'Scan of the liver' }),
    ],
  },
});

let dataset: StudyWeeklyDataset;
let pictures: Pictures;
beforeAll(async () => {
  ({ dataset, pictures } = await withPictures(given));
});

/** `check where: words` of each. */
const told = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => `${finding.check} ${finding.where}: ${findingWords(finding, voiceOf())}`);

const inspected = async (format: Format, bytes: Uint8Array): Promise<string[]> =>
  told(await inspect({ format, dataset, bytes }));

/** What the gate finds in a file that was drawn of another dataset than its own. */
const foundOf = async (format: Format, wrong: Dataset, shown = pictures): Promise<string[]> =>
  inspected(format, await draw({ format, dataset: wrong, pictures: shown }));

const withoutARow = (): StudyWeeklyDataset => ({
  ...dataset,
  listings: { ...dataset.listings, adverseEvents: otherEvents },
});
const withAnotherDigit = (): StudyWeeklyDataset => {
  const [first, ...others] = dataset.listings.outOfRange;
  if (first === undefined) throw new Error('The study has no result out of range.');
  const outOfRange = [{ ...first, result: 918_273 }, ...others];
  return { ...dataset, listings: { ...dataset.listings, outOfRange } };
};

const drawn = new Map<Format, Promise<Uint8Array>>();
/** The report as it should be. */
const file = (format: Format): Promise<Uint8Array> => {
  const bytes = drawn.get(format) ?? draw({ format, dataset, pictures });
  drawn.set(format, bytes);
  return bytes;
};

const FORMATS: readonly Format[] = ['pdf', 'xlsx', 'csv', 'json'];

describe('a report as it should be', () => {
  it.each(FORMATS)('passes as %s', async (format) => {
    expect(await inspected(format, await file(format))).toEqual([]);
  });

  it('has everything of its dataset', () => {
    expect(firstEvent).toBeDefined();
    expect(inspectDataset({ dataset })).toEqual([]);
  });
});

describe('a row that is not there', () => {
  it('is missed in the PDF, however often its like stands elsewhere', async () => {
    expect(await foundOf('pdf', withoutARow())).toContain(
      'rows pdf, table adverse-events-listing: 1 of 6 rows was not found.',
    );
  });

  it.each([
    ['xlsx', 'files xlsx, table adverse-events-listing'],
    ['csv', 'files csv, adverse-events-listing.csv'],
    ['csv', 'files csv, excel/adverse-events-listing.csv'],
    ['json', 'files json'],
  ] as const)('is missed in the %s: %s', async (format, where) => {
    expect(await foundOf(format, withoutARow())).toContainEqual(expect.stringContaining(where) as string);
  });

  it('is missed where a table is cut short', async () => {
    const cut = { ...dataset, listings: { ...dataset.listings, outOfRange: [] } };
    expect(await foundOf('csv', cut)).toContain('files csv, out-of-range.csv: It has 0 rows instead of 5.');
  });
});

describe('a row too many', () => {
  it('is found in every format', async () => {
    const twice = [firstEvent, firstEvent, ...otherEvents].flatMap((event) => event ?? []);
    const wrong = { ...dataset, listings: { ...dataset.listings, adverseEvents: twice } };
    for (const format of FORMATS) expect(await foundOf(format, wrong)).not.toEqual([]);
  });
});

describe('a text that no cell can hold', () => {
  it('is found in the cells that it goes on in, and missed where they end too soon', async () => {
    const text = 'No event was seen. '.repeat(4_000);
    const long = {
      ...dataset,
      documents: { images: [], texts: [textEntry({ text, characters: text.length })] },
    };
    const shorter = { ...long, documents: { images: [], texts: [textEntry({ text: text.slice(0, -9) })] } };
    const bytes = await draw({ format: 'xlsx', dataset: long, pictures });
    expect(await inspect({ format: 'xlsx', dataset: long, bytes })).toEqual([]);
    expect(told(await inspect({ format: 'xlsx', dataset: shorter, bytes }))).toEqual([
      expect.stringContaining('xlsx, table texts') as string,
    ]);
  });
});

describe('the CSV that Excel opens', () => {
  it.each(['en', 'de', 'ja'] as const)('has the signs of %s, and others are found', async (language) => {
    const bytes = await draw({ format: 'csv', dataset, pictures, language });
    expect(await inspect({ format: 'csv', dataset, bytes, language })).toEqual([]);
    const name = 'excel/out-of-range.csv';
    const files = unzipSync(bytes);
    const [separator, other] = language === 'de' ? [';', ','] : [',', ';'];
    const wrong = strFromU8(files[name] ?? new Uint8Array()).replaceAll(separator, other);
    const changed = zipSync({ ...files, [name]: strToU8(wrong) });
    expect(told(await inspect({ format: 'csv', dataset, bytes: changed, language }))).toEqual([
      expect.stringContaining(`csv, ${name}: `) as string,
    ]);
  });
});

describe('another digit', () => {
  it.each(FORMATS)('is found in a row of the %s', async (format) => {
    expect(await foundOf(format, withAnotherDigit())).not.toEqual([]);
  });

  it('is found among the headline figures, where the digit stands elsewhere on the page', async () => {
    const { toDate } = dataset.enrolment;
    const wrong = {
      ...dataset,
      enrolment: { ...dataset.enrolment, toDate: { ...toDate, screened: toDate.screened + 1 } },
    };
    expect(await foundOf('pdf', wrong)).toContainEqual(
      expect.stringMatching(/^figures pdf, first page: \d+ headline figures? w/) as string,
    );
  });
});

describe('a document', () => {
  it('that lacks a word is found', async () => {
    const texts = dataset.documents.texts.map((entry) => ({ ...entry, text: 'The dose was given.' }));
    expect(await foundOf('pdf', { ...dataset, documents: { ...dataset.documents, texts } })).toEqual([
      'documents pdf, document note: 1 of 2 parts was not found.',
    ]);
  });

  it('that is no picture any more is found', async () => {
    const [rash = new Uint8Array()] = Object.values(pictures);
    const broken = { ...pictures, ['b'.repeat(64)]: rash };
    expect(await foundOf('pdf', dataset, broken)).toEqual([
      'images pdf, document scan: The picture was not found.',
    ]);
  });

  it('of several pages has them all on the page, each under its number, and one too few is found', async () => {
    const [key = '', jpeg = new Uint8Array()] = Object.entries(pictures)[0] ?? [];
    const second = await sharp(jpeg).resize(300, 420, { fit: 'fill' }).jpeg().toBuffer();
    const [rash, ...others] = dataset.documents.images;
    if (rash?.derived === undefined) throw new Error('The first picture is not derived.');
    const further = [{ width: 300, height: 420, stretched: true as const }];
    const fax = { ...rash, derived: { ...rash.derived, pages: 30, further } };
    const wrong = { ...dataset, documents: { ...dataset.documents, images: [fax, ...others] } };
    const bytes = await draw({
      format: 'pdf',
      dataset: wrong,
      pictures: { ...pictures, [`${key}-2`]: second },
    });
    expect(await inspect({ format: 'pdf', dataset: wrong, bytes })).toEqual([]);
    const text = (await readPdf(bytes)).map(pageText).join('');
    for (const words of ['page1of30', 'page2of30·onlythefirst2pagesareshown·shownwithitsrangestretched'])
      expect(text).toContain(words);
    expect(told(await inspect({ format: 'pdf', dataset: wrong, bytes: await file('pdf') }))).toContain(
      'images pdf, document rash: The picture was not found.',
    );
  });

  it('that the cut lacks is named, and so is one that no section shows', () => {
    const lacking = [{ documentId: 'doc_9', kind: 'image', reason: 'missing' }] as const;
    const wrong = { ...dataset, manifest: { ...dataset.manifest, lacking } };
    expect(told(inspectDataset({ dataset: wrong }))).toEqual(['images document doc_9: Its bytes are gone.']);
  });
});

describe('a dataset', () => {
  it('with a listing or a figure that the report has nowhere is found', () => {
    const more = {
      ...dataset,
      listings: { ...dataset.listings, forgotten: [{ subject: '101-001', what: 'forgotten' }] },
      novel: { count: 918_273 },
    };
    expect(told(inspectDataset({ dataset: more }))).toEqual([
      'rows dataset, listings.forgotten: No table of the report has its 1 row.',
      'figures dataset, novel: 1 figure in no table of the report.',
    ]);
  });
});

/** The report, its definition changed before it is drawn. */
const drawnWith = async (
  change: (definition: TDocumentDefinitions & { content: Content[] }) => Partial<TDocumentDefinitions>,
): Promise<Uint8Array> => {
  const look = { palette: paletteOf(undefined) };
  const definition = await documentDefinition(modelOf({ dataset }), pictures, look);
  const content = definition.content as Content[];
  return createPdf({ ...definition, ...change({ ...definition, content }) }).getBuffer();
};

describe('a page', () => {
  const at = (x: number, y: number, text: string): Content => ({
    text,
    absolutePosition: { x, y },
    noWrap: true,
  });

  const behindATable = (content: readonly Content[]): number =>
    1 + content.findLastIndex((node) => JSON.stringify(node).includes('"headerRows":1'));

  it('with anything wrong is found: each fault by its name', async () => {
    const bytes = await drawnWith(({ content }) => ({
      background: (page) => (page === 3 ? at(60, 795, 'This is too low.') : null),
      content: [
        ...content.toSpliced(behindATable(content), 0, { text: '101-999 HEADACHE 2026-11-17' }),
        { text: 'left \u{1D54F} out', font: 'Source Sans 3', pageBreak: 'before' },
        at(540, 400, 'This goes over the edge.'),
        at(60, 700, 'One upon the other'),
        at(62, 702, 'The other upon the one'),
        { text: 'lost \uFFFD', font: 'DejaVu Sans' },
        { text: '', pageBreak: 'before' },
      ],
    }));
    const found = await inspected('pdf', bytes);
    for (const fault of [
      /^pages pdf, page \d+: The page is blank\.$/,
      /^pages pdf, page \d+: 1 piece of text over the edge of the page\.$/,
      /^pages pdf, page \d+: \d pieces? of text on top of others\.$/,
      /^pages pdf, head and foot: 1 page with text in its margins\.$/,
      /^glyphs pdf, page \d+: 1 character drawn without a glyph\.$/,
      /^glyphs pdf: 1 character was replaced for no reason\.$/,
      /^rows pdf, table [-\w]+: 1 place between and behind the rows/,
    ])
      expect(found).toContainEqual(expect.stringMatching(fault) as string);
  });

  it('that was taken out is missed', async () => {
    const whole = Buffer.from(await drawnWith(() => ({}))).toString('latin1');
    const kids = /\/Kids \[(\d+ 0 R )+(?=\d+ 0 R\])/.exec(whole)?.[0] ?? '';
    const last = /\d+ 0 R $/.exec(kids)?.[0] ?? '';
    expect(last).not.toBe('');
    // Of the same length: every offset of the file stays as it is.
    const without = kids.slice(0, -last.length) + ' '.repeat(last.length);
    const torn = whole
      .replace(kids, without)
      .replace(/\/Count (\d+)(?=[\s\S]{0,40}\/Kids)|(?<=\/Type \/Pages\s)\/Count (\d+)/, (count) =>
        count.replace(/\d+/, (n) => String(Number(n) - 1).padStart(n.length, '0')),
      );
    const found = await inspected('pdf', Buffer.from(torn, 'latin1'));
    expect(found).toContainEqual(
      expect.stringMatching(/^pages pdf, foot: \d+ pages? without its number/) as string,
    );
    expect(found).toContainEqual(expect.stringContaining('rows pdf, ') as string);
  });
});

describe('a file', () => {
  it.each(FORMATS)('that ends too early is no %s', async (format) => {
    const bytes = await file(format);
    const found = await inspected(format, bytes.subarray(0, bytes.length / 2));
    expect(found).toContainEqual(
      expect.stringMatching(/^files (?:\w+): The file cannot be read \(\w+\)\.$/) as string,
    );
  });

  it('in which a line of CSV was changed is found', async () => {
    const files = unzipSync(await file('csv'));
    const name = 'adverse-events-listing.csv';
    const csv = strFromU8(files[name] ?? new Uint8Array());
    const changed = {
      ...files,
      [name]: strToU8(csv.replace('MILD', 'SEVERE')),
      'more.csv': strToU8('a\r\n'),
    };
    expect(await inspected('csv', zipSync(changed))).toEqual([
      `files csv, ${name}: 1 line is not that of the dataset.`,
      'files csv: 1 file was not expected.',
    ]);
  });

  it('that is larger than allowed is found', async () => {
    const bytes = await file('json');
    const [found] = await inspect({ format: 'json', dataset, bytes, maxBytes: 1_000 });
    expect(found).toMatchObject({ check: 'size', where: 'json' });
  });
});

describe('a report that is partial', () => {
  const lacking: Finding[] = [
    { check: 'documents', where: 'document doc_1', code: 'bytes-gone' },
    {
      check: 'rows',
      where: 'pdf, table visits-by-visit',
      code: 'rows-not-found',
      values: { missing: 1, rows: 12 },
    },
  ];

  it.each(FORMATS)('says so and passes as %s', async (format) => {
    const bytes = await draw({ format, dataset, pictures, lacking });
    expect(await inspect({ format, dataset, bytes, lacking })).toEqual([]);
  });

  it.each(FORMATS)('does not pass as %s when it is silent about it', async (format) => {
    const bytes = await file(format);
    expect(await inspect({ format, dataset, bytes, lacking })).not.toEqual([]);
  });
});
