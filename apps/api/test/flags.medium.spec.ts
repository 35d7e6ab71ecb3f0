import { createFlagsRepository } from '@rounds/adapters/mongo/flags.repository';
import { Flags } from '../src/flags/flags.service.ts';
import { FLAGS_KEPT_MS, MongoFlagProvider } from '../src/flags/mongo-flag-provider.ts';
import { openApiBed, type ApiBed } from './api-bed.ts';

/** Rollout flags: decided by operators over HTTP, evaluated by OpenFeature from MongoDB. */
let bed: ApiBed;
let anna: string;
const ANNA = 'anna@example.org';
const OPERATOR = 'operator@example.org';
const AUDITOR = 'auditor@example.org';
const PATH = '/api/v1/admin/flags/pdf-queue-routes';

beforeAll(async () => {
  bed = await openApiBed('flags', { workers: false });
  await bed.addStudy('S1');
  anna = await bed.grant(ANNA, 'S1');
  await bed.addRole(OPERATOR, 'operator');
  await bed.addRole(AUDITOR, 'auditor');
});
afterAll(() => bed.close());

const set = (body: object, as = OPERATOR, headers = {}) => bed.call('PUT', PATH, { as, body, headers });
const isOn = (userId: string) => bed.app.get(Flags).isOn('pdf-queue-routes', { userId });

it('is on for everyone until an operator decides', async () => {
  const { status, json } = await bed.call('GET', '/api/v1/admin/flags', { as: AUDITOR });
  expect(status).toBe(200);
  expect(json.items).toMatchObject([
    { name: 'pdf-queue-routes', enabled: true, percentage: 100, revision: 0, updatedAt: null },
  ]);
  expect(await isOn(anna)).toBe(true);
});

it('is given to some users: by name and by percentage, at once', async () => {
  expect((await set({ percentage: 0 })).status).toBe(200);
  expect(await isOn(anna)).toBe(false);
  const answered = await set({ percentage: 0, on: [ANNA.toUpperCase()] });
  expect(answered.json).toMatchObject({ percentage: 0, on: [ANNA], off: [], revision: 2 });
  expect([await isOn(anna), await isOn('usr_other')]).toEqual([true, false]);
  await set({ percentage: 50 });
  // usr_1 stands at 15.2: evaluate.spec.ts.
  expect(await isOn('usr_1')).toBe(true);
  await set({ percentage: 100, enabled: false });
  expect(await isOn('usr_1')).toBe(false);
});

it('reaches other processes within seconds, and asks MongoDB once meanwhile', async () => {
  let now = 0;
  let asked = 0;
  const { all } = createFlagsRepository(bed.mongo);
  const counted = () => {
    asked += 1;
    return all();
  };
  const other = new MongoFlagProvider({ all: counted }, () => now);
  const evaluate = async () =>
    (await other.resolveBooleanEvaluation('pdf-queue-routes', false, { targetingKey: anna })).value;
  await set({ percentage: 0 });
  expect(await Promise.all([evaluate(), evaluate(), evaluate()])).toEqual([false, false, false]);
  await set({ percentage: 100 });
  expect(await evaluate()).toBe(false);
  expect(asked).toBe(1);
  now += FLAGS_KEPT_MS;
  expect([await evaluate(), asked]).toEqual([true, 2]);
});

it('serves no failed read twice', async () => {
  const answers = [() => Promise.reject(new Error('away')), () => Promise.resolve([])];
  const provider = new MongoFlagProvider(
    { all: () => (answers.shift() ?? (() => Promise.resolve([])))() },
    () => 0,
  );
  const evaluate = () => provider.resolveBooleanEvaluation('pdf-queue-routes', false, { targetingKey: anna });
  await expect(evaluate()).rejects.toThrow('away');
  expect((await evaluate()).value).toBe(true);
});

it('is set by who saw its newest state, and stands in the audit trail by ids', async () => {
  const { headers } = await bed.call('GET', PATH, { as: OPERATOR });
  const match = { 'If-Match': headers.get('etag') ?? '' };
  expect((await set({ percentage: 10, on: [ANNA] }, OPERATOR, match)).status).toBe(200);
  expect((await set({ percentage: 20 }, OPERATOR, match)).json).toMatchObject({ status: 412 });
  const entry = await bed.mongo.collection('audit').findOne({ action: 'flag.set' }, { sort: { at: -1 } });
  expect(entry).toMatchObject({
    target: { type: 'flag', id: 'pdf-queue-routes' },
    details: { percentage: 10, on: [anna], off: [] },
  });
});

it.each([
  [{ percentage: 101 }, 400, 'percentage'],
  [{ percentage: 10, on: [ANNA], off: [ANNA] }, 400, 'off'],
  [{ percentage: 10, on: ['never.seen@example.org'] }, 422, 'on.0'],
])('%j is refused with %d for %s', async (body, expected, field) => {
  const { status, json } = await set(body);
  expect([status, json.errors[0]?.field]).toEqual([expected, field]);
});

it('is an operator’s to set, an auditor’s to read, and not everyone’s', async () => {
  expect((await set({ percentage: 10 }, AUDITOR)).status).toBe(403);
  expect((await set({ percentage: 10 }, ANNA)).status).toBe(403);
  expect((await bed.call('GET', '/api/v1/admin/flags', { as: ANNA })).status).toBe(403);
  expect((await bed.call('GET', '/api/v1/admin/flags/never-made', { as: OPERATOR })).status).toBe(404);
});
