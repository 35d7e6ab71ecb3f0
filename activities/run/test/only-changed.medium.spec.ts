import type { Mongo } from '@rounds/adapters/mongo/client';
import { createDeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import type { RunActivities } from '@rounds/contracts/activities';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { CutRef, RunRequest } from '@rounds/contracts/run';
import { because } from '@rounds/contracts/why';
import { addMember, addSubscription, requestOf, STUDY } from '@rounds/adapters/testing/subscription-scene';
import { NOW, openScene } from './scene.ts';

/** Runs that are sent only where something changed, on a real MongoDB as its `housekeeping` user. */
const CUT: CutRef = { manifestKey: 'cuts/x/manifest.json', sha256: 'cd'.repeat(32), rows: 10, documents: 1 };

let root: Mongo;
let runs: RunActivities;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ root, runs, close } = await openScene('changed'));
});
afterAll(() => close());

/** Anna had a report of it before, Ben never. */
const open = async (trigger: RunRequest['trigger'], change: Partial<SubscriptionDocument>) => {
  const [anna, ben] = await Promise.all([addMember(root), addMember(root)]);
  const people = { ownerId: anna, recipients: [anna, ben] };
  const subscription = await addSubscription(root, people, { deliver: 'changed', ...change });
  const earlier = {
    runId: `${subscription._id}.2026-11-16`,
    ...{ studyId: STUDY, subscriptionId: subscription._id, recipientId: anna },
    channel: 'email' as const,
  };
  const ledger = createDeliveriesRepository(root);
  await ledger.intend(earlier, 'hash', { at: NOW, recognisedSince: NOW });
  await ledger.accept(earlier, 'provider-1', NOW);
  const request = requestOf(subscription, { trigger });
  return { anna, ben, subscription, request, opened: await runs.openRun(request) };
};

it('tells who never had a report, and whether a note is wanted; again the same', async () => {
  const { anna, ben, subscription, request, opened } = await open('schedule', { unchangedNote: true });
  expect(opened).toMatchObject({
    state: 'ready',
    onlyChanged: { note: true },
    groups: [{ recipients: [anna, ben], newcomers: [ben] }],
  });
  await root
    .collection('subscriptions')
    .updateOne({ _id: subscription._id }, { $set: { deliver: 'always' } });
  expect(await runs.openRun(request)).toEqual(opened);
});

it('holds for scheduled runs alone: one that was asked for is sent', async () => {
  const { opened } = await open('run-now', {});
  expect(opened).not.toHaveProperty('onlyChanged');
});

it('keeps in the ledger who was left out and why, and the cut of the last report', async () => {
  const { anna, ben, subscription, request } = await open('schedule', { lastDeliveredCut: CUT });
  const why = because('nothing-changed');
  const left = (recipientId: string) => ({ recipientId, status: 'suppressed', why }) as const;
  const { runId } = request;
  const outcome = { runId, status: 'unchanged', outputs: [], deliveries: [left(anna), left(ben)] } as const;
  await runs.closeRun(outcome);
  await runs.closeRun(outcome);
  const rows = await root.collection('deliveries').find({ runId }).toArray();
  expect(rows.map(({ recipientId, status, why: causes }) => [recipientId, status, causes]).sort()).toEqual(
    [anna, ben].map((recipientId) => [recipientId, 'suppressed', why]).sort(),
  );
  expect(await root.collection('subscriptions').findOne({ _id: subscription._id })).toMatchObject({
    lastDeliveredCut: CUT,
    lastRun: { status: 'unchanged' },
    runCount: 1,
  });
});

it('keeps on record that a run is late', async () => {
  const people = { ownerId: await addMember(root), recipients: [await addMember(root)] };
  const late = { dueAt: '2026-11-23T08:00:00+01:00' };
  const request = requestOf(await addSubscription(root, people), { late });
  await runs.openRun(request);
  expect(await root.collection('runs').findOne({ _id: request.runId })).toMatchObject({ late });
});
