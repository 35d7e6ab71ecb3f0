/** Which runs share a cut, and which get a new one; on a real MongoDB, as the fetch role's own user, and a real S3. */
import { canonicalJson } from '@rounds/contracts/canonical-json';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { Mongo } from '@rounds/adapters/mongo/client';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { CutRef } from '@rounds/contracts/run';
import { openFetchBed, PERIOD, type FetchBed } from './testing/bed.ts';
import { readCut, record, storeDocument, storeStudy } from './testing/study.ts';

let bed: FetchBed;
let mongo: Mongo;
let objects: ObjectStore;
let studyId: string;
let runId: string;
let freeze: ReturnType<FetchBed['names']>['freeze'];

beforeAll(async () => {
  bed = await openFetchBed();
  ({ mongo, objects } = bed);
});
afterAll(() => bed.close());
beforeEach(async () => {
  ({ studyId, runId, freeze } = bed.names());
  await storeStudy(mongo, studyId, [record(studyId, 'AE', {}, { key: 'a' })]);
});

const ofAnother = (): string => `${runId}-${(others += 1)}`;
let others = 0;

const insertRow = (key: string) => mongo.collection('records').insertOne(record(studyId, 'AE', {}, { key }));
const change = (changes: object) => mongo.collection('studies').updateOne({ _id: studyId }, changes);
const makings = () => mongo.collection('cuts').find({ studyId }).toArray();

describe('a run', () => {
  it('gets the same cut when it asks again, though the study has changed', async () => {
    const first = await freeze();
    await insertRow('b');
    await change({ $inc: { generation: 1 } });
    const second = await freeze({}, { now: () => new Date('2025-01-01T00:00:00Z') });
    expect(second).toEqual(first);
    expect((await readCut(objects, second)).keys('AE')).toEqual(['a']);
  });

  it('has the cut of the attempt that ended first, whatever another saw that was given up', async () => {
    let second: CutRef | undefined;
    const delayed: ObjectStore = {
      ...objects,
      put: async (...object) => {
        if (second === undefined) {
          await insertRow('b');
          await change({ $inc: { generation: 1 } });
          second = await freeze();
        }
        return objects.put(...object);
      },
    };
    expect(await freeze({}, { objects: delayed })).toEqual(second);
    expect((await readCut(objects, second as unknown as CutRef)).keys('AE')).toEqual(['a', 'b']);
  });

  it('of an earlier version keeps the cut of its own that it had', async () => {
    const { manifest } = await readCut(objects, await freeze());
    const bytes = Buffer.from(canonicalJson({ ...manifest, runId: 'old', sites: ['701'] }));
    const old = ofAnother();
    await objects.put(`cuts/${old}/manifest.json`, bytes, 'application/json');
    expect(await freeze({ runId: old })).toMatchObject({
      manifestKey: `cuts/${old}/manifest.json`,
      sha256: sha256Of(bytes),
    });
    await bed.activities().discardCut({ runId: old });
    expect(await objects.size(`cuts/${old}/manifest.json`)).toBeNull();
  });
});

