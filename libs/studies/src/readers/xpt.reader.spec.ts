import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SdtmRow } from '@rounds/contracts/received';
import { RoundsError } from '@rounds/contracts/errors';
import { readAll, tableFrom, withFolder } from '../testing/study-folder.ts';
import { writeXpt } from '../writers/xpt.writer.ts';
import type { Dataset, SourceRow } from './dataset.ts';
import { openDataset } from './open-dataset.ts';

const readBytes = <T>(bytes: Buffer, work: (dataset: Dataset) => Promise<T>): Promise<T> =>
  withFolder(async (folder) => {
    const path = join(folder, 'x.xpt');
    await writeFile(path, bytes);
    return work(await openDataset(path));
  });

const read = (bytes: Buffer): Promise<SourceRow[]> => readBytes(bytes, readAll);

const values = async (bytes: Buffer): Promise<SdtmRow[]> => (await read(bytes)).map((row) => row.values);

/** Rows of one variable of `width` bytes. */
const narrow = (width: number, count: number): SdtmRow[] =>
  Array.from({ length: count }, (_, index) => ({ A: String(index).padEnd(width, 'x') }));

const LB = [
  { STUDYID: 'S1', LBSEQ: 1, LBSTRESN: 5.2, LBDTC: '2024-01-02T08:30' },
  { STUDYID: 'S1', LBSEQ: 2, LBSTRESN: -0.001, LBDTC: '2024' },
  { STUDYID: 'S1', LBSEQ: 3 },
];

const OBSERVATIONS = 'HEADER RECORD*******OBS     HEADER RECORD!!!!!!!';

describe('SAS transport', () => {
  it('reads numbers, texts and what is missing', async () => {
    expect(await values(writeXpt(tableFrom('LB', LB)))).toEqual(LB);
  });

  it('reads only what is asked for', async () => {
    const only = new Set(['LBSEQ', 'LBDTC']);
    const rows = await readBytes(writeXpt(tableFrom('LB', LB)), (dataset) => readAll(dataset, only));
    expect(rows.map((row) => row.values)).toEqual(LB.map(({ LBSEQ, LBDTC }) => ({ LBSEQ, LBDTC })));
  });

  it('reads names and labels', async () => {
    const dataset = await readBytes(writeXpt(tableFrom('LB', LB)), (each) => Promise.resolve(each));
    expect(dataset).toMatchObject({ file: 'x.xpt', name: 'LB', label: 'Dataset LB' });
    expect(dataset.columns[1]).toEqual({ name: 'LBSEQ', label: 'Label of LBSEQ', dataType: 'double' });
  });

  it.each([1, 7, 8, 40, 79, 80, 81, 160, 200])(
    'tells rows of %d bytes from the blanks that fill the last record',
    async (width) => {
      for (const count of [0, 1, 2, 9, 10, 11, 80]) {
        const rows = narrow(width, count);
        const table = tableFrom('XX', rows.length > 0 ? rows : narrow(width, 1));
        expect(await values(writeXpt({ ...table, rows: table.rows.slice(0, count) }))).toEqual(rows);
      }
    },
  );

  it('keeps blank rows that the last record alone cannot explain', async () => {
    const table = tableFrom('XX', narrow(8, 30));
    const blank = (at: number) => table.rows.map((row, index) => (index >= at ? [null] : row));
    // 30 rows of 8 bytes fill three records: of ten blank ones in the third, one must be a row.
    expect(await values(writeXpt({ ...table, rows: blank(20) }))).toEqual([...narrow(8, 20), {}]);
    // In the middle, every blank row is one.
    const middle = table.rows.map((row, index) => (index === 3 ? [null] : row));
    expect((await values(writeXpt({ ...table, rows: middle })))[3]).toEqual({});
  });

  it('takes zeros in place of blanks as padding', async () => {
    const bytes = writeXpt(tableFrom('XX', narrow(8, 3)));
    bytes.fill(0, bytes.length - 56);
    expect(await values(bytes)).toEqual(narrow(8, 3));
  });

  it('reads text beyond ASCII as UTF-8, else as code page 1252', async () => {
    const table = tableFrom('XX', [{ A: 'naïve' }, { A: 'plain!' }]);
    const utf8 = writeXpt(table);
    expect(await values(utf8)).toEqual([{ A: 'naïve' }, { A: 'plain!' }]);
    const windows = Buffer.from(utf8);
    windows.set([...Buffer.from('na\u00efve\u0092', 'latin1')], windows.indexOf('na\u00c3', 'latin1'));
    expect(await values(windows)).toEqual([{ A: 'naïve’' }, { A: 'plain!' }]);
  });

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['something else', () => Buffer.from('PK'.padEnd(400)), 'its first record must be the library header'],
    ['an empty file', () => Buffer.alloc(0), 'it ends within its headers'],
    [
      'version 8',
      (bytes) =>
        Buffer.concat([Buffer.from('HEADER RECORD*******LIBV8   HEADER RECORD!!!!!!!'), bytes.subarray(48)]),
      'it is SAS transport version 8',
    ],
    [
      'no member header',
      (bytes) => Buffer.concat([bytes.subarray(0, 240), Buffer.alloc(400)]),
      'byte 240 must begin the member header',
    ],
    ['half a header', (bytes) => bytes.subarray(0, 700), 'it ends within its headers'],
    ['half a row', (bytes) => bytes.subarray(0, -50), 'its size must be a multiple of 80 bytes'],
    ['a row cut at a record', (bytes) => bytes.subarray(0, -80), 'it ends in the middle of a row'],
    [
      'two datasets',
      (bytes) => Buffer.concat([bytes, bytes.subarray(240)]),
      'it holds more than one dataset',
    ],
    [
      'no variables',
      (bytes) => {
        const copy = Buffer.from(bytes);
        copy.write('0000', copy.indexOf('NAMESTR HEADER') - 20 + 54);
        return copy;
      },
      'it must have at least one variable',
    ],
    [
      'an impossible length',
      (bytes) => {
        const copy = Buffer.from(bytes);
        copy.writeInt16BE(9, copy.indexOf('NAMESTR HEADER') - 20 + 80 + 140 + 4);
        return copy;
      },
      'the variable LBSEQ must have a length',
    ],
  ])('refuses %s, by name and rule', async (_name, change, rule) => {
    const rows = LB.map((row) => ({ ...row, LBTERM: 'x'.repeat(100) }));
    await expect(read(change(writeXpt(tableFrom('LB', rows))))).rejects.toMatchObject({
      code: 'NOT_A_DATASET',
      fields: [{ field: 'x.xpt', rule: expect.stringContaining(rule) as string }],
    });
  });

  it('finds a second dataset wherever it begins', async () => {
    const bytes = writeXpt(tableFrom('XX', narrow(7, 40_000)));
    const second = writeXpt(tableFrom('YY', narrow(7, 1))).subarray(240);
    await expect(read(Buffer.concat([bytes, second]))).rejects.toMatchObject({ code: 'NOT_A_DATASET' });
    expect(bytes.includes(OBSERVATIONS)).toBe(true);
  });

  it.each([
    ['a long text', { A: 'x'.repeat(201) }, 'A', 'at most 200 bytes'],
    ['a long name', { ABCDEFGHI: 'x' }, 'ABCDEFGHI', 'at most 8 characters'],
  ])('refuses to write %s', (_name, row: SdtmRow, field, rule) => {
    const write = () => writeXpt(tableFrom('XX', [row]));
    expect(write).toThrow(RoundsError);
    expect(write).toThrow(field);
    expect(write).toThrow(rule);
  });
});
