import { createDeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { uniqueName } from '@rounds/adapters/testing/servers';
import { addSubscription as addFor } from '@rounds/adapters/testing/subscription-scene';
import type { RunActivities } from '@rounds/contracts/activities';
import type { RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import type { CutRef, OpenedRun, RunOutcome, RunRequest } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { asTold, because } from '@rounds/contracts/why';
import { NOW, openScene } from './scene.ts';

/** On a real MongoDB, as its `housekeeping` user. What Temporal does is tested elsewhere. */
const all: Scope = { sites: 'all', unblinded: false };
const cut: CutRef = { manifestKey: 'cuts/x/manifest.json', sha256: 'ab'.repeat(32), rows: 10, documents: 1 };

let root: Mongo;
let runs: RunActivities;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ root, runs, close } = await openScene('housekeeping'));
});
beforeEach(async () => {
  await root.collection('subscriptions').deleteMany({});
  await root.collection('runs').deleteMany({});
});
afterAll(() => close());

const addUser = async (scope: Scope | null): Promise<string> => {
  const _id = uniqueName('usr');
  await root
    .collection('users')
    .insertOne({ _id, email: `${_id}@example.org`, name: null, roles: [], createdAt: NOW });
  if (scope !== null) {
    const membership = { _id: `DEMO|${_id}`, userId: _id, studyId: 'DEMO', ...scope, grantedAt: NOW };
    await root.collection('memberships').insertOne(membership);
  }
  return _id;
};

const addSubscription = (
  recipients: readonly string[],
  change: Partial<SubscriptionDocument> = {},
): Promise<SubscriptionDocument> =>
  addFor(
    root,
    { ownerId: recipients[0] ?? 'usr_0', recipients },
    { parameters: { detail: 'full' }, formats: ['pdf', 'csv'], ...change },
  );

const requestOf = (subscription: SubscriptionDocument, change: Partial<RunRequest> = {}): RunRequest => ({
  runId: `${subscription._id}.2026-11-23`,
  trigger: 'schedule',
  studyId: subscription.studyId,
  reportType: 'study-weekly',
  subscriptionId: subscription._id,
  requestedBy: subscription.ownerId,
  due: '2026-11-23',
  timeZone: 'Europe/Berlin',
  period: { start: '2026-11-16', end: '2026-11-23' },
  ...change,
});

const addRunOnDemand = async (
  requestedBy: string,
  change: Partial<RunDocument> = {},
): Promise<RunRequest> => {
  const runId = uniqueName('run');
  const request = {
    trigger: 'on-demand' as const,
    studyId: 'DEMO',
    reportType: 'study-weekly',
    requestedBy,
    due: '2026-11-23',
    timeZone: 'UTC',
    period: { start: '2026-11-16', end: '2026-11-23' },
  };
  await root.collection('runs').insertOne({
    _id: runId,
    ...request,
    parameters: {},
    formats: ['xlsx'],
    priority: 'high',
    status: 'queued',
    outputs: [],
    createdAt: NOW,
    ...change,
  });
  return { runId, ...request };
};

const subscriptionOf = ({ _id }: SubscriptionDocument) => root.collection('subscriptions').findOne({ _id });
const runOf = (runId: string) => root.collection('runs').findOne({ _id: runId });
const ledgerOf = async (runId: string) => {
  const rows = await root.collection('deliveries').find({ runId }).toArray();
  return Object.fromEntries(rows.map(({ recipientId, status, why }) => [recipientId, { status, why }]));
};

const outcome = (runId: string, change: Partial<RunOutcome> = {}): RunOutcome => ({
  runId,
  status: 'completed',
  cut,
  outputs: [{ scope: all, artefacts: [] }],
  deliveries: [{ recipientId: 'usr_1', status: 'accepted' }],
  ...change,
});

