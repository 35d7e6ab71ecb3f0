import { systemClock } from '@rounds/adapters/clock';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';

/** The stop of operators: real workflows and housekeeping, which look for it. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const OPERATOR = 'operator@example.org';
const BODY = { studyId: 'S1', reportType: 'study-weekly' };
const REASON = 'Wrong data were imported.';

beforeAll(async () => {
  bed = await openApiBed('halts');
  for (const study of ['S1', 'S2']) {
    await bed.addStudy(study);
    await bed.grant(ANNA, study);
  }
  await bed.addRole(OPERATOR, 'operator');
});
afterAll(() => bed.close());
afterEach(async () => {
  for (const study of [{}, { studyId: 'S1' }]) await put({ halted: false, ...study, reason: 'It is over.' });
});

interface Shown extends Json {
  readonly heldBy: { readonly scope: string; readonly reason: string; readonly since: string } | null;
}
const put = (body: object, as = OPERATOR) => bed.call('PUT', '/api/v1/admin/halt', { as, body });
const post = (path: string, body: object = {}) => bed.call('POST', `/api/v1${path}`, { as: ANNA, body });
const get = async (path: string, as = ANNA) =>
  (await bed.call('GET', `/api/v1${path}`, { as })).json as Shown;
const subscribe = async () => {
  const schedule = { every: 'week', at: '08:00', timeZone: 'UTC' };
  return (await post('/subscriptions', { ...BODY, schedule, formats: ['pdf'], evenIfEqual: true })).json.id;
};
const until = async (jobId: string, holds: (job: Shown) => boolean): Promise<Shown> => {
  for (const end = performance.now() + 30_000; performance.now() < end;) {
    const shown = await get(`/jobs/${jobId}`);
    if (holds(shown)) return shown;
  }
  throw new Error(`The job did not come to it: ${JSON.stringify(await get(`/jobs/${jobId}`))}`);
};

it('refuses whatever would be made on demand, says why, and takes it once it is lifted', async () => {
  const [id, failed] = [await subscribe(), (await post('/reports/generate', BODY)).json.jobId];
  await until(failed, ({ status }) => status === 'completed');
  await put({ halted: true, studyId: 'S1', reason: REASON });
  for (const [path, body] of [
    ['/reports/generate', BODY],
    [`/subscriptions/${id}/run-now`, {}],
    [`/subscriptions/${id}/preview`, {}],
    [`/jobs/${failed}/redrive`, {}],
  ] as const) {
    const { status, text, json } = await post(path, body);
    expect([path, status, json.code]).toEqual([path, 409, 'HALTED']);
    expect(text).toContain(REASON);
  }
  expect((await post('/reports/generate', { ...BODY, studyId: 'S2' })).status).toBe(202);
  expect((await put({ halted: false, studyId: 'S1', reason: 'Mended.' })).json).toEqual({ items: [] });
  expect((await post('/reports/generate', BODY)).status).toBe(202);
});

it('of everything holds every study, and shows on what waits for it', async () => {
  const id = await subscribe();
  expect(await get(`/subscriptions/${id}`)).toMatchObject({ heldBy: null, nextRuns: { length: 5 } });
  await put({ halted: true, reason: REASON });
  const heldBy = { scope: 'installation', studyId: null, reason: REASON };
  // Nothing is promised of which nobody knows when it comes.
  expect(await get(`/subscriptions/${id}`)).toMatchObject({ heldBy, nextRuns: [] });
  const { items: mine } = await get('/me/reports');
  expect(mine.find((each) => 'subscriptionId' in each && each.subscriptionId === id)).toMatchObject({
    ...{ heldBy, nextDue: null },
  });
  expect((await post('/reports/generate', { ...BODY, studyId: 'S2' })).json.code).toBe('HALTED');
  expect(await get('/admin/overview', OPERATOR)).toMatchObject({ halts: [{ ...heldBy, by: OPERATOR }] });
  expect(await get('/admin/halt', OPERATOR)).toMatchObject({ items: [{ ...heldBy, by: OPERATOR }] });
});

it('lets a job that begins meanwhile wait, and be made once it is lifted', async () => {
  const scheduledFor = new Date(systemClock().getTime() + 1_500).toISOString();
  const { jobId } = (await post('/reports/generate', { ...BODY, scheduledFor })).json;
  await put({ halted: true, studyId: 'S1', reason: REASON });
  await until(jobId, ({ attempts, heldBy }) => attempts !== null || heldBy !== null);
  const handle = bed.temporal.client.workflow.getHandle(`report/${jobId}`);
  for (let asked = false; !asked;) {
    const { events } = await handle.fetchHistory();
    asked = (events ?? []).some(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'heldBy',
    );
  }
  expect(await get(`/jobs/${jobId}`)).toMatchObject({
    // Its workflow has begun.
    ...{ status: 'processing', step: 'initializing' },
    heldBy: { scope: 'study', reason: REASON },
  });
  expect(bed.fakes.stagesOf(jobId)).toEqual([]);
  await put({ halted: false, studyId: 'S1', reason: 'Mended.' });
  expect(await until(jobId, ({ status }) => status === 'completed')).toMatchObject({ heldBy: null });
});

it('is a matter of operators, with a reason, and each is an entry of the audit trail', async () => {
  expect((await put({ halted: true, reason: REASON }, ANNA)).status).toBe(403);
  expect((await put({ halted: true })).json.errors).toMatchObject([{ field: 'reason' }]);
  expect((await put({ halted: true, studyId: 'NONE', reason: REASON })).json.code).toBe('STUDY_NOT_FOUND');
  await bed.mongo.collection('audit').deleteMany({});
  await put({ halted: true, studyId: 'S1', reason: REASON });
  await put({ halted: false, studyId: 'S1', reason: 'Mended.' });
  // Nothing stood any more.
  await put({ halted: false, studyId: 'S1', reason: 'Mended.' });
  const entries = await bed.mongo.collection('audit').find().sort({ at: 1 }).toArray();
  expect(
    entries.map(({ action, target, studyId, details }) => [action, target.id, studyId, details]),
  ).toEqual([
    ['halt.set', 'study/S1', 'S1', { reason: REASON }],
    ['halt.lift', 'study/S1', 'S1', { reason: 'Mended.' }],
  ]);
});
