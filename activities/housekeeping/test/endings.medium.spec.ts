import { directly } from '@rounds/adapters/testing/directly';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { setupMongo } from '@rounds/adapters/mongo/setup';
import { createStudyClosingRepository } from '@rounds/adapters/mongo/study-closing.repository';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { Notice } from '@rounds/contracts/notice';
import { because } from '@rounds/contracts/why';
import type { Client } from '@temporalio/client';
import { createQueueActivities } from './queue-activities.ts';
import {
  addMember,
  addStudy,
  addSubscription,
  join,
  requestOf,
} from '@rounds/adapters/testing/subscription-scene';

/** Owners who leave and studies that close, on a real MongoDB as its `housekeeping` user. Temporal is a recorder. */
const DAY_MS = 24 * 60 * 60 * 1000;
const GRACE_DAYS = 10;

let database: RoleMongo;
let root: Mongo;
let housekeeping: ReturnType<typeof createQueueActivities>;
let now: Date;

const started: { id: string; notice: Notice }[] = [];
const told: string[] = [];
const client = {
  withDeadline: (_deadline: number, work: () => Promise<unknown>) => work(),
  workflow: {
    executeUpdateWithStart: (
      _name: string,
      { args }: { args: readonly [{ status: string; revision: number }] },
    ) => {
      told.push(args[0].status);
      return Promise.resolve({ appliedRevision: args[0].revision });
    },
    start: (_type: string, { workflowId, args }: { workflowId: string; args: readonly [Notice] }) => {
      started.push({ id: workflowId, notice: args[0] });
      return Promise.resolve();
    },
    list: () => [],
  },
} as unknown as Client;

beforeAll(async () => {
  database = await testRoleMongo('endings');
  root = database.root;
  housekeeping = createQueueActivities({
    mongo: database.as('housekeeping'),
    client,
    now: () => now,
    ownerGraceDays: GRACE_DAYS,
  });
});
beforeEach(async () => {
  now = new Date('2026-11-23T07:00:00Z');
  started.length = 0;
  told.length = 0;
  for (const name of ['subscriptions', 'runs', 'studies', 'memberships'] as const)
    await root.collection(name).deleteMany({});
  await addStudy(root);
});
afterAll(() => database.close());

const leave = (userId: string) => root.collection('memberships').deleteOne({ userId });

const subscribe = async (change: Partial<SubscriptionDocument> = {}) => {
  const [ownerId, recipient] = [await addMember(root), await addMember(root)];
  return { ...(await addSubscription(root, { ownerId, recipients: [recipient] }, change)), recipient };
};
const recordOf = ({ _id }: { readonly _id: string }) => root.collection('subscriptions').findOne({ _id });

const open = (subscription: SubscriptionDocument) => housekeeping.openRun(requestOf(subscription));
const kinds = () => [...new Map(started.map(({ id, notice }) => [id, notice.about.kind])).values()];

