/** Which rows a cut holds when a subject's site, a row's day or its generation is in question; on a real MongoDB. */
import type { StoredDelivery } from '@rounds/contracts/collections';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { recordId } from '@rounds/adapters/mongo/records.repository';
import { LATER, openFetchBed, type FetchBed } from './testing/bed.ts';
import { record, storeDocument, storeStudy } from './testing/study.ts';

let bed: FetchBed;
let mongo: Mongo;
let studyId: string;
let runId: string;
let cutOf: ReturnType<FetchBed['names']>['cutOf'];

beforeAll(async () => {
  bed = await openFetchBed();
  ({ mongo } = bed);
});
afterAll(() => bed.close());
beforeEach(() => {
  ({ studyId, runId, cutOf } = bed.names());
});

const delivery = (at: string, changes: Partial<StoredDelivery> = {}): StoredDelivery => ({
  importId: `import of ${at}`,
  at: new Date(at),
  by: 'dm@example.org',
  rows: 9,
  columns: { filled: [], numericFlags: [] },
  ...changes,
});

const subject = (USUBJID: string, SITEID: string | undefined, key = USUBJID, DMDTC = '2024-01-02') =>
  record(studyId, 'DM', { USUBJID, SITEID, DMDTC }, { key });

describe('a subject of two sites', () => {
  const rowsIn = (order: 'as they came' | 'reversed') => {
    const named = [subject('S1', '701', 'S1'), subject('S1', '702', 'S1#2')];
    const [first, second] = order === 'reversed' ? named.toReversed() : named;
    return [
      ...(first && second
        ? [
            { ...first, _id: recordId(studyId, 'DM', 'S1', 1), key: 'S1' },
            { ...second, _id: recordId(studyId, 'DM', 'S1#2', 1), key: 'S1#2' },
          ]
        : []),
      subject('S2', '701'),
      subject('S3', '703'),
      subject('S4', undefined),
      ...['S1', 'S2', 'S3'].map((each) => record(studyId, 'AE', { USUBJID: each }, { key: `${each}|1` })),
    ];
  };

  it.each(['as they came', 'reversed'] as const)('is of none of them for certain, rows %s', async (order) => {
    await storeStudy(mongo, studyId, rowsIn(order));
    await storeDocument(mongo, bed.objects, { _id: `${studyId}-a`, studyId, siteId: '701', subject: 'S1' });
    const uncertain = { subject: 'S1', siteId: null, sites: ['701', '702'] };
    const all = await cutOf();
    expect(all.subjects).toEqual([
      uncertain,
      { subject: 'S2', siteId: '701' },
      { subject: 'S3', siteId: '703' },
    ]);
    expect([all.keys('AE'), all.manifest.documents]).toEqual([
      ['S1|1', 'S2|1', 'S3|1'],
      [expect.objectContaining({ subject: 'S1' })],
    ]);
  });

  it('is of its one site where both rows name that', async () => {
    await storeStudy(mongo, studyId, [subject('S1', '701'), subject('S1', '701', 'S1#2')]);
    expect((await cutOf()).subjects).toEqual([{ subject: 'S1', siteId: '701' }]);
  });
});

describe('a row of a day that cannot be right', () => {
  const event = (AEDTC: string) => record(studyId, 'AE', { USUBJID: 'S1', AEDTC }, { key: `S1|${AEDTC}` });
  const days = ['0000-01-01', '0026-01-05', '1899-12-31', '1900-01-01', '2024-03-09', '2024-03-10'];
  const events = () => [...days, '2062-01-01', '2206-01-01'].map((day) => event(day));
  const kept = ['S1|1900-01-01', 'S1|2024-03-09'];

  it('is in no figure of the cut', async () => {
    // 2024-03-09 at UTC+14.
    await storeStudy(mongo, studyId, events(), { deliveries: { AE: delivery('2024-03-08T12:00:00Z') } });
    const cut = await cutOf();
    expect(cut.keys('AE')).toEqual(kept);
    const implausible = ['0000-01-01', '0026-01-05', '1899-12-31', '2024-03-10', '2062-01-01', '2206-01-01'];
    expect(cut.implausible).toMatchObject(implausible.map((day) => ({ domain: 'AE', subject: 'S1', day })));
    expect(cut.manifest.datasets.AE).toMatchObject({
      ...{ expected: 8, earliest: '1900-01-01', latest: '2024-03-09' },
    });
  });

  it('is plausible once its day has come and it is delivered again', async () => {
    await storeStudy(mongo, studyId, [event('2024-03-10')], {
      deliveries: { AE: delivery('2024-03-10T00:00:00Z') },
    });
    const cut = await cutOf();
    expect([cut.keys('AE'), cut.implausible]).toEqual([['S1|2024-03-10'], []]);
  });

  it('is judged by the day as it was received where dates are moved', async () => {
    const moved = ['1901-12-30', '1901-12-31', '2026-03-08', '2026-03-09', '2026-03-10'];
    await storeStudy(mongo, studyId, moved.map(event), {
      ...{ shiftDays: 729, deliveries: { AE: delivery('2024-03-08T12:00:00Z') } },
    });
    const cut = await cutOf({ period: { start: '2026-03-09', end: '2026-03-16' } });
    expect(cut.keys('AE')).toEqual(['S1|1901-12-31', 'S1|2026-03-08']);
    expect(cut.implausible.map(({ day }) => day)).toEqual(['1901-12-30', '2026-03-09', '2026-03-10']);
  });
});

