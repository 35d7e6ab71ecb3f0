/** What an import keeps of the title for blinded readers; on a real MongoDB. */
import { importHarness, writeStudy, type ImportHarness } from '../testing/import-harness.ts';
import { withFolder, writeRows } from '../testing/study-folder.ts';

let study: ImportHarness;
beforeAll(async () => {
  study = await importHarness();
});
afterAll(() => study.close());

const summary = (title: string) => [
  { STUDYID: 'S1', DOMAIN: 'TS', TSSEQ: 1, TSPARMCD: 'TITLE', TSVAL: title },
  { STUDYID: 'S1', DOMAIN: 'TS', TSSEQ: 1, TSPARMCD: 'TRT', TSVAL: 'XANOMELINE' },
];
const comparator = (name: string) => ({
  ...{ STUDYID: 'S1', DOMAIN: 'TS', TSSEQ: 1, TSPARMCD: 'COMPTRT', TSVAL: name },
});
const stored = () => study.mongo.collection('studies').findOne({ _id: 'S1' });

it('is the title without the treatments of the study’s own rows, anew with each import', async () => {
  await withFolder(async (folder) => {
    await writeStudy(folder);
    await writeRows(folder, 'TS', summary('A study of Xanomeline against placebo'));
    await study.run(folder);
    expect(await stored()).toMatchObject({
      title: 'A study of Xanomeline against placebo',
      blindedTitle: 'A study of [blinded] against [blinded]',
    });
    await writeRows(folder, 'TS', summary('Xanomeline in dementia'));
    await study.run(folder);
    expect(await stored()).toMatchObject({ blindedTitle: '[blinded] in dementia' });
  });
});

it('hides what a treatment was called before, also when its rows are long deleted', async () => {
  await withFolder(async (folder) => {
    await writeStudy(folder);
    await writeRows(folder, 'TS', [...summary('Memodine in dementia'), comparator('MEMODINE')]);
    await study.run(folder);
    await writeRows(folder, 'TS', summary('Memodine in dementia'));
    await study.run(folder, { acceptRemovals: ['TS'] });
    await study.run(folder);
    const former = { 'row.TSVAL': 'MEMODINE' };
    expect(await study.mongo.collection('records').countDocuments(former)).toBe(0);
    expect(await stored()).toMatchObject({
      blindedTitle: '[blinded] in dementia',
      formerTreatments: { names: expect.arrayContaining(['MEMODINE']) as string[] },
    });
  });
});
