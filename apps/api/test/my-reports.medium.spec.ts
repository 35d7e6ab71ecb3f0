/** What comes to a person, whoever subscribed to it. */
import { jest } from '@jest/globals';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import { openApiBed, type ApiBed } from './api-bed.ts';
import type { Scope } from '@rounds/contracts/scope';
import { saying } from '@rounds/report-types/model/words/message';
import { ALL_BLINDED, artefactOf, headlineOf, runDocument, subscriptionDocument } from './records.ts';

const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';
const at = (hours: number) => new Date(Date.parse('2026-11-23T07:00:00Z') + hours * 3_600_000);

let bed: ApiBed;
let anna: string;
let ben: string;

beforeAll(async () => {
  bed = await openApiBed('my-reports', { workers: false });
  await bed.addStudy('S1');
  anna = await bed.grant(ANNA, 'S1');
  ben = await bed.grant(BEN, 'S1');
  const both = { ownerId: anna, recipients: [anna, ben], nextRunAt: at(7 * 24) };
  await bed.mongo.collection('subscriptions').insertMany([
    subscriptionDocument({ _id: 'sub_both', ...both, createdAt: at(1) }),
    subscriptionDocument({
      _id: 'sub_paused',
      ...both,
      status: 'paused',
      optedOut: [ben],
      createdAt: at(2),
    }),
    subscriptionDocument({ _id: 'sub_anna', ownerId: anna, recipients: [anna], createdAt: at(3) }),
    subscriptionDocument({ _id: 'sub_over', ...both, status: 'cancelled', createdAt: at(4) }),
  ]);
  await bed.mongo.collection('runs').insertOne(runDocument({ _id: 'run_new', requestedBy: anna }));
  const delivery = { studyId: 'S1', subscriptionId: 'sub_both', recipientId: ben, channel: 'email' } as const;
  await bed.mongo.collection('deliveries').insertMany([
    {
      _id: 'run_old|b',
      ...delivery,
      runId: 'run_old',
      status: 'accepted',
      acceptedAt: at(-168),
      updatedAt: at(-168),
    },
    {
      ...{
        _id: 'run_new|b',
        ...delivery,
        runId: 'run_new',
        status: 'accepted',
        acceptedAt: at(0),
        updatedAt: at(0),
      },
      receipt: 'delivered',
    },
  ]);
  const opening = { linkId: null, runId: 'run_new', studyId: 'S1', what: 'page' } as const;
  await bed.mongo.collection('openings').insertMany([
    { _id: 'o1', ...opening, userId: ben, at: at(2) },
    { _id: 'o2', ...opening, userId: ben, at: at(3) },
    { _id: 'o3', ...opening, userId: anna, at: at(4) },
  ]);
});
afterAll(() => bed.close());

const mine = async (as: string, query = '') =>
  (await bed.call('GET', `/api/v1/me/reports${query}`, { as })).json;

describe('what comes to me', () => {
  it('is listed with its last report, its openings and the next due, also where somebody else subscribed', async () => {
    const { items } = await mine(BEN);
    expect(items).toMatchObject([
      { subscriptionId: 'sub_paused', status: 'paused', receives: false, nextDue: null, lastReport: null },
      {
        ...{ subscriptionId: 'sub_both', owner: ANNA, isOwn: false, receives: true },
        nextDue: at(7 * 24).toISOString(),
        lastReport: {
          ...{ jobId: 'run_new', status: 'delivered', sentAt: at(0).toISOString() },
          ...{ openings: 2, lastOpenedAt: at(3).toISOString() },
        },
      },
    ]);
  });

  it('is listed page by page, without what is over', async () => {
    const first = await mine(ANNA, '?limit=2');
    const second = await mine(ANNA, `?limit=2&cursor=${first.nextCursor ?? ''}`);
    const ids = [first, second].flatMap(({ items }) =>
      items.map((each) => (each as { subscriptionId?: string }).subscriptionId),
    );
    expect([ids, second.nextCursor]).toEqual([['sub_anna', 'sub_paused', 'sub_both'], null]);
  });
});

