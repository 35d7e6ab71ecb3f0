/** What is written row by row is a study that can be read: every row, and as many weeks of each subject as are wanted. */
import { openDataset } from '@rounds/studies/readers/open-dataset';
import { join } from 'node:path';
import { withFolder } from '../stack/folder.ts';
import { longStudy } from './long-study.ts';

const rowsOf = async (folder: string, file: string): Promise<number> => {
  const dataset = await openDataset(join(folder, file));
  expect(dataset.warnings).toEqual([]);
  let rows = 0;
  for await (const { unread, faults } of dataset.rows()) {
    rows += 1;
    expect([...unread, ...faults]).toEqual([]);
  }
  return rows;
};

it('is ten times as long, and has the same week, one row a subject and visit', () =>
  withFolder(async (folder) => {
    const [short, long] = [longStudy(1, 4), longStudy(10, 4)];
    await Promise.all([short.untilWeek(0, join(folder, 'short')), long.untilWeek(0, join(folder, 'long'))]);
    await Promise.all([short.opening(join(folder, 'week')), long.untilWeek(1, join(folder, 'next'))]);
    expect(await rowsOf(join(folder, 'week'), 'sv.ndjson')).toBe(4);
    expect(await rowsOf(join(folder, 'short'), 'sv.ndjson')).toBe(4 * (30 + 1));
    expect(await rowsOf(join(folder, 'long'), 'sv.ndjson')).toBe(4 * (300 + 1));
    expect(await rowsOf(join(folder, 'next'), 'sv.ndjson')).toBe(4 * (300 + 2));
    expect(await rowsOf(join(folder, 'long'), 'lb.ndjson')).toBe(12 * 4 * (300 + 1));
  }));
