import { systemClock } from '@rounds/adapters/clock';
import type { AddressInfo } from 'node:net';
import { createApi } from '../src/create-api.ts';
import { openApiBed, type ApiBed } from './api-bed.ts';

/** How often one may ask, counted by all instances together in a real MongoDB. */
let bed: ApiBed;
const LIMIT = 5;
const LIMIT_OPEN = 4;

beforeAll(async () => {
  bed = await openApiBed('rate-limits', {
    workers: false,
    env: {
      ROUNDS_RATE_LIMIT: String(LIMIT),
      ROUNDS_RATE_LIMIT_OPEN: String(LIMIT_OPEN),
      ROUNDS_TRUST_PROXY: '1',
    },
  });
});
afterAll(() => bed.close());

const me = (as: string) => bed.call('GET', '/api/v1/me', { as });
const from = (address: string, path = '/u/nothing', headers = {}) =>
  bed.call('GET', path, { headers: { 'X-Forwarded-For': address, ...headers } });
const many = async <T>(times: number, ask: () => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await ask());
  return answers;
};

it('says with each answer what is left, and refuses what is more with the time to come again', async () => {
  const answers = await many(LIMIT, () => me('anna@example.org'));
  expect(answers.map(({ status }) => status)).toEqual(Array(LIMIT).fill(200));
  expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"caller";q=5;w=60');
  expect(answers.map(({ headers }) => headers.get('ratelimit'))).toEqual(
    [4, 3, 2, 1, 0].map(
      (left) => expect.stringMatching(new RegExp(`^"caller";r=${left};t=(59|60)$`)) as string,
    ),
  );
  const refused = await me('anna@example.org');
  expect([refused.status, refused.json.code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  expect(refused.headers.get('ratelimit')).toMatch(/^"caller";r=0;/);
  expect((await me('ben@example.org')).status).toBe(200);
});

it('is counted by several instances together', async () => {
  const other = await createApi(bed.config);
  await other.listen(0, '127.0.0.1');
  const { port } = other.getHttpServer().address() as AddressInfo;
  const headers = { Authorization: `Bearer ${await bed.issuer.issue('carla@example.org')}` };
  const there = async () => (await fetch(`http://127.0.0.1:${port}/api/v1/me`, { headers })).status;
  expect(await many(LIMIT - 1, there)).toEqual(Array(LIMIT - 1).fill(200));
  expect([(await me('carla@example.org')).status, await there()]).toEqual([200, 429]);
  await other.close();
});

it('counts by address who has no token, guesses tokens, or comes from one network', async () => {
  expect((await many(LIMIT_OPEN, () => from('192.0.2.1'))).map(({ status }) => status)).not.toContain(429);
  const refused = await from('192.0.2.1');
  expect([refused.status, refused.headers.get('ratelimit-policy')]).toEqual([429, '"address";q=4;w=60']);
  expect((await from('192.0.2.2')).status).toBe(404);
  const guesses = await many(LIMIT_OPEN + 1, () =>
    from('192.0.2.3', '/api/v1/me', { Authorization: 'Bearer nonsense' }),
  );
  expect(guesses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429]);
  const network = [1, 2, 3, 4, 5].map((host) => `2001:db8::${host}`);
  const statuses = [];
  for (const address of network) statuses.push((await from(address)).status);
  expect(statuses).toEqual([404, 404, 404, 404, 429]);
  expect((await from('2001:db8:0:1::1')).status).toBe(404);
});

it('stores no address, and nothing for long', async () => {
  await from('192.0.2.77');
  const stored = await bed.mongo.collection('rateLimits').find().toArray();
  expect(JSON.stringify(stored)).not.toContain('192.0.2');
  for (const { expire } of stored)
    expect(expire.getTime()).toBeLessThanOrEqual(systemClock().getTime() + 60_000);
});

it('leaves health alone', async () => {
  const answers = await many(LIMIT_OPEN * 2, () => from('192.0.2.9', '/healthz'));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(answers[0]?.headers.get('ratelimit')).toBeNull();
});
