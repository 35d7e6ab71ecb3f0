import { applyDesired } from '@rounds/adapters/temporal/commands/apply-desired';
import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';

/** Previews and closing studies, over HTTP, with the workflows on a real Temporal server. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';
const CLEO = 'cleo@example.org';
const OTTO = 'otto@example.org';
const CUT = { manifestKey: 'cuts/x/manifest.json', sha256: 'ab'.repeat(32), rows: 10, documents: 1 };

beforeAll(async () => {
  bed = await openApiBed('preview');
  for (const study of ['S1', 'S2', 'S3']) {
    await bed.addStudy(study);
    await bed.grant(ANNA, study);
  }
  await bed.grant(BEN, 'S1', { sites: ['701'], unblinded: true });
  await bed.grant(CLEO, 'S1');
  await bed.addRole(OTTO, 'operator');
});
afterAll(() => bed.close());

const create = async (more: object = {}): Promise<Json> => {
  const body = {
    studyId: 'S1',
    reportType: 'study-weekly',
    schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
    formats: ['pdf', 'csv'],
    evenIfEqual: true,
    ...more,
  };
  const { status, json } = await bed.call('POST', '/api/v1/subscriptions', { as: ANNA, body });
  expect(status).toBe(201);
  return json;
};
const post = (path: string, as = ANNA, body?: object) =>
  bed.call('POST', `/api/v1/${path}`, { as, ...(body === undefined ? {} : { body }) });
const recordOf = (id: string) => bed.mongo.collection('subscriptions').findOne({ _id: id });

describe('a preview', () => {
  it('is made for the caller alone: nothing is mailed, counted or remembered as delivered', async () => {
    const { id } = await create({ recipients: [BEN, CLEO] });
    await bed.mongo.collection('subscriptions').updateOne({ _id: id }, { $set: { lastDeliveredCut: CUT } });
    const { status, json, headers } = await post(`subscriptions/${id}/preview`);
    expect(status).toBe(202);
    expect(headers.get('location')).toBe(`/api/v1/jobs/${json.jobId}`);
    await bed.temporal.client.workflow.getHandle(`report/${json.jobId}`).result();
    const job = (await bed.call('GET', `/api/v1/jobs/${json.jobId}`, { as: ANNA })).json;
    expect(job).toMatchObject({ status: 'completed', previewOf: id, subscriptionId: null, deliveries: [] });
    expect(job.outputs.map(({ format }) => format).sort()).toEqual(['csv', 'pdf']);
    const run = await bed.mongo.collection('runs').findOne({ _id: json.jobId });
    expect(run?.previousCut).toEqual({ ...CUT, delivered: {} });
    expect(await recordOf(id)).toMatchObject({ runCount: 0, lastDeliveredCut: CUT });
    expect(await bed.mongo.collection('deliveries').countDocuments({ runId: json.jobId })).toBe(0);
    for (const other of [BEN, CLEO])
      expect((await bed.call('GET', `/api/v1/jobs/${json.jobId}`, { as: other })).status).toBe(404);
  });

  it('says who would get what', async () => {
    const { id } = await create({ recipients: [BEN, CLEO, ANNA] });
    const cleo = await bed.mongo.collection('users').findOne({ email: CLEO });
    await bed.mongo
      .collection('subscriptions')
      .updateOne({ _id: id }, { $set: { optedOut: [cleo?._id ?? ''] } });
    const { json } = await post(`subscriptions/${id}/preview`);
    expect(json.recipients).toEqual([
      {
        recipient: BEN,
        eligible: true,
        reason: null,
        why: [],
        scope: null,
        formats: ['pdf', 'csv'],
      },
      {
        recipient: CLEO,
        eligible: false,
        reason: 'The recipient unsubscribed.',
        why: [{ code: 'unsubscribed', values: {} }],
        scope: null,
        formats: [],
      },
      {
        recipient: ANNA,
        eligible: true,
        reason: null,
        why: [],
        scope: { sites: 'all', unblinded: false },
        formats: ['pdf', 'csv'],
      },
    ]);
  });

  it('is made while paused, by owner or operator, and shows nothing without a membership', async () => {
    const { id } = await create();
    await post(`subscriptions/${id}/pause`);
    expect((await post(`subscriptions/${id}/preview`)).status).toBe(202);
    expect((await post(`subscriptions/${id}/preview`, BEN)).status).toBe(404);
    const refused = await post(`subscriptions/${id}/preview`, OTTO);
    expect([refused.status, refused.json.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('is the same one for the same key', async () => {
    const { id } = await create();
    const headers = { 'Idempotency-Key': `look-${id}` };
    const path = `/api/v1/subscriptions/${id}/preview`;
    const first = await bed.call('POST', path, { as: ANNA, headers });
    const second = await bed.call('POST', path, { as: ANNA, headers });
    expect(second.json.jobId).toBe(first.json.jobId);
  });
});

describe('people who are not subscribed yet', () => {
  const preview = (recipients: readonly string[], as = ANNA, study = 'S1') =>
    post(`studies/${study}/recipients/preview`, as, { recipients });

  it('are previewed as those of a subscription are', async () => {
    const { id } = await create({ recipients: [BEN, CLEO] });
    const ofSubscription = (await post(`subscriptions/${id}/preview`)).json.recipients;
    const { status, json } = await preview([BEN, CLEO.toUpperCase(), BEN]);
    expect(status).toBe(200);
    const formats = ['pdf', 'csv'];
    expect(json.items.map((item) => ({ ...item, formats }))).toEqual(ofSubscription);
  });

  const DORA = 'dora@example.org';
  const scopesFor = async (as: string): Promise<unknown[]> =>
    (await preview([ANNA, BEN, CLEO, DORA], as)).json.items.map(
      (item) => (item as { scope?: unknown }).scope,
    );
  const ALL = { sites: 'all', unblinded: false };
  const OF_BEN = { sites: ['701'], unblinded: true };
  const OF_DORA = { sites: ['701', '702'], unblinded: true };

  it('are all eligible, and what each sees is told as far as the caller may know it', async () => {
    await bed.grant(DORA, 'S1', OF_DORA);
    const { items } = (await preview([ANNA, BEN, CLEO, DORA])).json;
    expect(items).toMatchObject([ANNA, BEN, CLEO, DORA].map((recipient) => ({ recipient, eligible: true })));
    // Who is unblinded is not to be told apart by what is kept back.
    expect(await scopesFor(ANNA)).toEqual([ALL, null, null, null]);
    expect(await scopesFor(BEN)).toEqual([null, OF_BEN, null, null]);
    expect(await scopesFor(DORA)).toEqual([null, OF_BEN, null, OF_DORA]);
  });

  it('are told to who manages the study, and to operators of it', async () => {
    const memberships = bed.mongo.collection('memberships');
    const cleo = await bed.grant(CLEO, 'S1');
    await memberships.updateOne({ studyId: 'S1', userId: cleo }, { $set: { manages: true } });
    const otto = await bed.grant(OTTO, 'S1');
    for (const as of [CLEO, OTTO]) expect(await scopesFor(as)).toEqual([ALL, OF_BEN, ALL, OF_DORA]);
    await memberships.deleteOne({ studyId: 'S1', userId: otto });
  });

  it('stand in the audit trail, once an hour for the same people', async () => {
    const emails = [BEN, 'nobody@example.org'];
    for (const asked of [emails, emails.toReversed()]) await preview(asked);
    const ben = (await bed.mongo.collection('users').findOne({ email: BEN }))?._id;
    const entries = await bed.mongo
      .collection('audit')
      .find({ action: 'study.preview-recipients', 'details.users': [ben] })
      .toArray();
    expect(entries).toMatchObject([{ target: { type: 'study', id: 'S1' }, studyId: 'S1' }]);
  });

  it('are told alike where they are no members and where nobody knows them', async () => {
    const { json } = await preview([OTTO, 'nobody@example.org']);
    const [known, unknown] = json.items.map((item) => ({ ...item, recipient: '' }));
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ eligible: false, scope: null, why: [{ code: 'not-a-member' }] });
  });

  it('are no matter of who may not subscribe them', async () => {
    const none = await preview([BEN], OTTO, 'NONE');
    for (const refused of [await preview([CLEO], BEN, 'S2'), await preview([BEN], OTTO), none])
      expect([refused.status, refused.json.code]).toEqual([404, 'STUDY_NOT_FOUND']);
  });

  it.each([
    ['none', []],
    ['no address', ['ben@']],
    ['too many', Array.from({ length: 51 }, (_, n) => `reader${String(n)}@example.org`)],
  ])('are refused as by a subscription: %s', async (_what, recipients) => {
    const refused = await preview(recipients);
    const body = { studyId: 'S1', reportType: 'study-weekly', schedule: {}, recipients };
    const subscribing = await post('subscriptions', ANNA, body);
    expect(refused.status).toBe(400);
    expect(subscribing.json.errors).toEqual(expect.arrayContaining(refused.json.errors));
  });
});

describe('the closing of a study', () => {
  it('is for operators, and names what it does not know', async () => {
    expect((await post('studies/S2/close')).status).toBe(403);
    expect((await post('studies/S2/reopen')).status).toBe(403);
    expect((await post('studies/NOPE/close', OTTO)).json.code).toBe('STUDY_NOT_FOUND');
    expect((await post('studies/S2/close', OTTO, { at: 'soon' })).status).toBe(400);
  });

  it('reaches its subscriptions, and is taken back', async () => {
    const { id, nextRuns } = await create({ studyId: 'S2' });
    const closedAt = nextRuns[0].slice(0, 10);
    const closed = await post('studies/S2/close', OTTO, { at: closedAt });
    expect(closed.json).toEqual({ studyId: 'S2', closedAt, subscriptions: 1 });
    const shown = (await bed.call('GET', `/api/v1/subscriptions/${id}`, { as: ANNA })).json;
    expect(shown).toMatchObject({ studyClosedAt: closedAt, nextRuns: [nextRuns[0]], applied: false });
    const studies = (await bed.call('GET', '/api/v1/studies', { as: ANNA })).json.items;
    expect(studies).toContainEqual(expect.objectContaining({ id: 'S2', closedAt }));
    expect((await post('studies/S2/reopen', OTTO)).json).toEqual({
      studyId: 'S2',
      closedAt: null,
      subscriptions: 1,
    });
    expect((await bed.call('GET', `/api/v1/subscriptions/${id}`, { as: ANNA })).json.nextRuns).toHaveLength(
      5,
    );
    const trail = await bed.mongo.collection('audit').find({ 'target.id': 'S2' }).sort({ at: 1 }).toArray();
    expect(trail.map(({ action }) => action)).toEqual(['study.close', 'study.reopen']);
  });

  it('ends a subscription whose last run is made, by its workflow', async () => {
    const { id } = await create({ studyId: 'S3' });
    await post('studies/S3/close', OTTO, { at: '2026-01-01' });
    const record = await recordOf(id);
    if (record === null) throw new Error('the record is there');
    // As housekeeping does each minute.
    await applyDesired(bed.temporal.client, record);
    await bed.temporal.client.workflow.getHandle(subscriptionWorkflowId(id)).result();
    expect((await bed.call('GET', `/api/v1/subscriptions/${id}`, { as: ANNA })).json).toMatchObject({
      status: 'ended',
      endedReason: 'The study was closed on 2026-01-01.',
      endedWhy: [{ code: 'study-closed', values: { day: '2026-01-01' } }],
      nextRuns: [],
    });
    const body = {
      studyId: 'S3',
      reportType: 'study-weekly',
      schedule: { every: 'day', at: '08:00', timeZone: 'UTC' },
      formats: ['pdf'],
    };
    const refused = await bed.call('POST', '/api/v1/subscriptions', { as: ANNA, body });
    expect([refused.status, refused.json.code]).toEqual([409, 'CONFLICT']);
  });
});
