import { jest } from '@jest/globals';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { openApiBed, type ApiBed } from './api-bed.ts';

/** The older PDF queue's routes over real HTTP, with real workflows: its fields, its guard, its rollout. */
let bed: ApiBed;
let anna: string;
const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';
const OPERATOR = 'operator@example.org';

interface Older {
  readonly job_id: string;
  readonly status: string;
  readonly position_in_queue: number | null;
  readonly estimated_completion: string | null;
  readonly download_url: string | null;
  readonly google_drive_link: string | null;
}

beforeAll(async () => {
  bed = await openApiBed('pdf-queue', {
    env: { ROUNDS_WEBHOOK_ALLOW_HTTP: 'true', ROUNDS_WEBHOOK_ALLOW_PRIVATE: 'true' },
  });
  await bed.addStudy('S1');
  anna = await bed.grant(ANNA, 'S1');
  await bed.grant(BEN, 'S1');
  await bed.addRole(OPERATOR, 'operator');
  const template = { name: 'WEEKLY', reportType: 'study-weekly', formats: ['csv'] };
  await bed.call('POST', '/api/v1/templates', { as: OPERATOR, body: template });
});
afterAll(() => bed.close());

const SUBMISSION = { code: 'WEEKLY', productId: 'S1' };
const call = async (method: string, path: string, body?: object, as = ANNA, headers = {}) => {
  const answer = await bed.call(method, `/api${path}`, {
    as,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return { ...answer, older: answer.json as unknown as Older };
};
const submit = (body: object = {}, as = ANNA, headers = {}) =>
  call('POST', '/reports/generate-async', { ...SUBMISSION, ...body }, as, headers);
const finished = (jobId: string) => bed.temporal.client.workflow.getHandle(reportWorkflowId(jobId)).result();
const setFlag = (body: object) =>
  bed.call('PUT', '/api/v1/admin/flags/pdf-queue-routes', { as: OPERATOR, body });

it('takes a submission, tells its state, and leads to the PDF', async () => {
  bed.fakes.hold();
  const submitted = await submit({ priority: 'urgent' });
  expect(submitted.status).toBe(202);
  expect(Object.keys(submitted.json).sort()).toEqual([
    ...['estimated_completion', 'job_id', 'position_in_queue', 'status'],
  ]);
  expect(submitted.older).toMatchObject({ status: 'queued', position_in_queue: 1 });
  const { job_id: jobId } = submitted.older;
  expect(submitted.headers.get('location')).toBe(`/api/jobs/${jobId}`);
  expect((await call('GET', `/jobs/${jobId}/download`)).json).toMatchObject({
    status: 409,
    code: 'CONFLICT',
  });
  bed.fakes.release();
  await finished(jobId);
  const done = await call('GET', `/jobs/${jobId}`);
  expect(done.json).toMatchObject({
    ...{ job_id: jobId, status: 'completed', step: 'complete', progress: 100, error: null, retry_count: 0 },
    ...{ code: 'WEEKLY@1', product_id: 'S1', priority: 'high', position_in_queue: null, failed_at: null },
    download_url: `/api/jobs/${jobId}/download`,
    google_drive_link: `http://127.0.0.1/api/v1/jobs/${jobId}/download?format=pdf`,
  });
  const download = await call('GET', `/jobs/${jobId}/download`);
  expect(download.status).toBe(302);
  const file = await fetch(download.headers.get('location') ?? '');
  expect(await file.text()).toBe(`pdf of ${jobId} for all-blinded`);
});

it('says on every answer, also of a refusal, that the routes are older', async () => {
  const { headers } = await submit();
  expect(headers.get('deprecation')).toBe('@1795392000');
  expect(headers.get('link')).toBe('</api/v1/reports/generate>; rel="successor-version"');
  const refused = await call('GET', '/jobs/run_none');
  expect([refused.status, refused.headers.get('deprecation')]).toEqual([404, '@1795392000']);
});

it('answers a synchronous request with the PDF itself', async () => {
  const made = await call('POST', '/reports/generate', SUBMISSION);
  expect([made.status, made.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const jobId = made.headers.get('location')?.split('/').at(-1) ?? '';
  expect(made.text).toBe(`pdf of ${jobId} for all-blinded`);
  expect(made.headers.get('content-disposition')).toMatch(/S1_study-weekly_.*\.pdf/);
  const openings = await bed.mongo.collection('openings').find({ runId: jobId }).toArray();
  expect(openings).toMatchObject([{ userId: anna, what: 'download', format: 'pdf' }]);
});

it('answers one that takes longer with its job, which goes on', async () => {
  bed.fakes.hold();
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const GUARD_MS = 60_000;
  const spy = jest.spyOn(AbortSignal, 'timeout');
  spy.mockImplementation((ms) => timeout(ms === GUARD_MS ? 50 : ms));
  const made = await call('POST', '/reports/generate', SUBMISSION);
  expect(spy).toHaveBeenCalledWith(GUARD_MS);
  spy.mockRestore();
  expect([made.status, made.older.status]).toEqual([202, 'queued']);
  bed.fakes.release();
  await finished(made.older.job_id);
  expect((await call('GET', `/jobs/${made.older.job_id}`)).older.status).toBe('completed');
});

it('makes one job for one Idempotency-Key, and sends its PDF again', async () => {
  const key = { 'Idempotency-Key': 'older-once' };
  const [one, other] = [
    await call('POST', '/reports/generate', SUBMISSION, ANNA, key),
    await call('POST', '/reports/generate', SUBMISSION, ANNA, key),
  ];
  expect([one.status, other.status, other.text]).toEqual([200, 200, one.text]);
  const twice = { 'Idempotency-Key': 'older-twice' };
  expect((await submit({}, ANNA, twice)).older.job_id).toBe((await submit({}, ANNA, twice)).older.job_id);
});

it('cancels a job at whatever step it is', async () => {
  bed.fakes.hold();
  const { job_id: jobId } = (await submit()).older;
  expect((await call('DELETE', `/jobs/${jobId}`)).status).toBe(202);
  await expect(finished(jobId)).rejects.toThrow();
  bed.fakes.release();
  expect((await call('GET', `/jobs/${jobId}`)).older.status).toBe('cancelled');
});

it.each([{ priority: '', callback: '' }, { priority: null, callback: null }, { priority: ' ' }])(
  'takes %j for no wish',
  async (empty) => {
    const { status, older } = await submit(empty);
    expect(status).toBe(202);
    const run = await bed.mongo.collection('runs').findOne({ _id: older.job_id });
    expect([run?.priority, run?.callback]).toEqual(['normal', undefined]);
  },
);

it('takes a callback as an address, and tells of failures beside it', async () => {
  const storedFor = async (callback: unknown) => {
    const { older } = await submit({ callback });
    return (await bed.mongo.collection('runs').findOne({ _id: older.job_id }))?.callback;
  };
  expect(await storedFor('http://127.0.0.1:9/hook/pdf-complete')).toEqual({
    url: 'http://127.0.0.1:9/hook/pdf-complete',
    onFailure: 'http://127.0.0.1:9/hook/pdf-failed',
    style: 'pdf-queue',
  });
  expect(await storedFor({ url: 'http://127.0.0.1:9/done', onFailure: 'http://127.0.0.1:9/no' })).toEqual({
    ...{ url: 'http://127.0.0.1:9/done', onFailure: 'http://127.0.0.1:9/no', style: 'pdf-queue' },
  });
});

describe('what is not valid', () => {
  it.each([
    [{ code: 'never-made' }, 404, 'code'],
    [{ code: 'no spaces' }, 400, 'code'],
    [{ productId: 'S9' }, 404, 'productId'],
    [{ priority: 'soon' }, 400, 'priority'],
    [{ callback: 'ftp://example.org' }, 400, 'callback'],
    [{ colour: 'red' }, 400, 'colour'],
  ])('%j is refused with %d for %s', async (body, expected, field) => {
    const { status, json } = await submit(body);
    expect([status, json.errors.map((fault) => fault.field)]).toEqual([expected, [field]]);
  });

  it('is refused the same way when it is synchronous', async () => {
    const { status, json } = await call('POST', '/reports/generate', { ...SUBMISSION, productId: 'S9' });
    expect([status, json.errors[0]?.field]).toEqual([404, 'productId']);
  });

  it('is a job of someone else', async () => {
    const { job_id: jobId } = (await submit()).older;
    for (const method of ['GET', 'DELETE'])
      expect((await call(method, `/jobs/${jobId}`, undefined, BEN)).status).toBe(404);
    expect((await call('GET', `/jobs/${jobId}/download`, undefined, BEN)).status).toBe(404);
  });
});

describe('the rollout', () => {
  afterEach(() => setFlag({ percentage: 100 }));

  it('tells who is outside of it what to do, and does nothing', async () => {
    await setFlag({ percentage: 0, on: [BEN] });
    const before = await bed.mongo.collection('runs').countDocuments();
    const refused = await submit();
    expect([refused.status, refused.json.code]).toEqual([404, 'NOT_FOUND']);
    expect(refused.text).toContain('/api/v1/reports/generate');
    expect((await call('GET', '/jobs/run_1')).text).toContain('not open to you yet');
    expect(await bed.mongo.collection('runs').countDocuments()).toBe(before);
    expect((await submit({}, BEN)).status).toBe(202);
  });
});
