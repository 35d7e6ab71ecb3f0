/** Telling workflows what they were not told. On a real MongoDB; Temporal is a recorder. */
import type { Mongo } from '@rounds/adapters/mongo/client';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { uniqueName } from '@rounds/adapters/testing/servers';
import type { HousekeepingActivities } from '@rounds/contracts/activities';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { createQueueActivities } from './queue-activities.ts';
import { addStudy, addSubscription, STUDY } from '@rounds/adapters/testing/subscription-scene';

const NOW = new Date('2026-11-23T07:00:00Z');
const old = new Date(NOW.getTime() - 60_000);

let database: RoleMongo;
let root: Mongo;
let housekeeping: HousekeepingActivities;

/** Updates and starts that reached Temporal; `isAway` makes every one fail. */
const temporal = { told: [] as string[], isAway: false, stubborn: new Set<string>() };
const client = {
  options: { namespace: 'rounds' },
  withDeadline: (_deadline: number, work: () => Promise<unknown>) => work(),
  workflowService: {
    describeTaskQueue: () =>
      temporal.isAway ? Promise.reject(new Error('Temporal is away')) : Promise.resolve({ pollers: [{}] }),
  },
  workflow: {
    executeUpdateWithStart: (
      _name: string,
      { args }: { args: readonly [{ revision: number; ownerId: string }] },
    ) => {
      if (temporal.isAway || temporal.stubborn.has(args[0].ownerId))
        return Promise.reject(new Error('Temporal is away'));
      temporal.told.push(`apply ${args[0].revision}`);
      return Promise.resolve({ appliedRevision: args[0].revision });
    },
    start: (_type: string, { workflowId }: { workflowId: string }) => {
      if (temporal.isAway) return Promise.reject(new Error('Temporal is away'));
      temporal.told.push(`start ${workflowId}`);
      return Promise.resolve();
    },
    // oxlint-disable-next-line typescript/require-await
    list: async function* () {
      if (temporal.isAway) throw new Error('Temporal is away');
      yield* [];
    },
    getHandle: (workflowId: string) => ({
      describe: () => Promise.reject(new WorkflowNotFoundError('not there', workflowId, undefined)),
    }),
  },
} as unknown as Client;

const warnings: unknown[] = [];
const log = { warn: (...args: unknown[]) => void warnings.push(args) };

beforeAll(async () => {
  database = await testRoleMongo('pending');
  root = database.root;
  const mongo = database.as('housekeeping');
  housekeeping = createQueueActivities({ mongo, client, log, now: () => NOW });
  await addStudy(root);
});
beforeEach(async () => {
  temporal.told = [];
  temporal.isAway = false;
  temporal.stubborn.clear();
  for (const name of ['subscriptions', 'runs', 'setAsides'] as const)
    await root.collection(name).deleteMany({});
});
afterAll(() => database.close());

const subscribe = (
  ownerId: string,
  change: Pick<SubscriptionDocument, 'revision' | 'appliedRevision'> & Partial<SubscriptionDocument>,
) =>
  addSubscription(
    root,
    { ownerId, recipients: [ownerId] },
    { ...change, behind: change.appliedRevision < change.revision },
  );

/** @returns the run's id */
const askFor = async (createdAt: Date): Promise<string> => {
  const _id = uniqueName('run');
  await root.collection('runs').insertOne({
    ...{ _id, createdAt, trigger: 'on-demand', studyId: STUDY, reportType: 'study-weekly', parameters: {} },
    ...{ requestedBy: 'usr_1', formats: ['pdf'], due: '2026-11-23', timeZone: 'UTC', priority: 'normal' },
    ...{ period: { start: '2026-11-16', end: '2026-11-23' }, status: 'queued', outputs: [] },
  });
  return _id;
};

it('tells workflows the wishes that nobody told them, and starts runs that nobody started', async () => {
  const behind = await subscribe('usr_1', { revision: 3, appliedRevision: 2, updatedAt: old });
  await subscribe('usr_1', { revision: 4, appliedRevision: 4 });
  const runId = await askFor(old);
  expect(await housekeeping.applyPending()).toEqual({ applied: 2, failed: 0 });
  expect(temporal.told.sort()).toEqual(['apply 3', `start report/${runId}`]);
  expect(await root.collection('subscriptions').findOne({ _id: behind._id })).toMatchObject({
    appliedRevision: 3,
  });
  temporal.told = [];
  expect(await housekeeping.applyPending()).toEqual({ applied: 1, failed: 0 });
  // A run stays queued until its workflow opens it: starting it again does nothing.
  expect(temporal.told).toEqual([`start report/${runId}`]);
});

