/** Freezing a cut on a real MongoDB, as the fetch role's own user, and a real S3. */
import { directly } from '@rounds/adapters/testing/directly';
import { systemClock } from '@rounds/adapters/clock';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import type { Mongo } from '@rounds/adapters/mongo/client';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { LATER, PERIOD, openFetchBed, type FetchBed } from './testing/bed.ts';
import { readCut, record, storeStudy } from './testing/study.ts';

let bed: FetchBed;
let mongo: Mongo;
let objects: ObjectStore;
let studyId: string;
let runId: string;
let freeze: ReturnType<FetchBed['names']>['freeze'];
let cutOf: ReturnType<FetchBed['names']>['cutOf'];

beforeAll(async () => {
  bed = await openFetchBed();
  ({ mongo, objects } = bed);
});
afterAll(() => bed.close());
beforeEach(() => {
  ({ studyId, runId, freeze, cutOf } = bed.names());
});

const keysOf = async (prefix: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const key of objects.keys(prefix)) keys.push(key);
  return keys;
};

it('freezes nothing of a study that operators halted', async () => {
  await storeStudy(mongo, studyId, [record(studyId, 'DM', { USUBJID: 'S1' }, { key: 'S1' })]);
  const halts = createHaltsRepository(mongo);
  await halts.set(studyId, { reason: 'Wrong data.', by: 'usr_operator', at: systemClock() }, directly);
  await expect(freeze()).rejects.toMatchObject({ code: 'HALTED' });
  expect(await keysOf(`cuts/study/${studyId}/`)).toEqual([]);
  await halts.lift(studyId, directly);
  await expect(freeze()).resolves.toMatchObject({ rows: 1 });
});

describe('the rows of a cut', () => {
  it('are those of a day before the end of the period', async () => {
    const came = { key: 'S1|10', receivedAt: new Date('2024-03-10T12:00:00Z') };
    const event = record(studyId, 'AE', { USUBJID: 'S1', AEDTC: '2024-03-10' }, came);
    const rows = [
      record(studyId, 'DM', { USUBJID: 'S2' }, { key: 'S2' }),
      record(studyId, 'DM', { USUBJID: 'S1' }, { key: 'S1' }),
      event,
      record(studyId, 'AE', { USUBJID: 'S1', AEDTC: '2011-01-01' }, { key: 'S1|2' }),
      record(studyId, 'AE', { USUBJID: 'S1', AEDTC: LATER }, { key: 'S1|3' }),
      record(studyId, 'AE', { USUBJID: 'S1' }, { key: 'S1|4', until: 1 }),
      record(studyId, 'AE', { USUBJID: 'S1', AEDTC: undefined, AESTDTC: undefined }, { key: 'S1|5' }),
      record(studyId, 'AE', { USUBJID: 'S1' }, { key: 'S1|\u{1f600}' }),
      record(studyId, 'AE', { USUBJID: 'S1' }, { key: 'S1|\ufffd' }),
    ];
    await storeStudy(mongo, studyId, rows);
    const cut = await cutOf();
    expect(cut.keys('DM')).toEqual(['S1', 'S2']);
    expect(cut.keys('AE')).toEqual(['S1|10', 'S1|2', 'S1|\ufffd', 'S1|\u{1f600}']);
    expect(cut.undated).toMatchObject([{ domain: 'AE', subject: 'S1', row: { AEDECOD: 'HEADACHE' } }]);
    const { key, day, subject, row, receivedAt } = event;
    expect(cut.rows('AE')[0]).toEqual({ key, day, subject, row, receivedAt: receivedAt.toISOString() });
  });

  it('are of this study alone, though another has its name as a beginning', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'AE', {}, { key: 'mine' })]);
    await storeStudy(mongo, `${studyId}|AE`, [record(`${studyId}|AE`, 'AE', {}, { key: 'other' })]);
    await storeStudy(mongo, `${studyId}2`, [record(`${studyId}2`, 'AE', {}, { key: 'other' })]);
    expect((await cutOf()).keys('AE')).toEqual(['mine']);
  });

  it('are counted by the database in the same instant', async () => {
    await storeStudy(mongo, studyId, [
      record(studyId, 'DM', { USUBJID: 'S1', SITEID: '701' }, { key: 'S1' }),
      record(studyId, 'DM', { USUBJID: 'S2', SITEID: '702' }, { key: 'S2' }),
      record(studyId, 'AE', { USUBJID: 'S1' }, { key: 'S1|1' }),
      record(studyId, 'AE', { USUBJID: 'S2' }, { key: 'S2|1' }),
      record(studyId, 'AE', { USUBJID: 'S1', AEDTC: LATER }, { key: 'S1|2' }),
    ]);
    const { manifest } = await cutOf();
    const counts = Object.entries(manifest.datasets).map(([name, { segments, expected }]) => [
      name,
      [segments.reduce((sum, { rows }) => sum + rows, 0), expected],
    ]);
    expect(Object.fromEntries(counts)).toMatchObject({ DM: [2, 2], AE: [3, 3], LB: [0, 0] });
  });

  it('are of subjects of every site and of none, whose row in DM may be of a later day', async () => {
    await storeStudy(mongo, studyId, [
      record(studyId, 'DM', { USUBJID: 'S1', SITEID: '701', DMDTC: LATER }, { key: 'S1' }),
      record(studyId, 'DM', { USUBJID: 'S2', SITEID: '702' }, { key: 'S2' }),
      ...['S1', 'S2', 'S9'].flatMap((USUBJID) => [
        record(studyId, 'LB', { USUBJID }, { key: `${USUBJID}|1` }),
        record(studyId, 'CM', { USUBJID, CMDTC: undefined, CMSTDTC: undefined }, { key: `${USUBJID}|1` }),
      ]),
    ]);
    const cut = await cutOf({ sites: ['701'] });
    expect(cut.subjects).toEqual([
      { subject: 'S1', siteId: '701' },
      { subject: 'S2', siteId: '702' },
    ]);
    expect(cut.keys('DM')).toEqual(['S1', 'S2']);
    expect(cut.keys('LB')).toEqual(['S1|1', 'S2|1', 'S9|1']);
    expect(cut.undated.map(({ subject }) => subject)).toEqual(['S1', 'S2', 'S9']);
  });

  it('are of one instant, whatever is written while they are read', async () => {
    const pair = (key: string) => [record(studyId, 'AE', {}, { key }), record(studyId, 'LB', {}, { key })];
    await storeStudy(mongo, studyId, pair('S1|1'));
    let written = 0;
    const slow: ObjectStore = {
      ...objects,
      put: async (...object) => {
        // Between two segments, as an import that goes on while the cut is made.
        written += 1;
        await mongo.collection('records').insertMany(pair(`S1|new ${String(written)}`));
        await mongo.collection('records').deleteOne({ _id: `${studyId}|LB|S1|1` });
        await mongo.collection('studies').updateOne({ _id: studyId }, { $set: { title: 'Another' } });
        return objects.put(...object);
      },
    };
    const cut = await cutOf({}, { objects: slow });
    expect(written).toBeGreaterThan(3);
    expect(cut.keys('AE')).toEqual(['S1|1']);
    expect(cut.keys('LB')).toEqual(['S1|1']);
    expect(cut.manifest.studyTitle).toBe('A study');
  });

  it('are read some at once: 20,000 rows, a heartbeat on the way', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      record(studyId, 'LB', {}, { key: `S1|${String(index).padStart(6, '0')}` }),
    );
    await storeStudy(mongo, studyId, rows);
    const beats: unknown[] = [];
    const cut = await cutOf({}, { beat: (progress) => beats.push(progress) });
    expect(cut.keys('LB')).toEqual(rows.map(({ key }) => key));
    expect(beats).toContainEqual({ dataset: 'LB', rows: 0 });
    expect(cut.manifest.datasets.LB?.segments.map(({ rows: held }) => held)).toEqual([8_000, 8_000, 4_000]);
  });
});

