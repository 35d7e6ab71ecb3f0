import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { RoundsError } from '@rounds/contracts/errors';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { serverClock, testObjectStore, uniqueName } from '@rounds/adapters/testing/servers';
import { createCutIndexRepository } from '@rounds/adapters/mongo/cut-index.repository';
import { createCutsRepository, type CutsRepository } from '@rounds/adapters/mongo/cuts.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { RunDocument } from '@rounds/contracts/collections';
import type { PassedStep, RunStep, ScopeDataset } from '@rounds/contracts/run';
import { because } from '@rounds/contracts/why';
import type { Client } from '@temporalio/client';
import { createHousekeepingActivities } from '../src/housekeeping.activities.ts';
import type { RetentionPolicy } from '../src/remove-expired.ts';

/** Real: MongoDB as housekeeping's own user, S3. Objects are put now; the clock of housekeeping goes ahead. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const POLICY: RetentionPolicy = { temporaryMs: HOUR, redriveMs: 7 * DAY };
const SCOPE = { sites: 'all', unblinded: false } as const;

const client = {} as unknown as Client;
/** Of what else housekeeping does. */
const UNUSED = { closeRun: () => Promise.resolve(), ownerGraceDays: 14 };

let database: RoleMongo;
let objects: ObjectStore;
/** As fetch has them. */
let cuts: CutsRepository;
beforeAll(async () => {
  database = await testRoleMongo('retention');
  cuts = createCutsRepository(database.as('fetch'));
  objects = await testObjectStore('retention');
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const name of [
    'runs',
    'artefacts',
    'subscriptions',
    'cuts',
    'cutHolds',
    'segmentIndexes',
    'studyIndexes',
  ] as const)
    await database.root.collection(name).deleteMany({});
  for (const folder of ['cuts/', 'segments/', 'datasets/', 'headlines/', 'artefacts/', 'makings/'])
    for await (const key of objects.keys(folder)) await objects.remove(key);
});

/** One removal, so much later by the clock of S3, which says how old an object is. */
const after = (ms: number, policy = POLICY, store = objects) =>
  createHousekeepingActivities({
    ...UNUSED,
    ...{ mongo: database.as('housekeeping'), objects: roleObjects('housekeeping', store), client },
    ...{ retention: policy, log: { warn: () => undefined }, beat: () => undefined },
    now: () => new Date(serverClock().getTime() + ms),
  }).removeExpired();

const put = (key: string, text = key) => objects.put(key, Buffer.from(text), 'text/plain');
const left = async (folder: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const key of objects.keys(folder)) keys.push(key.slice(folder.length));
  return keys;
};
const steps = (...names: RunStep[]): PassedStep[] =>
  names.map((step) => ({ step, at: serverClock().getTime() }));
const dataset = (name: string): ScopeDataset => ({
  scope: SCOPE,
  dataset: { key: `datasets/${name}`, sha256: name, headlineKey: `headlines/${name}` },
});

/** A run that ended now, with its cut, what an attempt left beside it, a dataset and a file. */
const run = async (more: Partial<RunDocument> = {}): Promise<string> => {
  const _id = more._id ?? uniqueName('run');
  const manifest = { files: [{ key: `cuts/${_id}/DM.1.ndjson.gz` }] };
  await put(`cuts/${_id}/manifest.json`, JSON.stringify(manifest));
  await put(`cuts/${_id}/DM.1.ndjson.gz`);
  await put(`cuts/${_id}/DM.0.ndjson.gz`);
  await put(`datasets/${_id}`);
  await put(`headlines/${_id}`);
  await put(`artefacts/${_id}.pdf`);
  const artefact = { format: 'pdf' as const, key: `artefacts/${_id}.pdf`, sha256: _id, bytes: 9 };
  await database.root.collection('artefacts').insertOne({
    ...{ _id: `${_id}|all-blinded|pdf`, runId: _id, studyId: 'S1', scope: SCOPE },
    ...artefact,
    storedAt: serverClock(),
  });
  await database.root.collection('runs').insertOne({
    ...{ _id, trigger: 'on-demand', studyId: 'S1', reportType: 'study-weekly', parameters: {} },
    ...{ requestedBy: 'usr_1', formats: ['pdf'], due: '2026-11-23', timeZone: 'UTC' },
    period: { start: '2026-11-16', end: '2026-11-23' },
    ...{ priority: 'normal', status: 'completed' },
    outputs: [{ scope: SCOPE, artefacts: [artefact] }],
    datasets: [dataset(_id)],
    ...{ createdAt: serverClock(), startedAt: serverClock(), finishedAt: serverClock() },
    ...more,
  });
  return _id;
};
const open = { $unset: { finishedAt: '' } } as const;
const record = (_id: string) => database.root.collection('runs').findOne({ _id });

