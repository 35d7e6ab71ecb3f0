/** Freezing a cut on a real MongoDB, as the fetch role's own user, and a real S3. */
import type { FetchInput } from '@rounds/contracts/activities';
import type { CutRef } from '@rounds/contracts/run';
import type { Mongo } from '@rounds/adapters/mongo/client';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { createImportsRepository } from '@rounds/adapters/mongo/imports.repository';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { testObjectStore, uniqueName } from '@rounds/adapters/testing/servers';
import { createFetchActivities, type FetchDependencies } from './fetch.activities.ts';
import { readCut, record, sha256, storeDocument, storeStudy } from './testing/study.ts';

const PERIOD = { start: '2024-03-04', end: '2024-03-11' };
const LATER = '2024-03-11';

let database: RoleMongo;
let fetchMongo: Mongo;
let mongo: Mongo;
let objects: ObjectStore;
let studyId: string;
let runId: string;

beforeAll(async () => {
  database = await testRoleMongo('fetch');
  mongo = database.root;
  fetchMongo = database.as('fetch');
  objects = await testObjectStore('fetch');
});
afterAll(() => database.close());
beforeEach(() => {
  studyId = uniqueName('STUDY');
  runId = uniqueName('run');
});

const activities = (changes: Partial<FetchDependencies> = {}) =>
  createFetchActivities({
    mongo: fetchMongo,
    objects,
    codeVersion: '0.1.0',
    now: () => new Date('2024-03-11T06:00:00Z'),
    beat: () => undefined,
    ...changes,
  });

const freeze = (input: Partial<FetchInput> = {}, changes: Partial<FetchDependencies> = {}): Promise<CutRef> =>
  activities(changes).freezeCut({
    runId,
    studyId,
    period: PERIOD,
    timeZone: 'Europe/Berlin',
    sites: 'all',
    ...input,
  });

const cutOf = async (...given: Parameters<typeof freeze>) => readCut(objects, await freeze(...given));

const keysOf = async (prefix: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const key of objects.keys(prefix)) keys.push(key);
  return keys;
};

