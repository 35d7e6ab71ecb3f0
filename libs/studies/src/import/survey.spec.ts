import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolder, writeRows } from '../testing/study-folder.ts';
import { survey } from './survey.ts';

const AE = [{ STUDYID: 'S1', DOMAIN: 'AE', USUBJID: 'S1-01', AESEQ: 1, AEDTC: '2024-01-05' }];
const DM = [{ STUDYID: 'S1', DOMAIN: 'DM', USUBJID: 'S1-01', DMDTC: '2024-01' }];
const quiet = () => undefined;
const hashed = (path: string) => ({ path, sha256: '' });

describe('the first reading of a folder', () => {
  it('finds the study, the rows and the days', async () => {
    await withFolder(async (folder) => {
      const paths = [await writeRows(folder, 'AE', AE), await writeRows(folder, 'DM', DM, 'xpt')];
      const found = await survey(paths.map(hashed), quiet);
      expect(found).toMatchObject({ studyId: 'S1', studyFrom: 'dm.xpt' });
      expect(found.files.map(({ dataset, rows }) => [dataset.file, rows])).toEqual([
        ['ae.ndjson', 1],
        ['dm.xpt', 1],
      ]);
      expect(found.files.map(({ domains }) => [...domains])).toEqual([['AE'], ['DM']]);
      expect([...found.rowsByDay]).toEqual([
        ['2024-01-05', 1],
        ['2024-01-01', 1],
      ]);
    });
  });

  it('takes the study from elsewhere where no DM is among the files', async () => {
    await withFolder(async (folder) => {
      const known = { studyId: 'S2', studyFrom: 'dm.xpt' };
      const events = hashed(await writeRows(folder, 'AE', AE));
      expect(await survey([events], quiet, undefined, known)).toMatchObject(known);
      const demographics = hashed(await writeRows(folder, 'DM', DM));
      const all = await survey([events, demographics], quiet, undefined, known);
      expect(all).toMatchObject({ studyId: 'S1', studyFrom: 'dm.ndjson' });
      expect(await survey([], quiet, undefined, known)).toMatchObject({ ...known, files: [] });
    });
  });

  it('names every file that is broken', async () => {
    await withFolder(async (folder) => {
      const paths = [await writeRows(folder, 'AE', AE), join(folder, 'cm.json'), join(folder, 'vs.xpt')];
      await writeFile(join(folder, 'cm.json'), '{}');
      await writeFile(join(folder, 'vs.xpt'), 'SAS');
      await expect(survey(paths.map(hashed), quiet)).rejects.toMatchObject({
        code: 'NOT_A_DATASET',
        fields: [{ field: 'cm.json' }, { field: 'vs.xpt' }],
        message: expect.stringMatching(/cm\.json is not .* vs\.xpt is not /) as string,
      });
    });
  });

  it('does not choose between two files of one dataset', async () => {
    await withFolder(async (folder) => {
      const paths = [await writeRows(folder, 'AE', AE), await writeRows(folder, 'AE', AE, 'xpt')];
      await expect(survey(paths.map(hashed), quiet)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field: 'ae.xpt', rule: expect.stringContaining('ae.ndjson') as string }],
      });
    });
  });

  it('wants a study', async () => {
    await withFolder(async (folder) => {
      const paths = [await writeRows(folder, 'AE', [{ USUBJID: 'S1-01' }])];
      await expect(survey(paths.map(hashed), quiet)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field: 'STUDYID' }],
      });
    });
  });
});