describe('a report that was sent', () => {
  it('is locked in the store for as long as was asked for, also where another of its files is gone; no other is', async () => {
    const locked: [string, Date][] = [];
    const retain: ObjectStore['retain'] = (key, until) => {
      if (key.includes('gone')) return Promise.reject(new RoundsError('NOT_FOUND', 'It is gone.'));
      locked.push([key, until]);
      return Promise.resolve();
    };
    const subscribed = { trigger: 'schedule', subscriptionId: 'sub_1' } as const;
    await run({ _id: 'gone', ...subscribed });
    const sent = [await run(subscribed), await run({ ...subscribed, status: 'partly-delivered' })];
    for (const status of ['failed', 'unchanged', 'suppressed', 'cancelled'] as const)
      await run({ ...subscribed, status });
    await run();
    const policy = { ...POLICY, lockMs: 3650 * DAY };
    await after(8 * DAY, policy, { ...objects, retain });
    expect(locked.map(([key]) => key).sort()).toEqual(sent.map((id) => `artefacts/${id}.pdf`).sort());
    const { finishedAt } = (await record(sent[0] ?? '')) ?? {};
    expect(locked[0]?.[1].getTime()).toBe((finishedAt?.getTime() ?? 0) + 3650 * DAY);
  });
});

describe('temporary data', () => {
  it('of a run on demand goes after its time, its result stays', async () => {
    const id = await run();
    expect(await after(HOUR / 2)).toEqual({ runs: 0, objects: 0 });
    expect(await left('cuts/')).toHaveLength(3);
    expect(await after(2 * HOUR)).toEqual({ runs: 1, objects: 2 });
    // Others may have taken it up within the hour.
    expect([await left('cuts/'), await left('headlines/')]).toEqual([[], [id]]);
    expect(await after(3 * HOUR)).toEqual({ runs: 0, objects: 1 });
    expect(await left('headlines/')).toEqual([]);
    // With the file, as whose page it is read.
    expect(await left('datasets/')).toEqual([id]);
    expect(await left('artefacts/')).toEqual([`${id}.pdf`]);
    expect((await record(id))?.tidiedAt).toBeInstanceOf(Date);
    expect(await after(4 * HOUR)).toEqual({ runs: 0, objects: 0 });
  });

  it('of a subscription’s run: its cut is evidence, only what attempts left goes', async () => {
    const id = await run({ trigger: 'schedule', subscriptionId: 'sub_1', steps: steps('storing-file') });
    await after(2 * HOUR);
    expect(await left('cuts/')).toEqual([`${id}/DM.1.ndjson.gz`, `${id}/manifest.json`]);
    expect(await left('datasets/')).toEqual([id]);
  });

  it.each(['failed', 'quarantined'] as const)(
    'of a %s run is kept for as long as it can be resumed',
    async (status) => {
      const id = await run({ status, outputs: [] });
      await after(6 * DAY);
      expect([await left('cuts/'), await left('datasets/')]).toMatchObject([{ length: 3 }, [id]]);
      expect((await record(id))?.expiredAt).toBeUndefined();
      await after(8 * DAY);
      expect([await left('cuts/'), await left('datasets/'), await left('artefacts/')]).toEqual([[], [], []]);
      expect((await record(id))?.expiredAt).toBeInstanceOf(Date);
    },
  );

  it.each(['completed', 'partly-delivered'] as const)(
    'of a subscription’s run that is %s: what its mails show stays, so that one can be sent again days later',
    async (status) => {
      const id = await run({
        status,
        trigger: 'schedule',
        subscriptionId: 'sub_1',
        steps: steps('storing-file'),
      });
      await after(6 * DAY);
      expect(await left('headlines/')).toEqual([id]);
      await after(8 * DAY);
      expect(await left('headlines/')).toEqual([]);
    },
  );

  it('of a scheduled run that failed while mails were under way stays as evidence', async () => {
    const failed = { trigger: 'schedule', subscriptionId: 'sub_1', status: 'failed' } as const;
    await run({ ...failed, steps: steps('generating-file', 'storing-file') });
    await run({ ...failed, steps: steps('fetching-data') });
    await after(8 * DAY);
    expect([await left('cuts/'), await left('artefacts/')]).toMatchObject([{ length: 2 }, { length: 1 }]);
  });

  it('of a cancelled run goes whole, its half-made files too', async () => {
    await run({ status: 'cancelled', outputs: [] });
    await after(2 * HOUR);
    expect([await left('cuts/'), await left('artefacts/')]).toEqual([[], []]);
    expect(await database.root.collection('artefacts').countDocuments()).toBe(0);
  });

  it('of an open run stays, though its record does not name it yet', async () => {
    const id = await run({ status: 'processing', datasets: [] });
    await database.root.collection('runs').updateOne({ _id: id }, open);
    await put('datasets/not-recorded-yet');
    await after(5 * HOUR);
    expect(await left('datasets/')).toEqual(['not-recorded-yet', id].sort());
    expect(await left('cuts/')).toHaveLength(3);
  });

  it('that nobody names goes by its age', async () => {
    await put('datasets/orphan');
    await after(HOUR / 2);
    expect(await left('datasets/')).toEqual(['orphan']);
    await after(3 * HOUR);
    expect(await left('datasets/')).toEqual([]);
  });

  it('that an open run may have taken up from one before stays for as long as it is open', async () => {
    const id = await run({ status: 'processing', datasets: [] });
    await put('datasets/taken-up');
    const startedAt = new Date(serverClock().getTime() + HOUR);
    await database.root.collection('runs').updateOne({ _id: id }, { ...open, $set: { startedAt } });
    await after(5 * HOUR);
    expect(await left('datasets/')).toEqual([id, 'taken-up'].sort());
  });

  it('of what was made goes once nobody takes it up any more', async () => {
    await put('makings/one.json');
    await after(HOUR / 2);
    expect(await left('makings/')).toEqual(['one.json']);
    await after(2 * HOUR);
    expect(await left('makings/')).toEqual([]);
  });

  it('is removed the next time where a removal broke off', async () => {
    const id = await run();
    const broken = { ...memoryObjectStore(), remove: () => Promise.reject(new Error('S3 is away')) };
    const housekeeping = createHousekeepingActivities({
      ...UNUSED,
      ...{ mongo: database.as('housekeeping'), objects: broken, client },
      ...{ retention: POLICY, log: { warn: () => undefined }, beat: () => undefined },
      now: () => new Date(serverClock().getTime() + 2 * HOUR),
    });
    await expect(housekeeping.removeExpired()).rejects.toThrow('S3 is away');
    expect(await record(id)).toMatchObject({ expiredAt: expect.any(Date) as Date });
    await after(2 * HOUR);
    expect(await left('cuts/')).toEqual([]);
  });
});

