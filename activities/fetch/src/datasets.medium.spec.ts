/** Which datasets a cut holds: those that its report type reads; on a real MongoDB and a real S3. */
import type { RecordDocument } from '@rounds/contracts/collections';
import type { SdtmRow } from '@rounds/contracts/received';
import { DATED_DOMAINS, OPERATIONAL_DAYS, type OperationalDataset } from '@rounds/contracts/cut';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { LATER, openFetchBed, type FetchBed } from './testing/bed.ts';
import { record, storeImport, storeStudy } from './testing/study.ts';

let bed: FetchBed;
let mongo: Mongo;
let studyId: string;
let runId: string;
let freeze: ReturnType<FetchBed['names']>['freeze'];
let cutOf: ReturnType<FetchBed['names']>['cutOf'];

beforeAll(async () => {
  bed = await openFetchBed();
  ({ mongo } = bed);
});
afterAll(() => bed.close());
beforeEach(() => {
  ({ studyId, runId, freeze, cutOf } = bed.names());
});

const operational = (domain: OperationalDataset, key: string, row: SdtmRow): RecordDocument => ({
  _id: `${studyId}|${domain}|${key}`,
  studyId,
  domain,
  key,
  subject: null,
  day: String(row[OPERATIONAL_DAYS[domain]]),
  row,
  hash: key,
  receivedAt: new Date('2024-03-01T00:00:00Z'),
  from: 1,
});

const training = (key: string, site?: string, ENRLDTC = '2024-03-01'): RecordDocument =>
  operational('TRAINING', key, {
    ENRLDTC,
    LEARNER: 'Ada Byron',
    ...(site === undefined ? {} : { SITEID: site }),
  });

const storeBoth = () =>
  storeStudy(mongo, studyId, [
    record(studyId, 'DM', { USUBJID: 'S1', SITEID: '701' }, { key: 'S1' }),
    record(studyId, 'DM', { USUBJID: 'S2', SITEID: '702' }, { key: 'S2' }),
    record(studyId, 'AE', { USUBJID: 'S1' }, { key: 'S1|1' }),
    training('of-701', '701'),
    training('of-702', '702'),
    training('of-nobody'),
    training('later', '701', LATER),
    { ...training('gone', '701'), until: 1 },
    operational('QUERIES', 'Q1', { OPENDTC: '2024-03-01', SITEID: '701' }),
  ]);

const namesOf = ({ manifest }: Awaited<ReturnType<typeof cutOf>>) => Object.keys(manifest.datasets).sort();

describe('a cut', () => {
  it('holds the training alone for the report of it', async () => {
    await storeBoth();
    const cut = await cutOf({ reportType: 'learner-progress' });
    expect(namesOf(cut)).toEqual(['TRAINING']);
    expect(cut.keys('TRAINING')).toEqual(['of-701', 'of-702', 'of-nobody']);
    expect(cut.subjects).toEqual([
      { subject: 'S1', siteId: '701' },
      { subject: 'S2', siteId: '702' },
    ]);
  });

  it('counts the rows that it holds', async () => {
    await storeBoth();
    expect(await freeze({ reportType: 'learner-progress' })).toMatchObject({ rows: 4 });
  });

  it('of the weekly report is what it was before there was any training: the same addresses', async () => {
    const rows = [record(studyId, 'AE', { USUBJID: 'S1' }, { key: 'S1|1' })];
    await storeStudy(mongo, studyId, rows);
    const before = await cutOf({ runId: `${runId}-before` });
    await mongo.collection('records').insertOne(training('of-701', '701'));
    await storeImport(mongo, studyId, new Date('2024-03-01T00:00:00Z'), { TRAINING: 1 });
    await mongo.collection('studies').updateOne({ _id: studyId }, { $inc: { generation: 1 } });
    const after = await cutOf({ reportType: 'study-weekly' });
    expect(namesOf(after)).toEqual([...DATED_DOMAINS].sort());
    const addresses = ({ manifest }: typeof after) =>
      Object.values(manifest.datasets).flatMap(({ segments }) => segments.map(({ address }) => address));
    expect(addresses(after)).toEqual(addresses(before));
    expect(after.manifest.refusedAtImport).toEqual({});
    const own = await cutOf({ runId: `${runId}-own`, reportType: 'learner-progress' });
    expect(own.manifest.refusedAtImport).toEqual({ TRAINING: 1 });
  });

  it('is not made for a report type that there is not', async () => {
    await storeBoth();
    await expect(freeze({ reportType: 'monthly' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