describe('the rows of a cut', () => {
  it('are those of a day before the end of the period, each with its hash, sorted by key', async () => {
    const event = record(studyId, 'AE', { USUBJID: 'S1', AEDTC: '2024-03-10' }, { key: 'S1|10' });
    const rows = [
      record(studyId, 'DM', { USUBJID: 'S2' }, { key: 'S2' }),
      record(studyId, 'DM', { USUBJID: 'S1' }, { key: 'S1' }),
      event,
      record(studyId, 'AE', { USUBJID: 'S1', AEDTC: '2011-01-01' }, { key: 'S1|2' }),
      record(studyId, 'AE', { USUBJID: 'S1', AEDTC: LATER }, { key: 'S1|3' }),
      record(studyId, 'AE', { USUBJID: 'S1' }, { key: 'S1|4', removedAt: new Date() }),
      record(studyId, 'AE', { USUBJID: 'S1', AEDTC: undefined, AESTDTC: undefined }, { key: 'S1|5' }),
      record(studyId, 'AE', { USUBJID: 'S1' }, { key: 'S1|\u{1f600}' }),
      record(studyId, 'AE', { USUBJID: 'S1' }, { key: 'S1|\ufffd' }),
    ];
    await storeStudy(mongo, studyId, rows);
    const cut = await cutOf();
    expect(cut.keys('DM')).toEqual(['S1', 'S2']);
    expect(cut.keys('AE')).toEqual(['S1|10', 'S1|2', 'S1|\ufffd', 'S1|\u{1f600}']);
    expect(cut.undated).toEqual([{ domain: 'AE', subject: 'S1' }]);
    const { key, day, subject, hash, row, receivedAt } = event;
    expect(cut.rows('AE')[0]).toEqual({ key, day, subject, hash, row, receivedAt: receivedAt.toISOString() });
  });

  it('are of this study alone, though another has its name as a beginning', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'AE', {}, { key: 'mine' })]);
    await storeStudy(mongo, `${studyId}|AE`, [record(`${studyId}|AE`, 'AE', {}, { key: 'other' })]);
    await storeStudy(mongo, `${studyId}2`, [record(`${studyId}2`, 'AE', {}, { key: 'other' })]);
    expect((await cutOf()).keys('AE')).toEqual(['mine']);
  });

  it('are of the subjects of the sites, also of those whose row in DM is of a later day', async () => {
    await storeStudy(mongo, studyId, [
      record(studyId, 'DM', { USUBJID: 'S1', SITEID: '701', DMDTC: LATER }, { key: 'S1' }),
      record(studyId, 'DM', { USUBJID: 'S2', SITEID: '702' }, { key: 'S2' }),
      record(studyId, 'DM', { USUBJID: 'S3', SITEID: '703' }, { key: 'S3' }),
      ...['S1', 'S2', 'S3', 'S9'].flatMap((USUBJID) => [
        record(studyId, 'LB', { USUBJID }, { key: `${USUBJID}|1` }),
        record(studyId, 'CM', { USUBJID, CMDTC: undefined, CMSTDTC: undefined }, { key: `${USUBJID}|1` }),
      ]),
    ]);
    const cut = await cutOf({ sites: ['701', '702'] });
    expect(cut.subjects).toEqual([
      { subject: 'S1', siteId: '701' },
      { subject: 'S2', siteId: '702' },
    ]);
    expect(cut.keys('DM')).toEqual(['S2']);
    expect(cut.keys('LB')).toEqual(['S1|1', 'S2|1']);
    expect(cut.undated.map(({ subject }) => subject)).toEqual(['S1', 'S2']);
    runId = uniqueName('run');
    expect((await cutOf()).keys('LB')).toEqual(['S1|1', 'S2|1', 'S3|1', 'S9|1']);
  });

  it('are of one instant, whatever is written while they are read', async () => {
    const pair = (key: string) => [record(studyId, 'AE', {}, { key }), record(studyId, 'LB', {}, { key })];
    await storeStudy(mongo, studyId, pair('S1|1'));
    let written = 0;
    const slow: ObjectStore = {
      ...objects,
      put: async (...object) => {
        // Between two files, as an import that goes on while the cut is made.
        written += 1;
        await mongo.collection('records').insertMany(pair(`S1|new ${String(written)}`));
        await mongo.collection('records').deleteOne({ _id: `${studyId}|LB|S1|1` });
        await mongo.collection('studies').updateOne({ _id: studyId }, { $set: { title: 'Another' } });
        return objects.put(...object);
      },
    };
    const cut = await cutOf({}, { objects: slow });
    expect(written).toBeGreaterThan(9);
    expect(cut.keys('AE')).toEqual(['S1|1']);
    expect(cut.keys('LB')).toEqual(['S1|1']);
    expect(cut.manifest.studyTitle).toBe('A study');
  });

  it('are streamed: 20,000 rows, a heartbeat on the way', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      record(studyId, 'LB', {}, { key: `S1|${String(index).padStart(6, '0')}` }),
    );
    await storeStudy(mongo, studyId, rows);
    const beats: unknown[] = [];
    const cut = await cutOf({}, { beat: (progress) => beats.push(progress) });
    expect(cut.keys('LB')).toEqual(rows.map(({ key }) => key));
    expect(beats).toContainEqual({ domain: 'LB', rows: 18_000 });
  });
});