it('forgets what was set aside once it is settled elsewhere', async () => {
  const since = new Date(0);
  await root
    .collection('setAsides')
    .insertOne({ _id: 'subscription/sub_gone', failures: 3, fault: 'INTERNAL', since, nextTryAt: NOW });
  expect(await housekeeping.applyPending()).toEqual({ applied: 0, failed: 0 });
  expect(await root.collection('setAsides').countDocuments()).toBe(0);
});

it('leaves alone what was written this moment: its writer is about to tell', async () => {
  await subscribe('usr_1', { revision: 3, appliedRevision: 2, updatedAt: NOW });
  await askFor(NOW);
  expect(await housekeeping.applyPending()).toEqual({ applied: 0, failed: 0 });
  expect(temporal.told).toEqual([]);
});

it('stops early while Temporal is away, says so without an address, and finds all the next time', async () => {
  for (let index = 0; index < 20; index += 1) {
    await subscribe('usr_1', { revision: 2, appliedRevision: 1, updatedAt: old });
  }
  temporal.isAway = true;
  expect(await housekeeping.applyPending()).toEqual({ applied: 0, failed: 20 });
  expect(warnings).toHaveLength(8);
  temporal.isAway = false;
  expect(await housekeeping.applyPending()).toEqual({ applied: 20, failed: 0 });
});

it('has those planned anew that new rules of their time zone move, and no others', async () => {
  // As a Node plans it that believes in another offset.
  const [right, wrong] = [new Date('2026-11-30T07:00:00Z'), new Date('2026-11-30T08:00:00Z')];
  const planned = { revision: 1, appliedRevision: 1, nextRunZones: '1970a' };
  const same = await subscribe('usr_1', { ...planned, nextRunAt: right });
  const moved = await subscribe('usr_1', { ...planned, nextRunAt: wrong });
  const due = await subscribe('usr_1', { ...planned, nextRunAt: old });
  const paused = await subscribe('usr_1', { ...planned, nextRunAt: wrong, status: 'paused' });
  await housekeeping.applyPending();
  expect(temporal.told).toEqual([]);
  const revisions = async () => {
    const found = await root.collection('subscriptions').find().toArray();
    const of = ({ _id }: SubscriptionDocument) => found.find((each) => each._id === _id);
    return [same, moved, due, paused].map((each) => [of(each)?.revision, of(each)?.nextRunZones]);
  };
  expect(await revisions()).toEqual([
    [1, process.versions.tz],
    [2, '1970a'],
    [1, '1970a'],
    [1, '1970a'],
  ]);
  expect(await root.collection('audit').find({ action: 'subscription.replan' }).toArray()).toMatchObject([
    {
      target: { id: moved._id },
      details: { before: wrong.toISOString(), after: right.toISOString(), zones: process.versions.tz },
    },
  ]);
  await root.collection('subscriptions').updateOne({ _id: moved._id }, { $set: { updatedAt: old } });
  await housekeeping.applyPending();
  expect(temporal.told).toEqual(['apply 2']);
});

it('sets aside those that cannot be told, later and later, and goes on with all others', async () => {
  for (let index = 0; index < 9; index += 1)
    await subscribe('usr_stubborn', { revision: 2, appliedRevision: 1, updatedAt: new Date(0) });
  await subscribe('usr_1', { revision: 2, appliedRevision: 1, updatedAt: old });
  temporal.stubborn.add('usr_stubborn');
  expect(await housekeeping.applyPending()).toEqual({ applied: 1, failed: 9 });
  expect(await housekeeping.applyPending()).toEqual({ applied: 0, failed: 0 });
  const setAsides = root.collection('setAsides');
  expect(await setAsides.findOne()).toMatchObject({ failures: 1, since: NOW });
  await setAsides.updateMany({}, { $set: { nextTryAt: NOW } });
  expect(await housekeeping.applyPending()).toEqual({ applied: 0, failed: 9 });
  expect(await setAsides.distinct('nextTryAt')).toEqual([new Date(NOW.getTime() + 120_000)]);
  await setAsides.updateMany({}, { $set: { nextTryAt: NOW } });
  temporal.stubborn.clear();
  expect(await housekeeping.applyPending()).toEqual({ applied: 9, failed: 0 });
  expect(await setAsides.countDocuments()).toBe(0);
});
