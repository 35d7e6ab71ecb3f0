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
  it('reads only what is asked for', async () => {
    const rows = await withFolder(async (folder) => {
      const path = join(folder, 'ae.ndjson');
      await writeFile(path, NDJSON);
      return readAll(await openDataset(path), new Set(['USUBJID']));
    });
    expect(rows.map(({ values }) => values)).toEqual([{ USUBJID: 'S1-01' }, { USUBJID: 'S1-02' }]);
  });

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
        unread: [],
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
      { row: 2, unread: [], faults: [], values: { STUDYID: 'S1', DOMAIN: 'AE', USUBJID: 'S1-02', AESEQ: 1 } },
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
    expect(empty).toEqual({ row: 1, values: {}, unread: [], faults: [] });
  });

  it('keeps 15 significant digits and whole numbers whole', async () => {
    const cells = [4.699999999999999, 0.30000000000000004, 1 / 3, 9007199254740991, 83.2];
    const rows = await read('x.ndjson', small(cells.map((cell) => [cell, null, null, null])));
    expect(rows.map(({ values }) => values.A)).toEqual([4.7, 0.3, 0.333333333333333, 9007199254740991, 83.2]);
  });

  it.each([
    [['x', 'b', '1', true], 'A', 'not-a-number'],
    [['35,5', 'b', '1', true], 'A', 'not-a-number'],
    [[true, 'b', '1', true], 'A', 'not-a-number'],
    [[1, true, '1', true], 'B', 'not-text'],
    [[1, 'a\u0000b', '1', true], 'B', 'not-text'],
    [[1, ['b'], '1', true], 'B', 'not-text'],
    [[1, 'b', '1.2.3', true], 'C', 'not-a-number'],
    [[1, 'b', '0x78', true], 'C', 'not-a-number'],
    [[1, 'b', '1', 'Y'], 'D', 'not-text'],
  ])('leaves out a single cell of %j that cannot be read', async (cells, variable, code) => {
    const [row, next] = await read('x.ndjson', small([cells, [1, 'b', '2', false]]));
    expect(row).toMatchObject({ unread: [{ variable, code }], faults: [] });
    expect(row?.values).not.toHaveProperty(variable);
    expect(Object.keys(row?.values ?? {})).toHaveLength(3);
    expect(next).toMatchObject({ unread: [], faults: [] });
  });

  it('does not take the infinity that a parser makes of 1e400 for a number', async () => {
    const [row] = await read('x.ndjson', small(['[1e400, "b", "1", true]']));
    expect(row?.unread).toEqual([{ variable: 'A', code: 'not-a-number' }]);
  });

  it.each([
    [[1, 'b', '1'], 3],
    [[1, 'b', '1', true, 5], 5],
  ])('finds the fault of a row %j', async (cells, length) => {
    const [row] = await read('x.ndjson', small([cells]));
    expect(row?.faults).toEqual([{ field: 'row', rule: `must hold 4 values, one a column, not ${length}` }]);
  });

  it.each(['x.ndjson', 'x.dsjc', 'x.json'])('reads rows of %s that name their values', async (file) => {
    const rows = [
      { B: 'b', a: 1 },
      { A: 2, C: '1,234', D: null },
      { A: 3, E: 'not declared' },
    ];
    const ndjson = small(rows);
    const [metadata = ''] = ndjson.split('\n');
    const bytes: Record<string, Buffer | string> = {
      'x.ndjson': ndjson,
      'x.dsjc': deflateSync(ndjson),
      'x.json': JSON.stringify({ ...(JSON.parse(metadata) as object), rows }),
    };
    const read3 = await read(file, bytes[file] ?? '');
    expect(read3.map(({ values }) => values)).toEqual([{ A: 1, B: 'b' }, { A: 2, C: 1234 }, { A: 3 }]);
    expect(read3.map(({ faults }) => faults.length)).toEqual([0, 0, 1]);
  });

  const warningsOf = (file: string, bytes: Buffer | string) =>
    withFolder(async (folder) => {
      await writeFile(join(folder, file), bytes);
      const dataset = await openDataset(join(folder, file));
      await readAll(dataset);
      return dataset.warnings;
    });

  it.each<[Record<string, unknown>, readonly object[]]>([
    [{}, []],
    [{ label: [] }, [{ code: 'metadata', about: 'label', count: 1 }]],
    [
      { label: undefined, itemGroupOID: undefined, datasetJSONCreationDateTime: 5 },
      [
        { code: 'metadata', about: 'datasetJSONCreationDateTime', count: 1 },
        { code: 'metadata', about: 'itemGroupOID', count: 1 },
        { code: 'metadata', about: 'label', count: 1 },
      ],
    ],
    [{ records: undefined }, [{ code: 'no-count' }]],
    [{ records: 'two' }, [{ code: 'no-count' }]],
    [
      { columns: ['A', 'B', 'C', 'D'].map((name) => ({ name, dataType: 'string', label: {} })) },
      [
        { code: 'metadata', about: 'columns.*.itemOID', count: 4 },
        { code: 'metadata', about: 'columns.*.label', count: 4 },
      ],
    ],
  ])('warns of metadata %j that is not needed', async (metadata, warnings) => {
    const found = await warningsOf('x.ndjson', small([['1', 'b', '1', 'Y']], metadata));
    expect(found).toHaveLength(warnings.length);
    expect(found).toEqual(expect.arrayContaining([...warnings]));
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
    ['a row that is none', 'x.ndjson', small([5]), 'row 1 must be a JSON array, or an object'],
    ['a line that is no JSON', 'x.ndjson', small(['[1,']), 'line 2 must be JSON'],
    ['other JSON', 'package.json', '{"name":"rounds"}', 'datasetJSONVersion: '],
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
