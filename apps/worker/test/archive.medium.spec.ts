/** The PDFs of whole studies, of every type, judged by veraPDF; what blinded readers find attached. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { draw } from '@rounds/activities-render/draw';
import { drawingThread } from '@rounds/activities-render/testing/bed';
import { readArchive } from '@rounds/activities-render/testing/pdf-archive';
import { readRealStudy } from '@rounds/adapters/testing/real-study';
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import type { Dataset } from '@rounds/contracts/dataset';
import { LANGUAGES } from '@rounds/contracts/language';
import type { Scope } from '@rounds/contracts/scope';
import { reportTypeId } from '@rounds/report-types/catalogue';
import { emptyDataset, textEntry } from '@rounds/report-types/study-weekly/testing/dataset';
import { ARMS } from '@rounds/studies/sample/protocol';
import { writeSampleStudy } from '@rounds/studies/sample/sample-study';
import { withFolder } from '@rounds/studies/testing/study-folder';
import { checkPdfA } from '../../../tools/verapdf.mjs';
import { importedStudy, type ImportedStudy } from './made-reports.ts';

const UNBLINDED: Scope = { sites: 'all', unblinded: true };
const BLINDED: Scope = { sites: 'all', unblinded: false };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rounds-pdfa-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Of every type for blinded readers, and of one for others, by name. */
const makeAll = async ({ make }: ImportedStudy): Promise<Map<string, Buffer>> => {
  const made = new Map<string, Buffer>();
  for (const type of reportTypeId.options) made.set(`${type}-blinded`, (await make(type, BLINDED)).pdf);
  return made.set('study-weekly-unblinded', (await make('study-weekly', UNBLINDED)).pdf);
};

const judged = async (pdfs: ReadonlyMap<string, Buffer>): Promise<Record<string, readonly string[]>> => {
  const files = [...pdfs.keys()].map((name) => join(folder, `${name}.pdf`));
  await Promise.all([...pdfs.values()].map((bytes, index) => writeFile(files[index] ?? '', bytes)));
  const verdicts = await checkPdfA(files, { say: (line) => process.stderr.write(`${line}\n`) });
  return Object.fromEntries(
    [...pdfs.keys()].map((name, index) => {
      const { compliant, failures } = verdicts[index] ?? { compliant: false, failures: [] };
      return [name, compliant ? ['PDF/A-3b'] : failures];
    }),
  );
};

