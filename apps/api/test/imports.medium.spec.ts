import { openApiBed, type ApiBed } from './api-bed.ts';
import { fileOf, importDocument } from './records.ts';

/** What came in for a study, and what is told of it to whom. Real: MongoDB. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const BLINDED = 'blinded@example.org';
const SITE = 'site@example.org';
const OPERATOR = 'operator@example.org';

const DRUG_FILE = 'xanomeline-ae.xpt';
const IMPORTS = [
  importDocument({
    files: [
      fileOf(DRUG_FILE, {
        leftOut: [{ domain: 'AE', variable: 'AESTDTC', code: 'not-a-date', cells: 2, firstRow: 5 }],
        warnings: [{ code: 'named-by-domain', about: 'xanomeline' }],
      }),
    ],
    documents: {
      ...{ inserted: 1, changed: 0, unchanged: 2 },
      refused: [{ file: 'xanomeline.md', code: 'empty', faults: [] }],
    },
  }),
  importDocument({
    _id: 'imp_2',
    startedAt: new Date('2026-11-17T06:00:00Z'),
    files: [fileOf(DRUG_FILE, { readBy: 'imp_1' }), fileOf('lb.xpt', { domains: ['LB'], refused: 1 })],
  }),
];

beforeAll(async () => {
  bed = await openApiBed('imports', { workers: false });
  await bed.addStudy('S1');
  await bed.addStudy('S2');
  await bed.grant(ANNA, 'S1', { unblinded: true });
  await bed.grant(BLINDED, 'S1');
  await bed.grant(SITE, 'S1', { sites: ['701'], unblinded: true });
  await bed.addRole(OPERATOR, 'operator');
  await bed.mongo.collection('imports').insertMany(IMPORTS);
  const refusal = (importId: string, file: string, row: number) => ({
    ...{ _id: `${importId}|${file}|${row}`, importId, studyId: 'S1', file, row, domain: 'AE' },
    faults: [{ field: 'STUDYID', rule: `must be S1, as in ${DRUG_FILE}` }],
    at: new Date('2026-11-16T06:00:00Z'),
  });
  await bed.mongo
    .collection('refusals')
    .insertMany([
      ...[12, 2, 30].map((row) => refusal('imp_1', DRUG_FILE, row)),
      refusal('imp_2', 'lb.xpt', 1),
    ]);
});
afterAll(() => bed.close());

const get = (as: string, path: string) => bed.call('GET', `/api/v1/studies/S1/imports${path}`, { as });

it('are listed newest first, a page at a time, with their counts', async () => {
  const { json } = await get(BLINDED, '?limit=1');
  expect(json.items).toEqual([
    {
      ...{ id: 'imp_2', studyId: 'S1', by: 'cro@example.org', status: 'completed', documents: null },
      ...{ startedAt: '2026-11-17T06:00:00.000Z', endedAt: '2026-11-16T06:01:00.000Z', refusedBecause: [] },
      ...{ rows: 20, inserted: 8, changed: 4, unchanged: 2, removed: 2, refused: 4 },
      domains: [
        { domain: 'AE', rows: 10, inserted: 4, changed: 2, unchanged: 1, removed: 1, refused: 3 },
        { domain: 'LB', rows: 10, inserted: 4, changed: 2, unchanged: 1, removed: 1, refused: 1 },
      ],
    },
  ]);
  const { json: next } = await get(BLINDED, `?limit=1&cursor=${String(json.nextCursor)}`);
  expect(next).toMatchObject({
    items: [{ id: 'imp_1', documents: { inserted: 1, changed: 0, unchanged: 2, refused: 1 } }],
    nextCursor: null,
  });
});

it('are listed of one domain', async () => {
  const idsOf = async (domain: string) =>
    ((await get(BLINDED, `?domain=${domain}`)).json.items as readonly { id: string }[]).map(({ id }) => id);
  expect([await idsOf('AE'), await idsOf('LB'), await idsOf('VS')]).toEqual([
    ['imp_2', 'imp_1'],
    ['imp_2'],
    [],
  ]);
});

it('show every refused row, a page at a time, those of spared files among them', async () => {
  const first = await get(ANNA, '/imp_2?limit=3');
  expect(first.json).toMatchObject({
    files: [
      { file: DRUG_FILE, readBy: 'imp_1' },
      { file: 'lb.xpt', readBy: null },
    ],
    refusals: {
      items: [
        { file: 'lb.xpt', row: 1, faults: [{ field: 'STUDYID', rule: `must be S1, as in ${DRUG_FILE}` }] },
        { file: DRUG_FILE, row: 2 },
        { file: DRUG_FILE, row: 12 },
      ],
    },
  });
  const { nextCursor } = (first.json as { refusals?: { nextCursor?: string } }).refusals ?? {};
  expect((await get(ANNA, `/imp_2?limit=3&cursor=${nextCursor}`)).json).toMatchObject({
    refusals: { items: [{ file: DRUG_FILE, row: 30 }], nextCursor: null },
  });
  expect((await get(ANNA, '/imp_2?cursor=bm8')).json).toMatchObject({ code: 'INVALID_INPUT' });
});

describe('of which rows were refused for several reasons', () => {
  const DATE = 'must be a date';
  const NUMBER = 'must be a number';
  const ROWS: readonly [row: number, domain: string | null, ...faults: [field: string, rule: string][]][] = [
    [1, 'AE', ['AESTDTC', DATE], ['AESEQ', NUMBER]],
    [2, 'AE', ['AESEQ', NUMBER], ['AESPID', NUMBER]],
    [3, 'LB', ['LBSEQ', NUMBER]],
    [4, null, ['', 'has more values than columns']],
  ];

  beforeAll(async () => {
    const [_id, file] = ['imp_faults', 'all.csv'];
    await bed.mongo
      .collection('imports')
      .insertOne(importDocument({ _id, startedAt: new Date('2026-11-10T06:00:00Z'), files: [fileOf(file)] }));
    await bed.mongo.collection('refusals').insertMany(
      ROWS.map(([row, domain, ...faults]) => ({
        ...{ _id: `${_id}|${file}|${row}`, importId: _id, studyId: 'S1', file, row, domain },
        faults: faults.map(([field, rule]) => ({ field, rule })),
        at: new Date('2026-11-10T06:00:00Z'),
      })),
    );
  });

  interface Page {
    readonly items: readonly { readonly row: number }[];
    readonly found: number | null;
    readonly nextCursor: string | null;
    readonly facets: Record<
      string,
      readonly { readonly value: string; readonly rows: number }[] | null
    > | null;
  }

  const page = async (as: string, query: Record<string, string>): Promise<Page> => {
    const { json } = await get(as, `/imp_faults?${new URLSearchParams(query)}`);
    return (json as unknown as { refusals: Page }).refusals;
  };
  const rowsFor = async (query: Record<string, string>) =>
    (await page(ANNA, query)).items.map(({ row }) => row);

  it.each([
    [{}, [1, 2, 3, 4]],
    [{ domain: 'AE' }, [1, 2]],
    [{ domain: '-' }, [4]],
    [{ field: 'AESEQ' }, [1, 2]],
    [{ rule: NUMBER }, [1, 2, 3]],
    [{ domain: 'LB', rule: NUMBER }, [3]],
    // Of one fault: another of the row's does not count.
    [{ field: 'AESEQ', rule: DATE }, []],
  ])('finds those that %p leaves', async (query, rows) => {
    expect(await rowsFor(query)).toEqual(rows);
    expect((await page(ANNA, query)).found).toBe(rows.length);
  });

  it('goes through them a page at a time', async () => {
    const first = await page(ANNA, { rule: NUMBER, limit: '2' });
    expect(first).toMatchObject({ found: 3, items: [{ row: 1 }, { row: 2 }] });
    const rest = await page(ANNA, { rule: NUMBER, limit: '2', cursor: String(first.nextCursor) });
    expect(rest).toMatchObject({ items: [{ row: 3 }], nextCursor: null, found: null, facets: null });
  });

  it('tells what else each filter may be set to, with the rows that it would leave beside the others', async () => {
    expect((await page(ANNA, { domain: 'AE', field: 'AESEQ' })).facets).toEqual({
      domain: [{ value: 'AE', rows: 2 }],
      field: [
        { value: 'AESEQ', rows: 2 },
        { value: 'AESPID', rows: 1 },
        { value: 'AESTDTC', rows: 1 },
      ],
      // A row that breaks it twice counts once.
      rule: [{ value: NUMBER, rows: 2 }],
    });
    const { facets } = await page(ANNA, {});
    expect(facets?.domain).toEqual([
      { value: 'AE', rows: 2 },
      { value: '-', rows: 1 },
      { value: 'LB', rows: 1 },
    ]);
    expect(facets?.rule?.[0]).toEqual({ value: NUMBER, rows: 3 });
  });

  it.each([BLINDED, OPERATOR])('tells %s, who is blinded, no rule, and finds none by it', async (who) => {
    expect(await page(who, { field: 'AESEQ' })).toMatchObject({ found: 2, facets: { rule: null } });
    const refused = await get(who, `/imp_faults?${new URLSearchParams({ rule: NUMBER })}`);
    expect([refused.status, refused.json.code]).toEqual([403, 'FORBIDDEN']);
  });
});

it.each([BLINDED, OPERATOR])('name no file to %s, who is blinded, and quote none', async (who) => {
  const { json, text } = await get(who, '/imp_1?limit=2');
  expect(text).not.toMatch(/xanomeline|abab/i);
  expect(json).toMatchObject({
    files: [
      {
        ...{ file: null, sha256: null, domains: ['AE'], refused: 3 },
        leftOut: [{ variable: 'AESTDTC', cells: 2 }],
        warnings: [{ code: 'named-by-domain', about: null }],
      },
    ],
    refusedDocuments: [{ file: null, code: 'empty' }],
    refusals: {
      items: [{ file: null, row: 2, domain: 'AE', faults: [{ field: 'STUDYID', rule: null }] }, {}],
    },
  });
  const cursor = String((json as { refusals?: { nextCursor?: string } }).refusals?.nextCursor);
  expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/xanomeline/);
});

it('tell whoever sees some sites how many rows there were, and not which', async () => {
  expect((await get(SITE, '')).json.items).toHaveLength(3);
  const { json } = await get(SITE, '/imp_1');
  expect(json).toMatchObject({
    refused: 3,
    refusals: null,
    refusedDocuments: null,
    files: [{ leftOut: null }],
  });
});

it('are over when they were not heard of for long, and say why they were refused', async () => {
  const begun = {
    studyId: 'S2',
    by: 'anna@example.org',
    startedAt: new Date('2026-11-16T06:00:00Z'),
    files: [],
  };
  const faults = [{ field: 'AE', rule: 'must not lose 30 of its 40 rows without consent' }];
  await bed.mongo.collection('imports').insertMany([
    { ...begun, _id: 'imp_3', aliveAt: new Date('2026-11-16T06:00:30Z') },
    { ...begun, _id: 'imp_4', refused: { at: new Date('2026-11-16T06:02:00Z'), faults } },
    { ...begun, _id: 'imp_5', brokeOffAt: new Date('2026-11-16T06:03:00Z') },
  ]);
  const { json } = await bed.call('GET', '/api/v1/studies/S2/imports', { as: OPERATOR });
  expect(json.items).toMatchObject([
    { id: 'imp_5', status: 'broken-off', endedAt: '2026-11-16T06:03:00.000Z' },
    { id: 'imp_4', status: 'refused', refusedBecause: faults },
    { id: 'imp_3', status: 'broken-off', endedAt: null },
  ]);
});

it('are none of another study', async () => {
  expect((await bed.call('GET', '/api/v1/studies/S2/imports/imp_1', { as: OPERATOR })).status).toBe(404);
  expect((await bed.call('GET', '/api/v1/studies/S2/imports', { as: ANNA })).status).toBe(404);
});