describe('runs that find the study in one state', () => {
  it('share its cut, whatever their readers’ sites; the time at which it was read is that of the first', async () => {
    const first = await freeze();
    const later = { now: () => new Date('2024-03-11T09:00:00Z') };
    expect(await freeze({ runId: ofAnother(), sites: ['701'] }, later)).toEqual(first);
    expect((await readCut(objects, first)).manifest.cutAt).toBe('2024-03-11T06:00:00.000Z');
  });

  it('share one that is made once where they come at once to one process', async () => {
    const process = bed.activities();
    const ask = (id: string) =>
      process.freezeCut({ runId: id, studyId, period: PERIOD, timeZone: 'UTC', sites: 'all' });
    const [first, ...more] = await Promise.all([runId, ofAnother(), ofAnother(), ofAnother()].map(ask));
    expect(more).toEqual([first, first, first]);
    expect(await makings()).toHaveLength(1);
  });

  it('share one where they come at once to several processes: the second is found, and nobody holds the other', async () => {
    const refs = await Promise.all([
      freeze(),
      freeze({ runId: ofAnother() }),
      freeze({ runId: ofAnother() }),
    ]);
    expect(new Set(refs.map(({ sha256 }) => sha256)).size).toBe(1);
    const made = await makings();
    expect(made.filter(({ unheld }) => unheld !== true)).toMatchObject([{ cut: refs[0] }]);
    expect(made.filter(({ state }) => state !== undefined)).toHaveLength(1);
  });

  it('wait for the first of them, and make their own where that fails', async () => {
    const broken = new Error('S3 is away');
    let failed = false;
    const once: ObjectStore = {
      ...objects,
      put: (...object) => {
        if (failed) return objects.put(...object);
        failed = true;
        return Promise.reject(broken);
      },
    };
    const process = bed.activities({ objects: once });
    const ask = (id: string) =>
      process.freezeCut({ runId: id, studyId, period: PERIOD, timeZone: 'UTC', sites: 'all' });
    const [first, second] = await Promise.allSettled([ask(runId), ask(ofAnother())]);
    expect([first, second].map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each<[string, Parameters<typeof freeze>[0], Parameters<typeof freeze>[1]]>([
    ['another period', { period: { start: '2024-03-03', end: '2024-03-10' } }, {}],
    ['another zone', { timeZone: 'UTC' }, {}],
    ['another type, which reads other datasets', { reportType: 'safety-weekly' }, {}],
    ['another version of the code', {}, { codeVersion: '0.2.0' }],
  ])('do not share that of %s', async (_what, input, changes) => {
    const first = await freeze();
    expect((await freeze({ runId: ofAnother(), ...input }, changes)).sha256).not.toBe(first.sha256);
  });
});

describe('another state of the study', () => {
  const another = async () => {
    const first = await freeze();
    return {
      isNew: async (changes: Parameters<typeof freeze>[1] = {}) =>
        (await freeze({ runId: ofAnother() }, changes)).sha256 !== first.sha256,
    };
  };

  it.each([
    ['a generation', { $inc: { generation: 1 } }],
    ['a delivery', { $set: { 'deliveries.AE': { importId: 'imp_2', at: new Date(0), by: 'a', rows: 1 } } }],
    ['settings', { $set: { 'settings.maximumAgeDays': 4 } }],
    ['a title', { $set: { title: 'Another' } }],
    ['an import, of a database that was restored', { $set: { importedAt: new Date('2024-01-01') } }],
  ])('is %s', async (_what, changes) => {
    const { isNew } = await another();
    await change(changes);
    expect(await isNew()).toBe(true);
    expect(await isNew()).toBe(true);
  });

  it('is not how long it is open, nor how its links open', async () => {
    const { isNew } = await another();
    await change({ $set: { closedAt: '2024-12-31', linkPolicy: 'sign-in' } });
    expect(await isNew()).toBe(false);
  });

  it('is a document of the period, and the loss of its bytes', async () => {
    const before = await another();
    const { key } = await storeDocument(mongo, objects, { _id: `${studyId}-a`, studyId });
    await storeDocument(mongo, objects, {
      ...{ _id: `${studyId}-b`, studyId, receivedAt: new Date('2024-02-01T00:00:00Z') },
    });
    expect(await before.isNew()).toBe(true);
    const lost = await bed.names().freeze({ studyId });
    await objects.remove(key);
    const now = await freeze({ runId: ofAnother() });
    expect(now.sha256).not.toBe(lost.sha256);
    expect((await readCut(objects, now)).manifest.lacking).toMatchObject([{ reason: 'missing' }]);
  });

  it('is a delivery that has become too old meanwhile', async () => {
    const delivery = { importId: 'imp_2', at: new Date('2024-03-10T06:00:00Z'), by: 'a', rows: 1 };
    await change({ $set: { 'deliveries.AE': delivery, settings: { maximumAgeDays: 2 } } });
    const { isNew } = await another();
    expect(await isNew({ now: () => new Date('2024-03-12T05:00:00Z') })).toBe(false);
    expect(await isNew({ now: () => new Date('2024-03-12T07:00:00Z') })).toBe(true);
  });
});

describe('a cut that no run needs any more', () => {
  it('is known once the last run that held it was discarded', async () => {
    const [second] = [ofAnother()];
    const cut = await freeze();
    await freeze({ runId: second });
    const process = bed.activities();
    await process.discardCut({ runId });
    await process.discardCut({ runId });
    expect(await makings()).toMatchObject([{ cut }]);
    expect((await makings())[0]).not.toHaveProperty('unheld');
    await process.discardCut({ runId: second });
    expect(await makings()).toMatchObject([{ cut, unheld: true }]);
    expect(await freeze({ runId: ofAnother() })).toEqual(cut);
    expect((await makings())[0]).not.toHaveProperty('unheld');
  });
});
