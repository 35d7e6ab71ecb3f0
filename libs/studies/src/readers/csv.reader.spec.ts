import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAll, withFolder } from '../testing/study-folder.ts';
import type { Dataset, SourceRow } from './dataset.ts';
import { isDatasetFile, openDataset } from './open-dataset.ts';

const HEAD = 'learnerId,courseId,courseTitle,status,enrolledAt,completedAt,score,timeSpentMinutes';

const withCsv = <T>(text: string | Buffer, work: (dataset: Dataset) => Promise<T>, name = 'training.csv') =>
  withFolder(async (folder) => {
    await writeFile(join(folder, name), text);
    return work(await openDataset(join(folder, name)));
  });

const rowsOf = (text: string | Buffer, name?: string): Promise<SourceRow[]> => withCsv(text, readAll, name);

describe('a CSV file', () => {
  it('is a dataset by its name alone', () => {
    expect(['training.csv', 'TRAINING.CSV', 'queries.csv'].map(isDatasetFile)).toEqual([true, true, true]);
    expect(['dm.csv', 'training-2024.csv', 'training.txt'].some(isDatasetFile)).toBe(false);
  });

  it('is read by its headings, however they are written, in any order; others are left out', async () => {
    const text = [
      'Course Title,E-mail,learner_id,COURSEID,Status,Enrolled At,completed-at,timeSpentSeconds,Score',
      '"Consent, ""broad""\nand narrow",a@b.example,L1,C1,Completed,2024-01-02 09:30:00,2024-02-01,1200,87.5',
    ].join('\r\n');
    expect(await rowsOf(`\uFEFF${text}\r\n\r\n`)).toEqual([
      {
        row: 1,
        values: {
          LEARNID: 'L1',
          COURSEID: 'C1',
          COURSE: 'Consent, "broad"\nand narrow',
          TRSTAT: 'Completed',
          ENRLDTC: '2024-01-02T09:30:00',
          COMPDTC: '2024-02-01',
          TIMESEC: 1200,
          SCORE: 87.5,
        },
        unread: [],
        faults: [],
      },
    ]);
  });

  it.each([';', '\t'])('may have %j between its cells', async (separator) => {
    const text = `${HEAD}\nL1,C1,GCP; basics,ENROLLED,2024-01-02,,,`.replaceAll(',', separator);
    const [row] = await rowsOf(separator === ';' ? text.replace('GCP; basics', '"GCP; basics"') : text);
    expect(row?.values).toMatchObject({ LEARNID: 'L1', COURSE: 'GCP; basics' });
  });

  it('has a name for each variable as its first line writes it', async () => {
    const headings = await withCsv(HEAD.replace('learnerId', 'Learner ID'), (dataset) =>
      Promise.resolve(dataset.headings),
    );
    expect(headings?.get('LEARNID')).toBe('Learner ID');
    expect(headings?.get('SITEID')).toBe('site');
  });

  it('tells of cells that are no number, or have a comma in it, and of rows that are too long or short', async () => {
    const rows = await rowsOf(
      [
        HEAD,
        'L1,C1,GCP,ENROLLED,2024-01-02,,good,1',
        'L2,C1,GCP,ENROLLED,2024-01-02,,,"12,5"',
        'L3,C1,GCP',
      ].join('\n'),
    );
    expect(rows.map(({ faults }) => faults)).toEqual([
      [],
      [{ field: 'TIMEMIN', rule: 'must be written with a decimal point, without commas' }],
      [{ field: 'row', rule: 'must hold 8 values, as the first line does' }],
    ]);
    expect(rows[0]?.unread).toEqual([{ variable: 'SCORE', code: 'not-a-number' }]);
    expect(rows[1]?.values).not.toHaveProperty('TIMEMIN');
  });

  it('has decimal commas where its study says so', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'training.csv');
      await writeFile(path, `${HEAD}\nL1,C1,GCP,ENROLLED,2024-01-02,,-,"12,5"`);
      const dataset = await openDataset(path, { decimalSign: ',', missing: new Set(['-']) });
      expect(await readAll(dataset)).toMatchObject([{ unread: [], faults: [], values: { TIMEMIN: 12.5 } }]);
    });
  });

  it.each([
    ['windows-1252', Buffer.from('Einf\u00fchrung', 'latin1'), 'Einführung'],
    ['shift_jis', Buffer.from('97d58fb08e8e8cb182cc90848d73', 'hex'), '臨床試験の推行'],
  ])('is read in %s, and says that this is a guess', async (encoding, title, expected) => {
    const [before, after] = ['L1,C1,', ',ENROLLED,2024-01-02,,,'].map((text) => Buffer.from(text));
    const bytes = Buffer.concat([Buffer.from(`${HEAD}\n`), before ?? title, title, after ?? title]);
    const found = await withCsv(
      bytes,
      async (dataset) => [dataset.warnings, await readAll(dataset)] as const,
    );
    expect(found[0]).toEqual([{ code: 'encoding-guessed', about: encoding }]);
    expect(found[1]).toMatchObject([{ values: { COURSE: expected } }]);
  });

  it.each(['utf16le', 'utf8'] as const)('is read in %s by its mark', async (encoding) => {
    const text = `\ufeff${HEAD}\nL1,C1,Einführung,ENROLLED,2024-01-02,,,`;
    const found = await withCsv(
      Buffer.from(text, encoding),
      async (dataset) => [dataset.warnings, await readAll(dataset)] as const,
    );
    expect(found).toMatchObject([[], [{ values: { LEARNID: 'L1', COURSE: 'Einführung' } }]]);
  });

  it('leaves out lines without anything, as spreadsheets leave them behind', async () => {
    const rows = await rowsOf(
      `${HEAD}\nL1,C1,GCP,ENROLLED,2024-01-02,,,\n,,,,,,,\n\nL2,C1,GCP,ENROLLED,2024-01-02,,,\n`,
    );
    expect(rows.map(({ row, values }) => [row, values.LEARNID])).toEqual([
      [1, 'L1'],
      [2, 'L2'],
    ]);
  });

  it('may be large', async () => {
    const line = (n: number) => `L${n},C1,"GCP, part ${n}",ENROLLED,2024-01-02,,,${n}`;
    const rows = await rowsOf([HEAD, ...Array.from({ length: 20_000 }, (_, n) => line(n))].join('\n'));
    expect(rows).toHaveLength(20_000);
    expect(rows.at(-1)).toMatchObject({
      row: 20_000,
      values: { LEARNID: 'L19999', TIMEMIN: 19_999 },
      faults: [],
    });
  });
});

describe('a CSV file that is broken', () => {
  it.each([
    ['', /is empty/],
    ['a,b\n1,2', /first line must name learnerId, courseId, courseTitle, status, enrolledAt, completedAt/],
    [`${HEAD},learner_id\n`, /must name learnerId once/],
    [HEAD.replace('timeSpentMinutes', 'timeSpent'), /must say its unit/],
    [`${HEAD}\nL1,C1,"GCP,ENROLLED`, /must be CSV as RFC 4180 has it/],
    [`${HEAD}\nL1,C1,"secret"x,ENROLLED\n`, /line 2 must be CSV/],
  ])('is refused whole, by name and rule: %j', async (text, rule) => {
    const fault = (await rowsOf(text).catch((error: unknown) => error)) as Error;
    expect(fault).toMatchObject({ code: 'NOT_A_DATASET', message: expect.stringMatching(rule) as string });
    expect(fault.message).toMatch(/^training\.csv/);
    expect(fault.message).not.toContain('secret');
  });
});
