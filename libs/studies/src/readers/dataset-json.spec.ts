import { deflateSync, gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAll, tableFrom, withFolder } from '../testing/study-folder.ts';
import { writeDsjc, writeJson, writeNdjson } from '../writers/dataset-json.writer.ts';
import type { SourceRow } from './dataset.ts';
import { openDataset } from './open-dataset.ts';

const TABLE = tableFrom('AE', [
  {
    STUDYID: 'S1',
    DOMAIN: 'AE',
    USUBJID: 'S1-01',
    AESEQ: 1,
    AETERM: 'naïve “headache”, 10³',
    AESTDTC: '2024-01',
  },
  { STUDYID: 'S1', DOMAIN: 'AE', USUBJID: 'S1-02', AESEQ: 1 },
]);
const NDJSON = writeNdjson(TABLE);
const LINES = NDJSON.toString().trimEnd().split('\n');
const METADATA = JSON.parse(LINES[0] ?? '') as Record<string, unknown>;

const lines = (...all: unknown[]): string =>
  all.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

const read = (name: string, bytes: Buffer | string): Promise<SourceRow[]> =>
  withFolder(async (folder) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return readAll(await openDataset(path));
  });

/** `records` and rows of one numeric, one text and one flag column. */
const small = (rows: unknown[], changes: Record<string, unknown> = {}): string =>
  lines(
    {
      ...METADATA,
      records: rows.length,
      columns: [
        { itemOID: 'a', name: 'A', label: '', dataType: 'double' },
        { itemOID: 'b', name: 'B', label: '', dataType: 'string' },
        { itemOID: 'c', name: 'C', label: '', dataType: 'decimal' },
        { itemOID: 'd', name: 'D', label: '', dataType: 'boolean' },
      ],
      ...changes,
    },
    ...rows,
  );