describe('a cut', () => {
  it('says in its manifest what it is', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'AE'), record(studyId, 'AE')], {
      plannedSubjects: null,
    });
    const ref = await freeze({ sites: 'all' });
    expect(ref).toMatchObject({ manifestKey: `cuts/${runId}/manifest.json`, rows: 2, documents: 0 });
    const { manifest } = await readCut(objects, ref);
    expect(manifest).toMatchObject({
      version: 1,
      runId,
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
    const names = ['subjects', 'DM', 'AE', 'LB', 'VS', 'DS', 'SV', 'EX', 'CM', 'undated'];
    expect(manifest.files.map(({ name }) => name)).toEqual(names);
  });

  it('is the same when it is asked for again, though the study has changed', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'AE', {}, { key: 'a' })]);
    const first = await freeze();
    await mongo.collection('records').insertOne(record(studyId, 'AE', {}, { key: 'b' }));
    const second = await freeze({}, { now: () => new Date('2025-01-01T00:00:00Z') });
    expect(second).toEqual(first);
    expect((await readCut(objects, second)).keys('AE')).toEqual(['a']);
  });

  it('is not overwritten by an attempt that was given up and comes later', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'AE', {}, { key: 'a' })]);
    let second: CutRef | undefined;
    const delayed: ObjectStore = {
      ...objects,
      put: async (...object) => {
        if (second === undefined) {
          await mongo.collection('records').insertOne(record(studyId, 'AE', {}, { key: 'b' }));
          second = await freeze();
        }
        return objects.put(...object);
      },
    };
    const first = await freeze({}, { objects: delayed });
    expect(first).toEqual(second);
    expect((await readCut(objects, first)).keys('AE')).toEqual(['a', 'b']);
  });

  it('of equal rows has files of equal bytes', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'DM'), record(studyId, 'AE')]);
    const first = await cutOf();
    runId = uniqueName('run');
    const second = await cutOf();
    expect(second.manifest.files.map(({ sha256: hash }) => hash)).toEqual(
      first.manifest.files.map(({ sha256: hash }) => hash),
    );
    const bytes = async (manifest: typeof first.manifest) =>
      sha256(Buffer.concat(await Promise.all(manifest.files.map(({ key }) => objects.get(key)))));
    expect(await bytes(second.manifest)).toBe(await bytes(first.manifest));
  });

  it('has no manifest before all its files are there', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'AE')]);
    const cancelled = new Error('cancelled');
    const beat = (progress: unknown) => {
      if ((progress as { domain?: string }).domain === 'AE') throw cancelled;
    };
    await expect(freeze({}, { beat })).rejects.toBe(cancelled);
    expect((await keysOf(`cuts/${runId}/`)).length).toBeGreaterThan(0);
    expect(await objects.size(`cuts/${runId}/manifest.json`)).toBeNull();
  });

  it('is not made of a study that nobody imported', async () => {
    await expect(freeze()).rejects.toMatchObject({ code: 'STUDY_NOT_FOUND' });
  });

  it('can be discarded, without touching that of another run', async () => {
    await storeStudy(mongo, studyId, [record(studyId, 'AE')]);
    await freeze();
    const other = await freeze({ runId: `${runId}0` });
    await activities().discardCut({ runId });
    await activities().discardCut({ runId });
    expect(await keysOf(`cuts/${runId}/`)).toEqual([]);
    expect((await readCut(objects, other)).keys('AE')).toHaveLength(1);
  });
});