describe('a cut that runs share', () => {
  const CUT = 'cut_1';
  const folder = `cuts/study/S1/${CUT}/`;
  const ref = { manifestKey: `${folder}manifest.json`, sha256: 'a', rows: 1, documents: 0 };

  /** As fetch leaves it. */
  const freeze = async (...runIds: readonly string[]): Promise<void> => {
    await put(`${folder}DM.1.ndjson.gz`);
    await put(`${folder}manifest.json`, JSON.stringify({ files: [{ key: `${folder}DM.1.ndjson.gz` }] }));
    const making = { _id: CUT, studyId: 'S1' };
    await cuts.begin(making, serverClock());
    await cuts.complete(making, 'a state', ref);
    const made = await cuts.ofState('S1', 'a state', serverClock());
    for (const id of runIds) if (made !== null) await cuts.hold(made, ref, id, serverClock());
  };
  const isThere = async (): Promise<boolean> => (await left(folder)).includes('manifest.json');

  it('goes a day after the last of them needs it no more', async () => {
    const [first, second] = [await run(), await run({ status: 'failed', outputs: [] })];
    await freeze(first, second);
    await after(2 * DAY);
    expect(await isThere()).toBe(true);
    await after(8 * DAY);
    expect(await left('cuts/')).toEqual([]);
    expect(await database.root.collection('cuts').countDocuments()).toBe(0);
    expect(await database.root.collection('cutHolds').countDocuments()).toBe(0);
  });

  it('stays for that day, in which another run may be given it', async () => {
    const id = await run();
    await freeze(id);
    await after(2 * HOUR);
    expect([await isThere(), await database.root.collection('cutHolds').countDocuments()]).toEqual([true, 0]);
    await freezeAgain('run_2');
    await after(400 * DAY);
    expect(await isThere()).toBe(true);
  });

  const freezeAgain = async (runId: string): Promise<void> => {
    const made = await cuts.ofState('S1', 'a state', serverClock());
    if (made !== null) await cuts.hold(made, ref, runId, serverClock());
  };

  it.each(['completed', 'partly-delivered', 'unchanged'] as const)(
    'stays for good with a subscription’s run that is %s, whatever becomes of reports on demand',
    async (status) => {
      const sent = await run({
        ...{ status, trigger: 'schedule', subscriptionId: 'sub_1', steps: steps('storing-file') },
      });
      await freeze(sent, await run());
      await after(400 * DAY);
      await after(401 * DAY);
      expect(await isThere()).toBe(true);
    },
  );

  it('stays with a run that is open, however long: its record does not name it yet', async () => {
    const id = await run({ status: 'processing', datasets: [] });
    await database.root.collection('runs').updateOne({ _id: id }, open);
    await freeze(id);
    await after(30 * DAY);
    expect(await isThere()).toBe(true);
  });

  it('of a making that broke off or came second goes after a day', async () => {
    await put(`${folder}DM.1.ndjson.gz`);
    await cuts.begin({ _id: CUT, studyId: 'S1' }, serverClock());
    await after(23 * HOUR);
    expect(await left(folder)).toHaveLength(1);
    await after(25 * HOUR);
    expect(await left(folder)).toEqual([]);
  });

  it('is removed the next time where a removal broke off, and given to nobody meanwhile', async () => {
    await freeze();
    const broken = { ...objects, remove: () => Promise.reject(new Error('S3 is away')) };
    await expect(after(2 * DAY, POLICY, broken)).rejects.toThrow('S3 is away');
    expect(await cuts.ofState('S1', 'a state', serverClock())).toBeNull();
    await after(2 * DAY);
    expect(await left(folder)).toEqual([]);
  });
});