describe('DM', () => {
  it('holds every row of its subjects, whatever the day', async () => {
    await storeStudy(
      mongo,
      studyId,
      [
        subject('S1', '701', 'S1', '2024-01-02'),
        record(studyId, 'DM', { USUBJID: 'S2', SITEID: '701', DMDTC: undefined }, { key: 'S2' }),
        subject('S3', '701', 'S3', LATER),
        subject('S4', '701', 'S4', '2106-01-01'),
      ],
      { deliveries: { DM: delivery('2024-03-12T12:00:00Z') } },
    );
    const cut = await cutOf();
    expect(cut.rows('DM').map(({ key, day }) => [key, day])).toEqual([
      ['S1', '2024-01-02'],
      ['S2', null],
      ['S3', LATER],
      ['S4', '2106-01-01'],
    ]);
    expect(cut.undated).toMatchObject([{ domain: 'DM', subject: 'S2', row: { SITEID: '701' } }]);
    expect(cut.implausible).toMatchObject([{ domain: 'DM', subject: 'S4', day: '2106-01-01' }]);
    expect(cut.manifest.datasets.DM).toMatchObject({ expected: 4, latest: '2024-03-13' });
    expect(cut.manifest.latestDay).toBe('2024-03-13');
  });
});

describe('the generation', () => {
  it('decides which versions of rows are the study’s', async () => {
    const version = (key: string, from: number, until?: number) =>
      record(studyId, 'AE', { USUBJID: 'S1' }, { key, from, ...(until === undefined ? {} : { until }) });
    await storeStudy(
      mongo,
      studyId,
      [
        version('a', 1),
        version('a b', 1),
        version('b', 1, 2),
        version('b', 2, 3),
        version('b', 3),
        version('c', 2),
        version('d', 1, 3),
      ],
      { generation: 2 },
    );
    const now = await cutOf();
    expect(now.keys('AE')).toEqual(['a', 'a b', 'b', 'c', 'd']);
    await mongo.collection('studies').updateOne({ _id: studyId }, { $set: { generation: 3 } });
    expect((await cutOf({ runId: `${runId}-3` })).keys('AE')).toEqual(['a', 'a b', 'b', 'c']);
  });
});

describe('the manifest', () => {
  it('names the newest delivery of each dataset, and what later ones left out', async () => {
    await storeStudy(mongo, studyId, [], {
      deliveries: {
        DM: delivery('2024-03-01T12:00:00Z'),
        AE: delivery('2024-02-01T12:00:00Z'),
        MH: delivery('2024-03-05T12:00:00Z'),
        TRAINING: delivery('2024-03-09T12:00:00Z'),
        QUERIES: delivery('2024-01-01T12:00:00Z'),
      },
    });
    const told = (at: string, leftOutAt?: string) => ({
      ...{ importId: `import of ${at}`, at: new Date(at).toISOString(), by: 'dm@example.org', rows: 9 },
      ...(leftOutAt && { leftOutAt }),
    });
    const { manifest } = await cutOf({ reportType: 'site-performance' });
    expect(manifest.deliveries).toEqual({
      DM: told('2024-03-01T12:00:00Z', '2024-03-05T12:00:00.000Z'),
      AE: told('2024-02-01T12:00:00Z', '2024-03-05T12:00:00.000Z'),
      QUERIES: told('2024-01-01T12:00:00Z'),
    });
  });

  it('names the variables that the newest import of each dataset found filled', async () => {
    const columns = { filled: ['VSTESTCD'], numericFlags: [] };
    await storeStudy(mongo, studyId, [], { deliveries: { VS: delivery('2024-03-01', { columns }) } });
    const { manifest } = await cutOf();
    expect([manifest.columns.VS, manifest.columns.LB]).toEqual([columns, { filled: [], numericFlags: [] }]);
  });
});