describe('an owner who has lost the right', () => {
  it('is noticed at the next run: reports go on, owner and operators are told once', async () => {
    const subscription = await subscribe();
    await leave(subscription.ownerId);
    expect(await open(subscription)).toMatchObject({
      state: 'ready',
      groups: [{ recipients: [subscription.recipient] }],
    });
    const lostAt = now;
    now = new Date(now.getTime() + 7 * DAY_MS);
    expect(await open(subscription)).toMatchObject({ state: 'ready' });
    expect(await recordOf(subscription)).toMatchObject({ status: 'active', ownerLostAt: lostAt });
    expect(kinds()).toEqual(['owner-left']);
    expect(started[0]?.notice).toMatchObject({
      about: { subscriptionId: subscription._id, pausesAt: lostAt.getTime() + GRACE_DAYS * DAY_MS },
      to: [subscription.ownerId],
      operators: true,
    });
  });

  it('pauses it after the days of grace, and makes no report from then on', async () => {
    const subscription = await subscribe();
    await leave(subscription.ownerId);
    await open(subscription);
    now = new Date(now.getTime() + GRACE_DAYS * DAY_MS);
    expect(await open(subscription)).toMatchObject({
      state: 'suppressed',
      why: because('owner-left'),
    });
    expect(await recordOf(subscription)).toMatchObject({
      status: 'paused',
      pausedReason: 'owner-left',
      revision: 2,
      behind: true,
    });
    expect(kinds()).toEqual(['owner-left', 'subscription-paused-owner-left']);
  });

  it('pauses it also where no run is due', async () => {
    const subscription = await subscribe();
    await leave(subscription.ownerId);
    await open(subscription);
    now = new Date(now.getTime() + (GRACE_DAYS - 1) * DAY_MS);
    await housekeeping.applyPending();
    expect(await recordOf(subscription)).toMatchObject({ status: 'active' });
    now = new Date(now.getTime() + DAY_MS);
    await housekeeping.applyPending();
    expect(await recordOf(subscription)).toMatchObject({ status: 'paused' });
    expect(kinds()).toContain('subscription-paused-owner-left');
  });

  it('is forgotten when the right is given back, or the subscription handed over', async () => {
    const subscription = await subscribe();
    await leave(subscription.ownerId);
    await open(subscription);
    await join(root, subscription.ownerId);
    await open(subscription);
    expect(await recordOf(subscription)).not.toHaveProperty('ownerLostAt');
    now = new Date(now.getTime() + 2 * GRACE_DAYS * DAY_MS);
    await housekeeping.applyPending();
    expect(await recordOf(subscription)).toMatchObject({ status: 'active' });
  });
});

describe('a run that finds nobody who may receive it', () => {
  it('pauses the subscription and tells its owner', async () => {
    const subscription = await subscribe();
    await leave(subscription.recipient);
    expect(await open(subscription)).toEqual({
      ...{ state: 'suppressed', why: because('not-a-member') },
    });
    expect(await recordOf(subscription)).toMatchObject({
      ...{ status: 'paused', pausedReason: 'nobody-receives', revision: 2, behind: true },
    });
    expect(started.map(({ notice }) => notice)).toEqual([
      {
        about: expect.objectContaining({
          kind: 'subscription-paused-unread',
          subscriptionId: subscription._id,
        }) as Notice['about'],
        ...{ to: [subscription.ownerId], operators: false },
      },
    ]);
  });

  it('leaves one whose owner has left to the days of grace', async () => {
    const subscription = await subscribe();
    for (const userId of [subscription.ownerId, subscription.recipient]) await leave(userId);
    expect(await open(subscription)).toMatchObject({ state: 'suppressed' });
    expect(await recordOf(subscription)).toMatchObject({ status: 'active' });
    expect(kinds()).toEqual(['owner-left']);
  });
});

