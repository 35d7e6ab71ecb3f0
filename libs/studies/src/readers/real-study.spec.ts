import { join } from 'node:path';
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import { readAll, withFolder } from '../testing/study-folder.ts';
import { tableOf } from '../writers/table.ts';
import { DATASET_FORMATS, writeDataset } from '../writers/write-dataset.ts';
import { openDataset } from './open-dataset.ts';

/** Comparing a hundred thousand objects deeply takes minutes; their texts are compared at once. */
const textOf = async (path: string): Promise<string> =>
  JSON.stringify(await readAll(await openDataset(path)));

const DOMAINS = ['ae', 'cm', 'dm', 'ds', 'ex', 'lb', 'mh', 'suppdm', 'sv', 'ts', 'vs'];

describeWith(realStudyFolder)('the real study', () => {
  it.each(DOMAINS)('has the same rows of %s in all four formats', async (domain) => {
    const dataset = await openDataset(join(realStudyFolder, `${domain}.dsjc`));
    const original = await readAll(dataset);
    const rows = original.map(({ values }) => values);
    const table = tableOf({ ...dataset, createdAt: '2024-01-08T06:00:00' }, rows);
    expect(original.every(({ faults }) => faults.length === 0)).toBe(true);
    const text = JSON.stringify(original);
    await withFolder(async (folder) => {
      for (const format of DATASET_FORMATS)
        expect((await textOf(await writeDataset(folder, table, format))) === text).toBe(true);
    });
  });
});