describe('the documents of a cut', () => {
  const received = (_id: string, receivedAt: string) =>
    storeDocument(mongo, objects, { _id: `${studyId}-${_id}`, studyId, receivedAt: new Date(receivedAt) });
  const idsOf = async (input: Partial<FetchInput> = {}) =>
    (await cutOf(input)).manifest.documents.map(({ documentId }) => documentId.replace(`${studyId}-`, ''));

  it('are those received on local days of the period', async () => {
    await storeStudy(mongo, studyId, []);
    await received('a-before', '2024-03-03T22:59:59.999Z');
    const first = await received('b-first', '2024-03-03T23:00:00Z');
    await received('c-last', '2024-03-10T22:59:59.999Z');
    await received('d-after', '2024-03-10T23:00:00Z');
    const { manifest } = await cutOf();
    expect(manifest.documents.map(({ documentId, receivedOn }) => [documentId, receivedOn])).toEqual([
      [`${studyId}-b-first`, '2024-03-04'],
      [`${studyId}-c-last`, '2024-03-10'],
    ]);
    expect(manifest.documents[0]).toMatchObject({
      kind: 'text',
      title: 'A narrative',
      key: first.key,
      sha256: first.sha256,
      bytes: first.bytes,
    });
    runId = uniqueName('run');
    expect(await idsOf({ timeZone: 'Pacific/Auckland' })).toEqual(['b-first', 'a-before'].sort());
  });

  it('are those of the sites and of everybody', async () => {
    await storeStudy(mongo, studyId, [
      record(studyId, 'DM', { USUBJID: 'S1', SITEID: '701' }, { key: 'S1' }),
      record(studyId, 'DM', { USUBJID: 'S2', SITEID: '702' }, { key: 'S2' }),
    ]);
    const of = (_id: string, about: { siteId?: string; subject?: string }) =>
      storeDocument(mongo, objects, { _id: `${studyId}-${_id}`, studyId, ...about });
    await of('a', {});
    await of('b', { siteId: '701' });
    await of('c', { siteId: '702' });
    await of('d', { subject: 'S1' });
    await of('e', { subject: 'S2' });
    await of('f', { siteId: '701', subject: 'S2' });
    await of('g', { subject: 'unknown' });
    expect(await idsOf({ sites: ['701'] })).toEqual(['a', 'b', 'd']);
    runId = uniqueName('run');
    expect(await idsOf()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('have their bytes in the object store, or there is no cut', async () => {
    await storeStudy(mongo, studyId, []);
    const { key } = await received('a', '2024-03-05T12:00:00Z');
    await objects.put(key, Buffer.from('cut'), 'text/plain');
    await expect(freeze()).rejects.toMatchObject({ code: 'DOCUMENT_MISSING' });
    await objects.remove(key);
    await expect(freeze()).rejects.toMatchObject({ code: 'DOCUMENT_MISSING' });
    expect(await objects.size(`cuts/${runId}/manifest.json`)).toBeNull();
  });
});

describe('what a cut knows beside rows', () => {
  it('are the rows that the newest import of each domain refused', async () => {
    await storeStudy(mongo, studyId, []);
    const imports = createImportsRepository(mongo);
    const imported = async (day: string, refused: Record<string, number>) => {
      const at = new Date(day);
      const importId = await imports.begin(studyId, at);
      const counts = { sha256: '', rows: 9, inserted: 0, changed: 0, unchanged: 0, removed: 0, refused: 1 };
      const files = Object.keys(refused).map((domain) => ({ file: domain, domains: [domain], ...counts }));
      const rows = Object.entries(refused).flatMap(([domain, count]) =>
        Array.from({ length: count }, (_, row) => ({ file: domain, domain, row, faults: [] })),
      );
      await imports.refuse({ importId, studyId, at }, rows);
      await imports.finish(studyId, importId, { files, finishedAt: at });
    };
    await imported('2024-01-01', { AE: 3, LB: 2 });
    await imported('2024-02-01', { AE: 1 });
    expect((await cutOf()).manifest.refusedAtImport).toEqual({ AE: 1, LB: 2 });
  });

  it('are the names of every treatment of the study, wherever and whenever they stand', async () => {
    const arm = (ARM: string, ARMCD: string, more = {}) => ({ ARM, ARMCD, ...more });
    await storeStudy(mongo, studyId, [
      record(studyId, 'DM', arm('Placebo', 'Pbo', { USUBJID: 'S1', ACTARM: 'Drug' }), { key: 'S1' }),
      record(studyId, 'DM', arm('Drug High', 'D_Hi', { USUBJID: 'S2', SITEID: '702' }), { key: 'S2' }),
      record(studyId, 'DM', arm('Drug Low', 'D_Lo', { USUBJID: 'S3', DMDTC: LATER }), { key: 'S3' }),
      record(studyId, 'DM', arm('Old', 'O'), { key: 'S4', removedAt: new Date() }),
      record(studyId, 'EX', { EXTRT: 'DRUG' }),
      record(studyId, 'AE'),
      {
        ...record(studyId, 'AE'),
        _id: `${studyId}|TS|1`,
        domain: 'TS',
        row: { TSPARMCD: 'COMPTRT', TSVAL: 'Comparator' },
      },
      {
        ...record(studyId, 'AE'),
        _id: `${studyId}|TS|2`,
        domain: 'TS',
        row: { TSPARMCD: 'TITLE', TSVAL: 'T' },
      },
      {
        ...record(studyId, 'AE'),
        _id: `${studyId}|TA|1`,
        domain: 'TA',
        row: { ARM: 'Never given', ARMCD: 'NG' },
      },
    ]);
    expect((await cutOf({ sites: ['701'] })).manifest.treatments).toEqual({
      names: ['Comparator', 'DRUG', 'Drug', 'Drug High', 'Drug Low', 'Never given', 'Old', 'Placebo'],
      codes: ['D_Hi', 'D_Lo', 'NG', 'O', 'Pbo'],
    });
  });
});
