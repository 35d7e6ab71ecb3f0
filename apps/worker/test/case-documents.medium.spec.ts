/**
 * Documents that told blinded readers a treatment, held everybody's report back, or were shown as they are not: from
 * the folder to the files of the report. Real: MongoDB and S3.
 */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draw } from '@rounds/activities-render/draw';
import { inspect } from '@rounds/activities-render/gate/inspect';
import { FORMATS } from '@rounds/contracts/formats';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { CASE_DOCUMENTS } from '@rounds/report-types/testing/case-documents';
import { caseFolder } from '@rounds/studies/testing/cases';
import { writeRows } from '@rounds/studies/testing/study-folder';
import { complete } from './blinded/complete.ts';
import { everyTextOf, foundIn, needlesOf } from './blinded/needles.ts';
import { caseReports, type CaseReports } from './case-reports.ts';

const TREATMENTS = {
  names: ['Placebo', 'Xanomeline High Dose', 'Xanomeline Low Dose', 'XANOMELINE'],
  codes: ['Pbo', 'Xan_Hi', 'Xan_Lo'],
  doses: ['81 mg', '54 mg'],
};
const NEEDLES = needlesOf(TREATMENTS, ['High Dose', 'Low Dose']);

const armed = (dm: string): string =>
  dm
    .replaceAll('PBO', 'Pbo')
    .replace('"Active", "Active", "ACT"', '"Xanomeline High Dose", "Xanomeline High Dose", "Xan_Hi"')
    .replace('"Active", "Active", "ACT"', '"Xanomeline Low Dose", "Xanomeline Low Dose", "Xan_Lo"');

/** The plain study with the documents, and with the treatments that they tell. */
const withDocuments = async (folder: string) => {
  await cp(CASE_DOCUMENTS, join(folder, 'documents'), { recursive: true });
  await writeFile(
    join(folder, 'dm.ndjson'),
    armed(await readFile(join(caseFolder('BASE'), 'dm.ndjson'), 'utf8')),
  );
  const taken = (EXSEQ: number, EXDOSE: number) => ({
    ...{ STUDYID: 'BASE', DOMAIN: 'EX', USUBJID: 'BASE-701-002', EXSEQ, EXTRT: 'XANOMELINE' },
    ...{ EXDOSE, EXDOSU: 'mg', EXSTDTC: '2026-01-07' },
  });
  await writeRows(folder, 'EX', [taken(1, 81), taken(2, 54)]);
};

let cases: CaseReports;
beforeAll(async () => {
  cases = await caseReports();
  const { documents } = await cases.take('BASE', withDocuments, new Date('2026-01-16T08:00:00Z'));
  expect(documents).toMatchObject({ refused: [] });
});
afterAll(() => cases.close());

const made = async (unblinded: boolean) => {
  const report = await cases.report<StudyWeeklyDataset>('BASE', 'study-weekly', { sites: 'all', unblinded });
  return complete(cases.objects, report);
};

it('shows every document whole, and pictures as they are', async () => {
  const { dataset, pictures } = await made(true);
  expect(dataset.documents.texts.filter(({ refused }) => refused !== undefined)).toEqual([]);
  expect(dataset.documents.texts).toHaveLength(13);
  const bytes = await draw({ format: 'pdf', dataset, pictures });
  expect(await inspect({ format: 'pdf', dataset, bytes })).toEqual([]);
  const images = dataset.documents.images.map(({ fileName, derived, refused }) => [
    fileName,
    derived ?? refused,
  ]);
  expect(Object.fromEntries(images)).toMatchObject({
    'badcrc.png': { code: 'altered' },
    'css-var.svg': { width: 800, height: 400 },
    'ct-12bit-in-16.png': { width: 300, height: 200, stretched: true },
    'fax-204x98.tif': { width: 1207, height: 1600 },
    'fax-blank-first.tif': { width: 1257, height: 1600, pages: 2, further: [{ width: 1257, height: 1600 }] },
    'utf16.svg': { width: 800, height: 400 },
    'viewbox-only.svg': { width: 1600, height: 1067 },
  });
});

it('tells blinded readers no treatment, and all else', async () => {
  const { dataset, pictures } = await made(false);
  for (const format of FORMATS) {
    const bytes = await draw({ format, dataset, pictures });
    expect(await inspect({ format, dataset, bytes, treatments: TREATMENTS })).toEqual([]);
    expect([format, foundIn(await everyTextOf(Buffer.from(bytes)), NEEDLES)]).toEqual([format, []]);
  }
  // The mask found all of it, and no word more.
  expect(dataset.dataQuality.blindingFaults).toEqual([]);
  const open = new Set((await made(true)).dataset.documents.texts.map(({ text }) => text));
  const masked = dataset.documents.texts.filter(({ text }) => !open.has(text));
  expect(Object.fromEntries(masked.map(({ title, text }) => [title, text.trim().split(/\n+/)]))).toEqual({
    Emphasis: [
      '# Narrative 1015',
      'Subject 01-701-1015 was switched to [blinded] on day 3. Subject 01-701-1023 stays on [blinded].',
      'Subject 01-701-1028 took [blinded] a day. The label said [blinded]. Subject 01-702-1082 had [blinded].',
    ],
    G1: ['Soft hyphen entity: [blinded] and more words here.'],
    G5: ['Link [blinded] done.'],
    Narrative: [
      '# Narrative 01-701-1015',
      'The subject was randomised to [blinded] group, and received [blinded] daily.',
      'Drug accountability (kit label [blinded]): 27 patches.',
    ],
  });
});