/** On the main thread of a process of its own, since a process has one time zone. */
const drawnIn = (zone: string, dataset: Dataset): Buffer => {
  const program = `
    import { readFileSync } from 'node:fs';
    import { draw } from ${JSON.stringify(pathToFileURL(drawingThread()).href)};
    const dataset = { sha256: 'of-stdin', json: readFileSync(0) };
    const signs = new Int32Array(new SharedArrayBuffer(8));
    process.stdout.write(await draw({ input: { format: 'pdf', dataset, pictures: {} }, signs }));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    input: JSON.stringify(dataset),
    env: { TZ: zone },
    maxBuffer: 64 * 1024 * 1024,
  });
};

/** What makes a typeface lack a glyph: every script of the world, signs, what cannot be drawn at all. */
const SCRIPTS = [
  'Ångström ≥ 3 × ULN → ☑ Ωμέγα Жизнь 患者は頭痛を訴えた。환자 病人 مريض يعاني חולה ผู้ป่วย रोगी',
  '😀 👩‍⚕️ 🇯🇵 \u0001\u0007\u200B\u00AD\uFEFF\uFFFE \uD800 e\u0301 \u{1F9EC} ﷽ ㍿ ℞ ﬁ ½',
].join('\n\n');

const inEveryLanguage = async (): Promise<Map<string, Buffer>> => {
  const dataset = emptyDataset({ documents: { texts: [textEntry({ text: SCRIPTS })], images: [] } });
  const drawn = new Map<string, Buffer>();
  for (const language of LANGUAGES)
    drawn.set(`in-${language}`, Buffer.from(await draw({ format: 'pdf', dataset, pictures: {}, language })));
  return drawn;
};

const allCompliant = (pdfs: ReadonlyMap<string, Buffer>) =>
  Object.fromEntries([...pdfs.keys()].map((name) => [name, ['PDF/A-3b']]));

/** Everything beside the pages. */
const carried = async (pdf: Buffer): Promise<string> => {
  const { attachments, info, xmp } = await readArchive(pdf);
  const files = [...attachments].flatMap(([name, { description, text }]) => [name, description, text]);
  return [...files, JSON.stringify(info), xmp].join('\n').toLowerCase();
};

const expectNone = (text: string, treatments: readonly string[]): void => {
  expect(treatments.filter((treatment) => text.includes(treatment.toLowerCase()))).toEqual([]);
};

describe('the reports of the generated study', () => {
  let study: ImportedStudy;
  let pdfs: Map<string, Buffer>;
  beforeAll(async () => {
    await withFolder(async (data) => {
      await writeSampleStudy(data, { seed: 1 });
      study = await importedStudy(data, 'ROUNDS-DEMO', { start: '2025-07-07', end: '2025-07-14' });
    });
    pdfs = await makeAll(study);
  }, 300_000);
  afterAll(() => study.close());

  it('are PDF/A-3b, of every type, blinded and unblinded, in every language; what is not, is told apart', async () => {
    const sound = Buffer.from(await draw({ format: 'pdf', dataset: emptyDataset(), pictures: {} }));
    // Equal lengths keep every offset: only what PDF/A asks for is gone.
    const altered = Buffer.from(
      sound.toString('latin1').replace('/OutputIntents', '/Outputintents'),
      'latin1',
    );
    const sounds = new Map([...pdfs, ...(await inEveryLanguage()), ['sound', sound]]);
    const { 'no-intent': refused = [], ...others } = await judged(
      new Map([...sounds, ['no-intent', altered]]),
    );
    expect(others).toEqual(allCompliant(sounds));
    expect(refused.join('\n')).toContain('6.2.4.3');
  }, 300_000);

  it('carry no treatment for blinded readers, in file, name, description or metadata', async () => {
    const treatments = ARMS.flatMap(({ code, name, treatment }) => [code, name, treatment]);
    for (const type of reportTypeId.options)
      expectNone(await carried(pdfs.get(`${type}-blinded`) ?? Buffer.alloc(0)), treatments);
    expect(await carried(pdfs.get('study-weekly-unblinded') ?? Buffer.alloc(0))).toContain(
      'zelnorvant 30 mg',
    );
  });

  it('have the same bytes in a drawing thread, on a main thread, and in any time zone', async () => {
    const { pdf, dataset } = await study.make('site-performance', BLINDED);
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles'])
      expect(drawnIn(zone, dataset).equals(pdf)).toBe(true);
  });
});

describeWith(realStudyFolder)('the reports of the real study', () => {
  let study: ImportedStudy;
  let pdfs: Map<string, Buffer>;
  beforeAll(async () => {
    study = await importedStudy(realStudyFolder, 'CDISCPILOT01', { start: '2013-09-02', end: '2013-09-09' });
    pdfs = await makeAll(study);
  }, 600_000);
  afterAll(() => study.close());

  it('are PDF/A-3b, of every type, blinded and unblinded', async () => {
    expect(await judged(pdfs)).toEqual(allCompliant(pdfs));
  }, 300_000);

  it('carry no treatment for blinded readers', async () => {
    const demographics = readRealStudy('DM').flatMap(({ ARM, ARMCD }) => [String(ARM), String(ARMCD)]);
    const treatments = [...demographics, ...readRealStudy('EX').map(({ EXTRT }) => String(EXTRT))];
    const telling = [...new Set(treatments)].filter((name) => !/^scr(ee)?n ?fail/i.test(name));
    for (const type of reportTypeId.options)
      expectNone(await carried(pdfs.get(`${type}-blinded`) ?? Buffer.alloc(0)), telling);
  });
});