describe('Dataset-JSON', () => {
  it.each([
    ['ae.json', writeJson(TABLE)],
    ['ae.ndjson', NDJSON],
    ['ae.dsjc', writeDsjc(TABLE)],
    ['AE.DSJC', gzipSync(NDJSON)],
    ['crlf.ndjson', NDJSON.toString().replaceAll('\n', '\r\n')],
    ['no-newline-at-the-end.ndjson', NDJSON.toString().trimEnd()],
    ['mark.ndjson', `\uFEFF${NDJSON.toString()}`],
    ['pretty.json', JSON.stringify(JSON.parse(writeJson(TABLE).toString()), null, 2)],
  ])('reads %s', async (name, bytes) => {
    const rows = await read(name, bytes);
    expect(rows).toEqual([
      {
        row: 1,
        faults: [],
        values: {
          STUDYID: 'S1',
          DOMAIN: 'AE',
          USUBJID: 'S1-01',
          AESEQ: 1,
          AETERM: 'naïve “headache”, 10³',
          AESTDTC: '2024-01',
        },
      },
      { row: 2, faults: [], values: { STUDYID: 'S1', DOMAIN: 'AE', USUBJID: 'S1-02', AESEQ: 1 } },
    ]);
  });

  it('reads metadata that stands behind the rows', async () => {
    const { rows, ...metadata } = JSON.parse(writeJson(TABLE).toString()) as Record<string, unknown>;
    const { datasetJSONVersion, ...rest } = metadata;
    const text = JSON.stringify({ datasetJSONVersion, rows, ...rest });
    expect(await read('ae.json', text)).toEqual(await read('ae.ndjson', NDJSON));
  });

  it('takes metadata without rows', async () => {
    expect(await read('ae.json', JSON.stringify({ ...METADATA, records: 0 }))).toEqual([]);
  });

  it('makes the same value of a cell however it was written', async () => {
    const [row] = await read('x.ndjson', small([[5.2, 'text  ', '1,234.50', true]]));
    expect(row?.values).toEqual({ A: 5.2, B: 'text', C: 1234.5, D: 'Y' });
    const [empty] = await read('x.ndjson', small([['', '  ', '', null]]));
    expect(empty).toEqual({ row: 1, values: {}, faults: [] });
  });

  it('keeps 15 significant digits and whole numbers whole', async () => {
    const cells = [4.699999999999999, 0.30000000000000004, 1 / 3, 9007199254740991, 83.2];
    const rows = await read('x.ndjson', small(cells.map((cell) => [cell, null, null, null])));
    expect(rows.map(({ values }) => values.A)).toEqual([4.7, 0.3, 0.333333333333333, 9007199254740991, 83.2]);
  });

  it.each([
    [['1', 'b', '1', true], 'A', 'must be a number: the column is declared double'],
    [[1, 2, '1', true], 'B', 'must be text: the column is declared string'],
    [[1, 'a\u0000b', '1', true], 'B', 'must not hold a NUL character'],
    [[1, 'b', '1.2.3', true], 'C', 'must be a decimal number'],
    [[1, 'b', '1', 'Y'], 'D', 'must be true or false'],
    [[1, ['b'], '1', true], 'B', 'must be text: the column is declared string'],
    [[1, 'b', '1'], 'row', 'must hold 4 values, one a column, not 3'],
    [[1, 'b', '1', true, 5], 'row', 'must hold 4 values, one a column, not 5'],
  ])('finds the fault of a single row %j', async (cells, field, rule) => {
    const rows = await read('x.ndjson', small([cells, [1, 'b', '2', false]]));
    expect(rows[0]?.faults).toEqual([{ field, rule }]);
    expect(rows[1]?.faults).toEqual([]);
  });

  it.each<[string, string, Buffer | string, string]>([
    [
      'another version',
      'x.ndjson',
      small([], { datasetJSONVersion: '1.0.0' }),
      'datasetJSONVersion: must be 1.1',
    ],
    ['no columns', 'x.ndjson', small([], { columns: [] }), 'columns must name at least one variable'],
    ['a missing attribute', 'x.ndjson', small([], { name: undefined }), 'name: '],
    [
      'a wrong type',
      'x.ndjson',
      small([], { columns: [{ itemOID: 'a', name: 'A', label: '', dataType: 'text' }] }),
      'columns.0.dataType: ',
    ],
    [
      'a name that is none',
      'x.ndjson',
      small([], { columns: [{ itemOID: 'a', name: '$where', label: '', dataType: 'string' }] }),
      'columns[0].name must be a SAS name',
    ],
    [
      'a column twice',
      'x.ndjson',
      small([], {
        columns: ['A', 'a'].map((name) => ({ itemOID: 'a', name, label: '', dataType: 'string' })),
      }),
      'columns[1].name must be unique',
    ],
    [
      'a row too few',
      'x.ndjson',
      small([[1, 'b', '1', true]], { records: 2 }),
      'it holds 1 rows, but records says 2',
    ],
    ['a row that is no array', 'x.ndjson', small([{ A: 1 }]), 'row 1 must be a JSON array'],
    ['a line that is no JSON', 'x.ndjson', small(['[1,']), 'line 2 must be JSON'],
    ['other JSON', 'package.json', '{"name":"rounds"}', 'datasetJSONCreationDateTime: '],
    ['a JSON array', 'x.json', '[[1]]', 'it must be one JSON object'],
    [
      'half a file',
      'ae.json',
      writeJson(TABLE).subarray(0, -20),
      'it must not end in the middle of its object',
    ],
    [
      'half a stream',
      'ae.dsjc',
      writeDsjc(TABLE).subarray(0, -30),
      'it must be one whole zlib stream (unexpected end of file)',
    ],
    [
      'a stream of something else',
      'ae.dsjc',
      NDJSON,
      'it must be one whole zlib stream (incorrect header check)',
    ],
    [
      'a stream that is damaged',
      'ae.dsjc',
      Buffer.concat([deflateSync(NDJSON).subarray(0, 60), Buffer.alloc(80, 7)]),
      'it must be one whole zlib stream',
    ],
    ['an empty file', 'ae.ndjson', '', 'it is empty'],
    ['another encoding', 'ae.ndjson', Buffer.from(NDJSON.toString(), 'latin1'), 'it must be UTF-8 text'],
    ['UTF-16', 'ae.json', Buffer.from(writeJson(TABLE).toString(), 'utf16le'), 'it must be'],
  ])('refuses a file with %s, by name and rule', async (_name, file, bytes, rule) => {
    await expect(read(file, bytes)).rejects.toMatchObject({
      code: 'NOT_A_DATASET',
      message: expect.stringContaining(`${file} is not a dataset that can be read: ${rule}`) as string,
      fields: [{ field: file, rule: expect.stringContaining(rule) as string }],
    });
  });

  it('never holds a line that is no row', async () => {
    const endless = `${LINES[0] ?? ''}\n["${'x'.repeat(17 * 1024 * 1024)}`;
    await expect(read('ae.ndjson', endless)).rejects.toMatchObject({
      code: 'NOT_A_DATASET',
      message: expect.stringContaining('line 2') as string,
    });
  });
});
