import { systemClock } from '@rounds/adapters/clock';
import { openApiBed, type ApiBed } from './api-bed.ts';

/** The same wish twice is one wish: after a lost answer, at once, after a crash. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';

beforeAll(async () => {
  bed = await openApiBed('idempotency', { workers: false });
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
  await bed.grant(BEN, 'S1');
});
afterAll(() => bed.close());

const BODY = {
  studyId: 'S1',
  reportType: 'study-weekly',
  schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
  formats: ['pdf'],
  evenIfEqual: true,
};
const create = (overrides: object, headers: Record<string, string>) =>
  bed.call('POST', '/api/v1/subscriptions', { as: ANNA, body: { ...BODY, ...overrides }, headers });

describe('Idempotency-Key', () => {
  it('gives the same thing for the same key and body, and makes one subscription', async () => {
    const key = { 'Idempotency-Key': 'subscribe-once' };
    const [one, other] = [await create({}, key), await create({}, key)];
    expect(other.json).toEqual(one.json);
    expect([other.status, other.headers.get('location')]).toEqual([201, one.headers.get('location')]);
    expect(other.headers.get('idempotent-replayed')).toBe('true');
    expect(other.headers.get('etag')).toBe(one.headers.get('etag'));
    expect(await bed.mongo.collection('subscriptions').countDocuments({ _id: one.json.id })).toBe(1);
  });

  it('refuses the same key with another body', async () => {
    const key = { 'Idempotency-Key': 'reused' };
    await create({}, key);
    const refused = await create({ formats: ['csv'] }, key);
    expect([refused.status, refused.json.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('makes one of two that come at once; the second is answered or told to wait', async () => {
    const key = { 'Idempotency-Key': 'at-once' };
    const before = await bed.mongo.collection('subscriptions').countDocuments();
    const answers = await Promise.all([create({}, key), create({}, key)]);
    const [first, second] = answers.map(({ status }) => status).sort();
    expect(first).toBe(201);
    expect([201, 409]).toContain(second);
    expect(await bed.mongo.collection('subscriptions').countDocuments()).toBe(before + 1);
  });

  it('belongs to its caller and its route', async () => {
    const key = { 'Idempotency-Key': 'shared' };
    const one = await create({}, key);
    const bens = await bed.call('POST', '/api/v1/subscriptions', { as: BEN, body: BODY, headers: key });
    expect(bens.json.id).not.toBe(one.json.id);
    const paused = await bed.call('POST', `/api/v1/subscriptions/${one.json.id}/pause`, {
      as: ANNA,
      headers: key,
    });
    expect(paused.json.status).toBe('paused');
  });

  it('does not keep a refusal: the corrected wish may use the key', async () => {
    const key = { 'Idempotency-Key': 'corrected' };
    expect((await create({ formats: [] }, key)).status).toBe(400);
    expect((await create({}, key)).status).toBe(201);
  });

  it('finds what was made by a request that died before its answer was kept', async () => {
    const key = { 'Idempotency-Key': 'died' };
    const one = await create({}, key);
    // As the process left it when it died a while ago: taken, without an answer.
    await bed.mongo.collection('idempotency').updateOne(
      { _id: { $regex: /\|died$/ } },
      {
        $unset: { status: '', body: '' },
        $set: { takenAt: new Date(systemClock().getTime() - 120_000) },
      },
    );
    const other = await create({}, key);
    expect([other.status, other.json.id]).toEqual([201, one.json.id]);
  });

  it('shows what was made as it is now: a subscription that was cancelled is cancelled', async () => {
    const key = { 'Idempotency-Key': 'cancelled' };
    const { id } = (await create({}, key)).json;
    expect((await bed.call('DELETE', `/api/v1/subscriptions/${id}`, { as: ANNA })).status).toBeLessThan(300);
    const again = await create({}, key);
    expect(again.json).toMatchObject({ id, status: 'cancelled' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('stands for a new request once it is forgotten', async () => {
    const key = { 'Idempotency-Key': 'forgotten' };
    const { id } = (await create({}, key)).json;
    await bed.mongo.collection('idempotency').deleteOne({ _id: { $regex: /\|forgotten$/ } });
    const other = await create({}, key);
    expect([other.status, other.json.status, other.json.id === id]).toEqual([201, 'active', false]);
  });

  it('is forgotten 30 days after its last use', async () => {
    const key = { 'Idempotency-Key': 'used-again' };
    await create({}, key);
    const used = async () =>
      (
        await bed.mongo.collection('idempotency').findOne({ _id: { $regex: /\|used-again$/ } })
      )?.usedAt.getTime();
    const first = await used();
    bed.clock.ahead = 3_600_000;
    await create({}, key);
    bed.clock.ahead = 0;
    expect((await used()) ?? 0).toBeGreaterThanOrEqual((first ?? Infinity) + 3_600_000);
    const indexes = await bed.mongo.collection('idempotency').indexes();
    expect(indexes).toContainEqual(
      expect.objectContaining({ key: { usedAt: 1 }, expireAfterSeconds: 30 * 24 * 3_600 }),
    );
  });

  it('finds what was made where the first try failed after it', async () => {
    const key = { 'Idempotency-Key': 'half-done' };
    const { id } = (await create({}, key)).json;
    // As a refusal leaves it: the wish is kept, no body is.
    await bed.mongo
      .collection('idempotency')
      .updateOne({ _id: { $regex: /\|half-done$/ } }, { $unset: { status: '', body: '', bodyHash: '' } });
    expect((await create({}, key)).json.id).toBe(id);
  });

  it.each(['with space', 'x'.repeat(256)])('refuses the key %p', async (key) => {
    const refused = await create({}, { 'Idempotency-Key': key });
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, 'Idempotency-Key']);
  });

  it('is no matter to routes without a token, and keeps nothing of what they answer', async () => {
    const headers = { 'Idempotency-Key': 'one-click' };
    const answer = await bed.call('POST', '/u/nothing', { form: { wish: 'stop' }, headers });
    expect(answer.status).toBe(404);
    await bed.addRole('operator@example.org', 'operator');
    const decode = { as: 'operator@example.org', body: { payloads: [] }, headers };
    expect((await bed.call('POST', '/codec/decode', decode)).status).toBe(200);
    expect(await bed.mongo.collection('idempotency').countDocuments({ _id: { $regex: /one-click/ } })).toBe(
      0,
    );
  });

  it('is honoured on each POST behind a token, as the document says', async () => {
    const document = (await (await fetch(`${bed.url}/api/openapi.json`)).json()) as {
      paths: Record<string, { post?: { parameters?: { name: string }[]; security?: unknown[] } }>;
    };
    const posts = Object.entries(document.paths).flatMap(([path, { post }]) =>
      post !== undefined && path.startsWith('/api/v1') && post.security?.length !== 0
        ? [{ path, ...post }]
        : [],
    );
    expect(posts.length).toBeGreaterThan(4);
    for (const { path, parameters = [] } of posts)
      expect([path, ...parameters.map(({ name }) => name)]).toContain('Idempotency-Key');
  });
});
