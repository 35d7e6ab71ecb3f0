import { systemClock } from '@rounds/adapters/clock';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';

/** Jobs for later, and the limit of open ones under a burst. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const LIMIT = 5;
const DAY_MS = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  bed = await openApiBed('scheduled', {
    env: { ROUNDS_OPEN_JOBS: String(LIMIT), ROUNDS_OPEN_JOBS_CALLER: '50', ROUNDS_OPEN_JOBS_STUDY: '50' },
  });
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
});
afterAll(() => bed.close());
afterEach(async () => {
  bed.fakes.release();
  await bed.mongo.collection('runs').deleteMany({ scheduledFor: { $gt: systemClock() } });
});

const BODY = { studyId: 'S1', reportType: 'study-weekly' };
const generate = (overrides: object = {}, headers: Record<string, string> = {}) =>
  bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body: { ...BODY, ...overrides }, headers });
const job = async (jobId: string): Promise<Json> =>
  (await bed.call('GET', `/api/v1/jobs/${jobId}`, { as: ANNA })).json;
const inMs = (ms: number): string => new Date(systemClock().getTime() + ms).toISOString();

const until = async (jobId: string, holds: (shown: Json) => boolean): Promise<Json> => {
  for (const end = performance.now() + 20_000; performance.now() < end;) {
    const shown = await job(jobId);
    if (holds(shown)) return shown;
  }
  throw new Error(`The job did not come to it: ${JSON.stringify(await job(jobId))}`);
};
const ended = (shown: Json): boolean => !['queued', 'processing'].includes(shown.status);

describe('a job for later', () => {
  it('waits until its moment and is made then', async () => {
    const scheduledFor = inMs(2_500);
    const { status, json } = await generate({ scheduledFor }, { Prefer: 'wait=30' });
    expect([status, json]).toMatchObject([202, { status: 'queued', position: null, scheduledFor }]);
    expect(await job(json.jobId)).toMatchObject({ status: 'queued', position: null, scheduledFor });
    const done = await until(json.jobId, ended);
    expect(done).toMatchObject({ status: 'completed', scheduledFor });
    const run = await bed.mongo.collection('runs').findOne({ _id: json.jobId });
    expect(run?.startedAt?.getTime()).toBeGreaterThanOrEqual(Date.parse(scheduledFor));
    // Something was measured now: the estimate counts from the moment on.
    const later = inMs(3 * DAY_MS);
    const { json: next } = await generate({ scheduledFor: later });
    const estimate = Date.parse(next.estimatedCompletion ?? '');
    expect(estimate).toBeGreaterThan(Date.parse(later));
    expect(estimate).toBeLessThan(Date.parse(later) + 60_000);
  });

  it('is as of the day on which it is made, unless told', async () => {
    const moment = inMs(10 * DAY_MS);
    const { json } = await generate({ scheduledFor: moment });
    expect((await job(json.jobId)).due).toBe(moment.slice(0, 10));
    const asOf = inMs(9 * DAY_MS).slice(0, 10);
    const { json: told } = await generate({ scheduledFor: moment, parameters: { asOf } });
    expect((await job(told.jobId)).due).toBe(asOf);
  });

  it('takes the moment with any offset', async () => {
    const local = `${inMs(DAY_MS).slice(0, 19)}+02:00`;
    const { json } = await generate({ scheduledFor: local });
    expect((await job(json.jobId)).scheduledFor).toBe(new Date(local).toISOString());
  });

  it('is cancelled at once, and does not begin', async () => {
    const { json } = await generate({ scheduledFor: inMs(DAY_MS) });
    const cancelled = await bed.call('DELETE', `/api/v1/jobs/${json.jobId}`, { as: ANNA });
    expect(cancelled.json).toMatchObject({ status: 'cancelled', error: null });
    const handle = bed.temporal.client.workflow.getHandle(reportWorkflowId(json.jobId));
    await expect(handle.result()).rejects.toThrow('cancelled');
    expect(bed.fakes.stagesOf(json.jobId)).toEqual([]);
  });

  it('is no open job, and has a limit of its own', async () => {
    const scheduledFor = inMs(DAY_MS);
    for (let n = 0; n < LIMIT; n += 1) expect((await generate({ scheduledFor })).status).toBe(202);
    const refused = await generate({ scheduledFor });
    expect([refused.status, refused.json.code]).toEqual([429, 'RATE_LIMITED']);
    expect((await generate({}, { Prefer: 'wait=30' })).status).toBe(200);
  });
});

describe('the limit of open jobs', () => {
  it('holds when many ask at once, and all that it leaves room for are taken', async () => {
    bed.fakes.hold();
    const answers = await Promise.all(Array.from({ length: 4 * LIMIT }, () => generate()));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(LIMIT);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3 * LIMIT);
    expect(
      await bed.mongo.collection('runs').countDocuments({ status: { $in: ['queued', 'processing'] } }),
    ).toBe(LIMIT);
    for (const { status, headers } of answers)
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    bed.fakes.release();
    for (const { status, json } of answers) if (status === 202) await until(json.jobId, ended);
  });
});
