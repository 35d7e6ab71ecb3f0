import type { Mongo } from '@rounds/adapters/mongo/client';
import type { RunActivities } from '@rounds/contracts/activities';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { cutFor, previousCutOf } from '@rounds/contracts/previous-cut';
import type { CutRef } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { addMember, addSubscription, requestOf, STUDY } from '@rounds/adapters/testing/subscription-scene';
import { NOW, openScene } from './scene.ts';

/** What each reader's next report is compared with, on a real MongoDB as its `housekeeping` user. */
const ALL: Scope = { sites: 'all', unblinded: false };
const SOME: Scope = { sites: ['701'], unblinded: false };
const cutOf = (due: string): CutRef => ({ manifestKey: `cuts/${due}`, sha256: due, rows: 1, documents: 0 });

let root: Mongo;
let runs: RunActivities;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ root, runs, close } = await openScene('compared'));
});
afterAll(() => close());

interface Read {
  readonly due: string;
  readonly accepted: readonly string[];
  readonly failed?: readonly string[];
}

const runOf = async (subscription: SubscriptionDocument, { due, accepted, failed = [] }: Read) => {
  const request = requestOf(subscription, { due });
  await runs.openRun(request);
  const ended = (status: 'accepted' | 'failed') => (recipientId: string) => ({ recipientId, status });
  await runs.closeRun({
    ...{ runId: request.runId, status: 'completed' },
    ...{ cut: cutOf(due), outputs: [] },
    deliveries: [...accepted.map(ended('accepted')), ...failed.map(ended('failed'))],
  });
  return request.runId;
};

it('is what reached a reader of the same scope, whatever became of the others’ mails', async () => {
  const [anna, ben] = await Promise.all([addMember(root), addMember(root)]);
  await root.collection('memberships').updateOne({ _id: `${STUDY}|${ben}` }, { $set: { sites: ['701'] } });
  const subscription = await addSubscription(root, { ownerId: anna, recipients: [anna, ben] });
  const compared = async () => {
    const stored = await root.collection('subscriptions').findOne({ _id: subscription._id });
    const previous = previousCutOf(stored);
    return [ALL, SOME].map((scope) => cutFor(previous, scope)?.sha256);
  };

  expect(await compared()).toEqual([undefined, undefined]);
  await runOf(subscription, { due: '2026-11-09', accepted: [anna], failed: [ben] });
  expect(await compared()).toEqual(['2026-11-09', undefined]);
  await runOf(subscription, { due: '2026-11-16', accepted: [ben], failed: [anna] });
  expect(await compared()).toEqual(['2026-11-09', '2026-11-16']);
  await runOf(subscription, { due: '2026-11-23', accepted: [anna, ben] });
  expect(await compared()).toEqual(['2026-11-23', '2026-11-23']);
  // A mail of it that arrives after all.
  const runId = await runOf(subscription, { due: '2026-11-30', accepted: [anna], failed: [ben] });
  expect(await compared()).toEqual(['2026-11-30', '2026-11-23']);
  await root.collection('deliveries').insertOne({
    ...{ _id: `${runId}|${anna}|email`, runId, studyId: STUDY, recipientId: anna, channel: 'email' },
    ...{ status: 'accepted', updatedAt: NOW },
  });
  const sent = { $set: { status: 'accepted' as const } };
  await root.collection('deliveries').updateOne({ runId, recipientId: ben }, sent);
  await runs.closeRedelivery({ runId, studyId: STUDY, outcomes: [] });
  expect(await compared()).toEqual(['2026-11-30', '2026-11-30']);
  // An older run that is redriven does not put itself in the place of a newer one.
  await runOf(subscription, { due: '2026-11-09', accepted: [anna, ben] });
  expect(await compared()).toEqual(['2026-11-30', '2026-11-30']);
});