describe('the headline of the last report', () => {
  const UNBLINDED: Scope = { sites: 'all', unblinded: true };
  const CUT = { manifestKey: 'cuts/run_new/manifest.json', sha256: 'ab'.repeat(32), rows: 1, documents: 0 };

  const headlineSaying = (n: number, changes: object = {}): string =>
    JSON.stringify({ ...headlineOf('S1'), attention: [saying('mailed.serious', { n })], ...changes });
  const keyOf = (text: string): string => `headlines/${sha256Of(text)}.json`;
  const put = (key: string, text: string) => bed.objects.put(key, Buffer.from(text), 'application/json');

  const addHeadline = async (scope: Scope, text: string) => {
    const headlineKey = keyOf(text);
    await put(headlineKey, text);
    return { scope, dataset: { key: 'datasets/1.json', sha256: 'cd'.repeat(32), headlineKey } };
  };
  const tell = async (datasets: readonly Awaited<ReturnType<typeof addHeadline>>[]) => {
    const outputs = datasets.map(({ scope }) => ({ scope, artefacts: [artefactOf('run_new', scope)] }));
    await bed.mongo
      .collection('runs')
      .updateOne({ _id: 'run_new' }, { $set: { datasets, outputs, cut: CUT } });
  };
  const told = async () => {
    const { items } = await mine(BEN);
    const [both] = items.filter(
      (each) => (each as { subscriptionId?: string }).subscriptionId === 'sub_both',
    );
    return (
      both as unknown as { lastReport: { headline: { attention: string[]; changes: string[] } | null } }
    ).lastReport.headline;
  };

  beforeEach(async () => {
    await tell([
      await addHeadline(ALL_BLINDED, headlineSaying(2)),
      await addHeadline(UNBLINDED, headlineSaying(3)),
    ]);
  });
  afterEach(async () => {
    await bed.grant(BEN, 'S1');
    await bed.call('PATCH', '/api/v1/me', { as: BEN, body: { language: 'en' } });
  });

  it('is what the mail tells, of what they may see now', async () => {
    expect((await told())?.attention).toEqual([expect.stringContaining('2')]);
    await bed.grant(BEN, 'S1', { unblinded: true });
    expect((await told())?.attention).toEqual([expect.stringContaining('3')]);
  });

  it('is told in their language', async () => {
    const [english] = (await told())?.attention ?? [];
    await bed.call('PATCH', '/api/v1/me', { as: BEN, body: { language: 'de' } });
    const [german] = (await told())?.attention ?? [];
    expect(german).not.toEqual(english);
  });

  it('is none for who sees less than any report of the run was made for', async () => {
    await bed.grant(BEN, 'S1', { sites: ['799'] });
    expect(await told()).toBeNull();
    await bed.mongo.collection('memberships').deleteOne({ userId: ben });
    expect(await told()).toBeNull();
  });

  it.each([
    ['of another cut', headlineSaying(2, { cut: 'ef'.repeat(32) })],
    ['of another study', headlineSaying(2, { studyId: 'S2' })],
    ['that tells the arms', headlineSaying(2, { byArm: {} })],
    ['that is none', '{'],
    ['of more bytes than one has', headlineSaying(2, { more: 'x'.repeat(256 * 1024) })],
  ])('is none where there is only one %s', async (_what, text) => {
    await tell([await addHeadline(ALL_BLINDED, text)]);
    expect(await told()).toBeNull();
  });

  it('is none where its bytes are gone, or are those of another scope or run', async () => {
    const key = keyOf(headlineSaying(2));
    await put(key, headlineSaying(3));
    expect(await told()).toBeNull();
    await bed.objects.remove(key);
    expect(await told()).toBeNull();
  });
});

describe('an opting out', () => {
  const receive = (id: string, receives: boolean, as = BEN) =>
    bed.call('PUT', `/api/v1/me/reports/${id}`, { as, body: { receives } });
  const optedOut = async (id: string) =>
    (await bed.mongo.collection('subscriptions').findOne({ _id: id }))?.optedOut;

  it('is undone by the member, and done, and each is in the audit trail', async () => {
    expect((await receive('sub_paused', true)).json).toMatchObject({
      subscriptionId: 'sub_paused',
      receives: true,
    });
    expect(await optedOut('sub_paused')).toEqual([]);
    expect((await receive('sub_paused', false)).json).toMatchObject({ receives: false });
    expect(await optedOut('sub_paused')).toEqual([ben]);
    const actions = await bed.mongo
      .collection('audit')
      .find({ 'target.id': 'sub_paused' })
      .sort({ at: 1 })
      .toArray();
    expect(actions.map(({ action }) => action)).toEqual([
      'subscription.resubscribe',
      'subscription.unsubscribe',
    ]);
  });

  it('is told as it is now, also to who comes second with it while a majority does not have it yet', async () => {
    const repository = bed.app.get<SubscriptionsRepository>(createSubscriptionsRepository);
    const lagging = await repository.find('sub_both', 'every');
    const first = await receive('sub_both', false);
    jest.spyOn(repository, 'find').mockResolvedValue(lagging);
    const second = await receive('sub_both', false);
    jest.restoreAllMocks();
    for (const { json } of [first, second]) expect(json).toMatchObject({ receives: false });
    expect((await receive('sub_both', true)).json).toMatchObject({ receives: true });
  });

  it.each(['sub_anna', 'sub_over', 'sub_none'])('is no matter of who receives nothing: %s', async (id) => {
    const before = await optedOut(id);
    expect((await receive(id, false)).status).toBe(404);
    expect(await optedOut(id)).toEqual(before);
  });
});
