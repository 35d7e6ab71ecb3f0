import type { Mongo } from '@rounds/adapters/mongo/client';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { addSubscription as addFor } from '@rounds/adapters/testing/subscription-scene';
import type { HousekeepingActivities } from '@rounds/contracts/activities';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { asTold } from '@rounds/contracts/why';
import type { Client } from '@temporalio/client';
import { createQueueActivities } from './queue-activities.ts';

/** On a real MongoDB, as its `housekeeping` user. What Temporal does with wishes is tested elsewhere. */
const NOW = new Date('2026-11-23T07:00:00Z');

let database: RoleMongo;
let root: Mongo;
let housekeeping: HousekeepingActivities;

const client = {
  withDeadline: (_deadline: number, work: () => Promise<unknown>) => work(),
  workflow: { start: () => Promise.resolve() },
} as unknown as Client;

beforeAll(async () => {
  database = await testRoleMongo('housekeeping');
  root = database.root;
  const mongo = database.as('housekeeping');
  housekeeping = createQueueActivities({ mongo, client, now: () => NOW });
});
afterAll(() => database.close());

const addSubscription = (change: Partial<SubscriptionDocument> = {}) =>
  addFor(root, { ownerId: 'usr_1', recipients: ['usr_1'] }, change);
const subscriptionOf = ({ _id }: SubscriptionDocument) => root.collection('subscriptions').findOne({ _id });

describe('steering by an operator', () => {
  it.each([
    ['active', 'pause', 'paused'],
    ['paused', 'resume', 'active'],
    ['paused', 'cancel', 'cancelled'],
  ] as const)('brings a record that is %s by %s to %s, once', async (before, action, after) => {
    const subscription = await addSubscription({ status: before, until: '2027-01-31' });
    const wish = { revision: 2, status: after, catchUp: 'latest', until: '2027-01-31' };
    const input = { subscriptionId: subscription._id, action };
    expect(await housekeeping.recordSteering(input)).toMatchObject(wish);
    expect(await housekeeping.recordSteering(input)).toMatchObject(wish);
    expect(await subscriptionOf(subscription)).toMatchObject({ status: after, revision: 2 });
  });

  it.each(['cancelled', 'ended'] as const)('does not bring back what is %s', async (status) => {
    const subscription = await addSubscription({ status });
    const wish = await housekeeping.recordSteering({ subscriptionId: subscription._id, action: 'resume' });
    expect(wish).toMatchObject({ status: 'cancelled', revision: 1 });
    expect(await subscriptionOf(subscription)).toMatchObject({ status });
  });

  it('loses nothing against a change at the same moment', async () => {
    const subscription = await addSubscription();
    const owner = root.collection('subscriptions');
    await Promise.all([
      housekeeping.recordSteering({ subscriptionId: subscription._id, action: 'pause' }),
      owner.updateOne({ _id: subscription._id }, { $set: { until: '2027-03-01' }, $inc: { revision: 1 } }),
    ]);
    expect(await subscriptionOf(subscription)).toMatchObject({
      status: 'paused',
      until: '2027-03-01',
      revision: 3,
    });
  });
});

describe('what the workflow says of itself', () => {
  it('is recorded: the newest revision it knows and when it runs next', async () => {
    const subscription = await addSubscription({ revision: 5 });
    const { _id: subscriptionId } = subscription;
    const nextRunAt = NOW.getTime();
    await housekeeping.recordSubscription({ subscriptionId, appliedRevision: 5, nextRunAt });
    await housekeeping.recordSubscription({ subscriptionId, appliedRevision: 4, nextRunAt });
    expect(await subscriptionOf(subscription)).toMatchObject({ appliedRevision: 5, nextRunAt: NOW });
    await housekeeping.recordSubscription({ subscriptionId, appliedRevision: 5 });
    expect(await subscriptionOf(subscription)).not.toHaveProperty('nextRunAt');
  });

  it('ends a record, but not one that was cancelled or changed meanwhile', async () => {
    const [ending, cancelled, changed] = [
      await addSubscription(),
      await addSubscription({ status: 'cancelled' }),
      await addSubscription({ revision: 2 }),
    ];
    for (const { _id } of [ending, cancelled, changed]) {
      await housekeeping.recordSubscription({
        subscriptionId: _id,
        appliedRevision: 1,
        ended: 'Its end date is past.',
      });
    }
    expect(await subscriptionOf(ending)).toMatchObject({
      status: 'ended',
      endedWhy: asTold('Its end date is past.'),
    });
    expect(await subscriptionOf(cancelled)).toMatchObject({ status: 'cancelled' });
    expect(await subscriptionOf(changed)).toMatchObject({ status: 'active' });
  });
});
