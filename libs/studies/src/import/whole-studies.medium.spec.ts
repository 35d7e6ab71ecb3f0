/** Real: MongoDB and S3; the sample study, and the real one where it is. */
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import { writeSampleStudy } from '../sample/sample-study.ts';
import { importHarness, type ImportHarness } from '../testing/import-harness.ts';
import { convertStudy, withFolder } from '../testing/study-folder.ts';
import { DATASET_FORMATS, type DatasetFormat } from '../writers/write-dataset.ts';
import type { ImportOptions } from './import-options.ts';

let study: ImportHarness;
beforeEach(async () => {
  study = await importHarness();
});
afterEach(async () => {
  await study.close();
});

/** Imports the datasets of the folder once more, in another format: nothing may have changed. */
const expectSameIn = (
  folder: string,
  format: DatasetFormat,
  options: Partial<ImportOptions> = {},
): Promise<void> =>
  withFolder(async (other) => {
    await convertStudy(folder, other, format);
    const { files, refused } = await study.run(other, options);
    expect(refused).toBe(0);
    for (const file of files)
      expect(file).toMatchObject({ unchanged: file.rows, inserted: 0, changed: 0, removed: 0 });
  });

describe('the sample study', () => {
  it('is imported whole, and is the same in all four formats', async () => {
    await withFolder(async (folder) => {
      await writeSampleStudy(folder, { seed: 1 });
      const summary = await study.run(folder, { shiftToToday: true });
      expect(summary).toMatchObject({ studyId: 'ROUNDS-DEMO', plannedSubjects: 80, refused: 0 });
      expect(summary.documents).toMatchObject({ changed: 0, unchanged: 0, refused: [] });
      for (const format of DATASET_FORMATS) await expectSameIn(folder, format, { shiftToToday: true });
    });
  });
});

describeWith(realStudyFolder)('the real study', () => {
  it('is imported whole, and is the same from SAS transport', async () => {
    const first = await study.run(realStudyFolder);
    expect(first).toMatchObject({ studyId: 'CDISCPILOT01', plannedSubjects: 300, rows: 106_278, refused: 0 });
    expect(first.files.map(({ file, inserted }) => [file, inserted])).toEqual([
      ['ae.dsjc', 1_191],
      ['cm.dsjc', 7_510],
      ['dm.dsjc', 306],
      ['ds.dsjc', 850],
      ['ex.dsjc', 591],
      ['lb.dsjc', 59_580],
      ['mh.dsjc', 1_818],
      ['suppdm.dsjc', 1_197],
      ['sv.dsjc', 3_559],
      ['ts.dsjc', 33],
      ['vs.dsjc', 29_643],
    ]);
    await expectSameIn(realStudyFolder, 'xpt');
  }, 180_000);
});