describe('segments', () => {
  const OBJECT = { address: 'a', rows: 1 };
  const segment = (key: string) => ({ ...OBJECT, key, first: null, last: null, receivedAt: '' });
  const key = (name: string) => `segments/S1/${name}.gz`;
  const asOf = (generation: number) => ({ studyId: 'S1', generation, importedAt: serverClock() });
  const range = (names: readonly string[]) => ({
    ...{ start: '', expected: names.length, segments: names.map((name) => segment(key(name))) },
  });

  const index = async (generation: number, names: readonly string[], daysAgo: number): Promise<void> => {
    const at = new Date(serverClock().getTime() - daysAgo * DAY);
    const known = { ...asOf(generation), at };
    const indexes = createCutIndexRepository(database.as('fetch'));
    await indexes.keepSegments({ ...known, dataset: 'AE', ranges: [range(names)], undated: range([]) });
    const treatments = { names: [], codes: [], doses: [] };
    await indexes.keepStudy({ ...known, subjects: { ...OBJECT, key: key('subjects') }, treatments });
  };

  /** A cut that names these. */
  const freeze = async (cutId: string, names: readonly string[], runId?: string): Promise<void> => {
    const manifestKey = `cuts/study/S1/${cutId}/manifest.json`;
    const datasets = { AE: { segments: names.map((name) => segment(key(name))) } };
    const manifest = { version: 2, subjects: { ...OBJECT, key: key('subjects') }, datasets };
    await cuts.begin({ _id: cutId, studyId: 'S1' }, serverClock());
    await put(manifestKey, JSON.stringify(manifest));
    const ref = { manifestKey, sha256: cutId, rows: 1, documents: 0 };
    await cuts.complete({ _id: cutId, studyId: 'S1' }, cutId, ref);
    const made = await cuts.ofState('S1', cutId, serverClock());
    if (made !== null && runId !== undefined) await cuts.hold(made, ref, runId, serverClock());
  };

  it('stay while a cut that is kept names them, or the next one may take them over; the others go', async () => {
    const sent = await run({ trigger: 'schedule', subscriptionId: 'sub_1', steps: steps('storing-file') });
    for (const name of ['subjects', 'of-sent', 'of-both', 'of-gone', 'of-index', 'of-nobody'])
      await put(key(name));
    await put('segments/S2/of-another-study.gz');
    await freeze('cut_sent', ['of-sent', 'of-both'], sent);
    await freeze('cut_gone', ['of-gone', 'of-both'], await run());
    await index(2, ['of-both', 'of-index'], 0);
    await after(2 * DAY);
    // Who goes back to a backup of the database finds them.
    expect(await left('segments/S1/')).toHaveLength(6);
    expect(await left('cuts/study/S1/')).toEqual(['cut_sent/manifest.json']);
    await index(3, ['of-both', 'of-index'], 0);
    await after(31 * DAY);
    expect(await left('segments/S1/')).toEqual(
      ['of-both.gz', 'of-index.gz', 'of-sent.gz', 'subjects.gz'].sort(),
    );
    expect(await left('segments/S2/')).toHaveLength(1);
  });

  it('of an index stay until another one has been in its place for a day', async () => {
    for (const name of ['subjects', 'old', 'new']) await put(key(name));
    await index(1, ['old'], 40);
    await index(2, ['new'], 0);
    const count = () => database.root.collection('segmentIndexes').countDocuments();
    await after(DAY / 2);
    expect(await count()).toBe(2);
    await after(40 * DAY);
    expect([await count(), await left('segments/S1/')]).toEqual([1, ['new.gz', 'subjects.gz']]);
  });

  it('are not touched where what a kept cut names cannot be read', async () => {
    const sent = await run({ trigger: 'schedule', subscriptionId: 'sub_1', steps: steps('storing-file') });
    await put(key('of-sent'));
    await freeze('cut_sent', ['of-sent'], sent);
    await freeze('cut_gone', []);
    const broken: ObjectStore = { ...objects, get: () => Promise.reject(new Error('S3 is away')) };
    await expect(after(40 * DAY, POLICY, broken)).rejects.toThrow('S3 is away');
    expect(await left('segments/S1/')).toEqual(['of-sent.gz']);
  });
});