describe('a study that closes', () => {
  const closing = () => createStudyClosingRepository(root);

  it('is told to its subscriptions that are not over, once', async () => {
    const [active, paused, cancelled] = [
      await subscribe(),
      await subscribe({ status: 'paused' }),
      await subscribe({ status: 'cancelled' }),
    ];
    expect(await closing().set('DEMO', '2026-12-31', now, directly)).toMatchObject({ subscriptions: 2 });
    expect(await closing().set('DEMO', '2026-12-31', now, directly)).toMatchObject({ subscriptions: 0 });
    for (const subscription of [active, paused])
      expect(await recordOf(subscription)).toMatchObject({
        studyClosedAt: '2026-12-31',
        revision: 2,
        behind: true,
      });
    expect(await recordOf(cancelled)).toMatchObject({ revision: 1, behind: false });
    expect(await closing().set('NOPE', '2026-12-31', now, directly)).toBeNull();
  });

  it('can be opened again', async () => {
    const subscription = await subscribe();
    await closing().set('DEMO', '2026-12-31', now, directly);
    expect(await closing().set('DEMO', null, now, directly)).toMatchObject({ subscriptions: 1 });
    const record = await recordOf(subscription);
    expect(record).toMatchObject({ revision: 3 });
    expect(record).not.toHaveProperty('studyClosedAt');
    expect(await root.collection('studies').findOne({})).not.toHaveProperty('closedAt');
  });

  it('reaches subscriptions that a crash or their birth kept from knowing', async () => {
    await root.collection('studies').updateOne({ _id: 'DEMO' }, { $set: { closedAt: '2026-12-31' } });
    const subscription = await subscribe();
    await housekeeping.applyPending();
    expect(await recordOf(subscription)).toMatchObject({ studyClosedAt: '2026-12-31', revision: 2 });
    await root.collection('studies').updateOne({ _id: 'DEMO' }, { $unset: { closedAt: '' } });
    await housekeeping.applyPending();
    expect(await recordOf(subscription)).not.toHaveProperty('studyClosedAt');
  });

  it('ends a paused subscription once its day is over everywhere, and tells the owner', async () => {
    const subscription = await subscribe({ status: 'paused' });
    await closing().set('DEMO', '2026-11-22', now, directly);
    await housekeeping.applyPending();
    expect(await recordOf(subscription)).toMatchObject({ status: 'paused' });
    now = new Date(now.getTime() + DAY_MS);
    await housekeeping.applyPending();
    const ended = { status: 'ended', endedWhy: because('study-closed', { day: '2026-11-22' }) };
    expect(await recordOf(subscription)).toMatchObject(ended);
    // Its workflow is told to end by the next round: whoever wrote a record is given a moment to tell it.
    now = new Date(now.getTime() + 60_000);
    await housekeeping.applyPending();
    expect(await recordOf(subscription)).toMatchObject({ ...ended, behind: false });
    expect(told.at(-1)).toBe('cancelled');
    expect(started.map(({ notice }) => [notice.about.kind, notice.to])).toEqual([
      ['study-closed', [subscription.ownerId]],
    ]);
  });
});

describe('setting up over older records', () => {
  it('finds those whose workflow must still be told', async () => {
    const [behind, told] = [
      await subscribe({ revision: 3, appliedRevision: 2 }),
      await subscribe({ revision: 3, appliedRevision: 3 }),
    ];
    await root.collection('subscriptions').updateMany({}, { $unset: { behind: '' } });
    await setupMongo({ mongo: root });
    expect(await recordOf(behind)).toMatchObject({ behind: true, appliedRevision: 2 });
    expect(await recordOf(told)).toMatchObject({ behind: false, appliedRevision: 3 });
  });

  it('finds them by an index', async () => {
    await setupMongo({ mongo: root });
    const query = root.collection('subscriptions').find({ behind: true }).sort({ updatedAt: 1 });
    expect(JSON.stringify(await query.explain('queryPlanner'))).toContain(
      '"indexName":"behind_1_updatedAt_1"',
    );
  });
});

describe('the end of a subscription', () => {
  it('is told to the owner once, with its reason', async () => {
    const subscription = await subscribe();
    const why = because('last-day-passed');
    const input = { subscriptionId: subscription._id, appliedRevision: 1, ended: 'last-day-passed', why };
    await housekeeping.recordSubscription(input);
    await housekeeping.recordSubscription(input);
    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
    expect(started[0]?.notice).toMatchObject({
      about: { kind: 'subscription-ended', why },
      to: [subscription.ownerId],
    });
  });

  it('by the closing of the study says that, also where a workflow of an earlier version tells it in words', async () => {
    const subscription = await subscribe({ studyClosedAt: '2026-11-22' });
    const ended = 'The study was closed on 2026-11-22.';
    await housekeeping.recordSubscription({ subscriptionId: subscription._id, appliedRevision: 1, ended });
    expect(kinds()).toEqual(['study-closed']);
  });

  it('is told to nobody where somebody cancelled it', async () => {
    const subscription = await subscribe({ status: 'cancelled' });
    await housekeeping.recordSubscription({
      subscriptionId: subscription._id,
      appliedRevision: 1,
      ended: 'over',
    });
    expect(started).toEqual([]);
  });
});