describe('opening a run', () => {
  it('groups recipients by what they may see and tells the others why they get nothing', async () => {
    const [anna, ben, chris, dora, emil] = await Promise.all([
      addUser(all),
      addUser({ sites: ['702', '701'], unblinded: true }),
      addUser(all),
      addUser(null),
      addUser(all),
    ]);
    const subscription = await addSubscription([anna, ben, chris, dora, emil], {
      optedOut: [emil],
      lastDeliveredCut: cut,
    });
    const request = requestOf(subscription);

    expect(await runs.openRun(request)).toEqual<OpenedRun>({
      state: 'ready',
      formats: ['pdf', 'csv'],
      parameters: { detail: 'full' },
      groups: [
        { scope: { sites: ['701', '702'], unblinded: true }, recipients: [ben] },
        { scope: all, recipients: [anna, chris] },
      ],
      askedAt: expect.any(String) as string,
      previousCut: { ...cut, delivered: {} },
    });
    expect(await ledgerOf(request.runId)).toEqual({
      [dora]: { status: 'suppressed', why: because('not-a-member') },
      [emil]: { status: 'suppressed', why: because('unsubscribed') },
    });
    expect(await runOf(request.runId)).toMatchObject({
      status: 'processing',
      trigger: 'schedule',
      formats: ['pdf', 'csv'],
      priority: 'low',
      startedAt: NOW,
    });
  });

  it('freezes what it found: a second opening answers the same, whatever changed', async () => {
    const [anna, ben] = await Promise.all([addUser(all), addUser(all)]);
    const subscription = await addSubscription([anna]);
    const request = requestOf(subscription);
    const first = await runs.openRun(request);
    await root
      .collection('subscriptions')
      .updateOne(
        { _id: subscription._id },
        { $set: { recipients: [ben], formats: ['json'], parameters: {}, lastDeliveredCut: cut } },
      );
    await root.collection('memberships').deleteOne({ userId: anna });
    expect(await runs.openRun(request)).toEqual(first);
  });

  it('opens once when two workers open it at once', async () => {
    const subscription = await addSubscription([await addUser(all)]);
    const request = requestOf(subscription);
    const [a, b] = await Promise.all([runs.openRun(request), runs.openRun(request)]);
    expect(a).toEqual(b);
    expect(await root.collection('runs').countDocuments()).toBe(1);
  });

  it('is suppressed when nobody may see the study any more', async () => {
    const subscription = await addSubscription([await addUser(null)]);
    expect(await runs.openRun(requestOf(subscription))).toEqual({
      state: 'suppressed',
      why: because('not-a-member'),
    });
  });

  it('is suppressed when the subscription was cancelled', async () => {
    const subscription = await addSubscription([await addUser(all)], { status: 'cancelled' });
    expect(await runs.openRun(requestOf(subscription))).toMatchObject({ state: 'suppressed' });
  });

  it('does nothing for a run that is over', async () => {
    const subscription = await addSubscription([await addUser(all)]);
    const request = requestOf(subscription);
    await runs.openRun(request);
    await runs.closeRun(outcome(request.runId, { status: 'failed' }));
    expect(await runs.openRun(request)).toEqual({ state: 'finished', status: 'failed' });
  });

  it('of an unknown study fails by name, with a record that can be closed', async () => {
    const subscription = await addSubscription([await addUser(all)], { studyId: 'NOPE' });
    const request = requestOf(subscription);
    await expect(runs.openRun(request)).rejects.toMatchObject({ code: 'STUDY_NOT_FOUND' });
    await runs.closeRun(outcome(request.runId, { status: 'failed' }));
    expect(await runOf(request.runId)).toMatchObject({ status: 'failed' });
  });

  it('on demand is for what the caller may see, and mails nobody', async () => {
    const scope: Scope = { sites: ['701'], unblinded: false };
    const request = await addRunOnDemand(await addUser(scope));
    expect(await runs.openRun(request)).toEqual({
      state: 'ready',
      formats: ['xlsx'],
      parameters: {},
      groups: [{ scope, recipients: [] }],
      askedAt: (await runOf(request.runId))?.createdAt.toISOString(),
    });
    expect(await runOf(request.runId)).toMatchObject({ status: 'processing', priority: 'high' });
    expect(await ledgerOf(request.runId)).toEqual({});
  });

  it('on demand without a right is suppressed, without a record refused', async () => {
    const request = await addRunOnDemand(await addUser(null));
    expect(await runs.openRun(request)).toMatchObject({ state: 'suppressed' });
    await expect(runs.openRun({ ...request, runId: 'nothing' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('closing a run', () => {
  const opened = async (change: Partial<SubscriptionDocument> = {}) => {
    const subscription = await addSubscription([await addUser(all)], change);
    const request = requestOf(subscription);
    await runs.openRun(request);
    return { subscription, runId: request.runId };
  };

  it('counts once, however often it is done', async () => {
    const { subscription, runId } = await opened();
    await Promise.all([runs.closeRun(outcome(runId)), runs.closeRun(outcome(runId))]);
    await runs.closeRun(outcome(runId));
    expect(await subscriptionOf(subscription)).toMatchObject({
      runCount: 1,
      lastRun: { runId, status: 'completed', at: NOW },
      lastDeliveredCut: cut,
    });
    expect(await runOf(runId)).toMatchObject({ status: 'completed', cut, finishedAt: NOW });
  });

  it('lets the first recorded end stand', async () => {
    const { runId } = await opened();
    const fault = {
      code: 'RENDER_INCOMPLETE',
      why: asTold('A page is missing.'),
      step: 'generating-file',
    } as const;
    await runs.closeRun({ runId, status: 'failed', fault, outputs: [], deliveries: [] });
    await runs.closeRun(outcome(runId));
    expect(await runOf(runId)).toMatchObject({ status: 'failed', fault, outputs: [] });
  });

  const before = { ...cut, sha256: 'cd'.repeat(32) };
  it.each([
    ['failed', { status: 'failed' as const, deliveries: [] }, before],
    ['was held back for all', { status: 'quarantined' as const, deliveries: [] }, before],
    ['was held back for some', { status: 'quarantined' as const }, cut],
    ['was suppressed', { status: 'suppressed' as const, deliveries: [] }, before],
    ['reached nobody', { deliveries: [{ recipientId: 'usr_1', status: 'unknown' as const }] }, before],
  ])('that %s is what the next is compared with where somebody has it', async (_how, change, compared) => {
    const { subscription, runId } = await opened({ lastDeliveredCut: before });
    await runs.closeRun(outcome(runId, change));
    expect(await subscriptionOf(subscription)).toMatchObject({ runCount: 1, lastDeliveredCut: compared });
  });

  it('leaves no mail in the open', async () => {
    const { runId } = await opened();
    const subject = { runId, studyId: 'DEMO', recipientId: 'usr_1', channel: 'email' as const };
    await createDeliveriesRepository(root).intend(subject, 'hash', { at: NOW, recognisedSince: NOW });
    await runs.closeRun(outcome(runId, { status: 'failed' }));
    expect((await ledgerOf(runId)).usr_1).toMatchObject({ status: 'unknown' });
  });

  it('that nobody opened does nothing', async () => {
    await expect(runs.closeRun(outcome('nothing'))).resolves.toBeUndefined();
  });
});