describe('results on demand', () => {
  const days = (count: number) => new Date(serverClock().getTime() - count * DAY);

  it('are kept for good unless told', async () => {
    await run({ finishedAt: days(900) });
    await after(0);
    expect(await left('artefacts/')).toHaveLength(1);
  });

  it('go after their time, the newest of each template, or type, and study excepted', async () => {
    const kept = [
      await run({ _id: 'newest', finishedAt: days(50) }),
      await run({ _id: 'other-study', studyId: 'S2', finishedAt: days(60) }),
      await run({ _id: 'template', template: 'monthly@2', finishedAt: days(70) }),
      await run({ _id: 'young', finishedAt: days(10), template: 'weekly@1' }),
      await run({ _id: 'young-too', finishedAt: days(12), template: 'weekly@1' }),
      await run({ _id: 'mailed', trigger: 'schedule', subscriptionId: 'sub_1', finishedAt: days(90) }),
    ];
    const gone = [
      await run({ _id: 'older', finishedAt: days(51) }),
      await run({ _id: 'older-version', template: 'monthly@1', finishedAt: days(71) }),
      await run({ _id: 'old-weekly', template: 'weekly@1', finishedAt: days(31) }),
    ];
    await after(0, { ...POLICY, resultsMs: 30 * DAY });
    expect(await left('artefacts/')).toEqual(kept.map((id) => `${id}.pdf`).sort());
    for (const id of gone)
      expect(await record(id)).toMatchObject({
        outputs: [],
        why: because('files-removed'),
      });
  });

  it('of equal bytes stay while another run names them', async () => {
    await run({ _id: 'one', finishedAt: days(40) });
    await run({ _id: 'two', finishedAt: days(35) });
    const same = { $set: { key: 'artefacts/two.pdf' } };
    await database.root.collection('artefacts').updateOne({ runId: 'one' }, same);
    await after(0, { ...POLICY, resultsMs: 30 * DAY });
    expect(await left('artefacts/')).toContain('two.pdf');
    expect(await database.root.collection('artefacts').countDocuments({ runId: 'one' })).toBe(0);
  });
});