describe('a cut', () => {
  it('are no more than allowed: a study that is too large is refused by name', async () => {
    const rows = ['S1', 'S2', 'S3'].map((key) => record(studyId, 'DM', { USUBJID: key }, { key }));
    await storeStudy(mongo, studyId, rows);
    await expect(freeze({}, { maxRows: 2 })).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      message: expect.stringContaining('ROUNDS_MAX_ROWS') as string,
    });
    expect((await freeze({}, { maxRows: 3 })).rows).toBe(3);
  });

  it('says in its manifest what it is', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'AE'), record(studyId, 'AE')], {
      plannedSubjects: null,
    });
    const ref = await freeze({ sites: 'all' });
    expect(ref).toMatchObject({ rows: 2, documents: 0 });
    expect(ref.manifestKey).toMatch(new RegExp(`^cuts/study/${studyId}/[0-9a-f]{32}/manifest.json$`));
    const { manifest } = await readCut(objects, ref);
    expect(manifest).toMatchObject({
      version: 2,
      studyId,
      studyTitle: 'A study',
      plannedSubjects: null,
      period: PERIOD,
      timeZone: 'Europe/Berlin',
      sites: 'all',
      cutAt: '2024-03-11T06:00:00.000Z',
      refusedAtImport: {},
      codeVersion: '0.1.0',
    });
    const names = ['DM', 'AE', 'LB', 'VS', 'DS', 'SV', 'EX', 'CM'];
    expect(Object.keys(manifest.datasets)).toEqual(expect.arrayContaining(names));
    expect(Object.keys(manifest.datasets)).toHaveLength(names.length);
  });

  it('shares its segments with others of the same rows', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'DM'), record(studyId, 'AE')]);
    const first = await cutOf();
    const second = await cutOf({ runId: `${runId}-again`, timeZone: 'UTC' });
    expect(second.manifest.datasets).toEqual(first.manifest.datasets);
    expect(second.manifest.subjects).toEqual(first.manifest.subjects);
  });

  it('has a hash that nobody can compute who knows all that it holds: the manifest has a nonce', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'DM')]);
    const [first, second] = [await cutOf(), await cutOf({ runId: `${runId}-again`, timeZone: 'UTC' })];
    expect(first.manifest.nonce).toMatch(/^[0-9a-f]{64}$/);
    expect(second.manifest.nonce).not.toBe(first.manifest.nonce);
  });

  it('has no manifest before all its segments are there', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'AE')]);
    const cancelled = new Error('cancelled');
    const beat = (progress: unknown) => {
      if ((progress as { dataset?: string }).dataset === 'AE') throw cancelled;
    };
    await expect(freeze({}, { beat })).rejects.toBe(cancelled);
    expect(await keysOf(`segments/${studyId}/`)).not.toEqual([]);
    expect(await keysOf(`cuts/study/${studyId}/`)).toEqual([]);
  });

  it('is not made of a study that nobody imported', async () => {
    await expect(freeze()).rejects.toMatchObject({ code: 'STUDY_NOT_FOUND' });
  });
});
