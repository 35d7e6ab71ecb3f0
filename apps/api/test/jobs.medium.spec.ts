import type { AddressInfo } from 'node:net';
import { systemClock } from '@rounds/adapters/clock';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { createApi } from '../src/create-api.ts';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';
import { openRun, runDocument } from './records.ts';

/** Reports on demand and their jobs, run by the real workflows. */
let bed: ApiBed;
let anna: string;
const ANNA = 'anna@example.org';
const LIMIT = 5;

beforeAll(async () => {
  bed = await openApiBed('jobs', {
    env: { ROUNDS_OPEN_JOBS: String(LIMIT), ROUNDS_OPEN_JOBS_CALLER: '50', ROUNDS_OPEN_JOBS_STUDY: '50' },
  });
  await bed.addStudy('S1');
  anna = await bed.grant(ANNA, 'S1', { unblinded: true });
});
afterAll(() => bed.close());
afterEach(() => {
  bed.fakes.release();
});

const BODY = { studyId: 'S1', reportType: 'study-weekly' };
const generate = (overrides: object = {}, headers: Record<string, string> = {}) =>
  bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body: { ...BODY, ...overrides }, headers });
const job = async (jobId: string): Promise<Json> =>
  (await bed.call('GET', `/api/v1/jobs/${jobId}`, { as: ANNA })).json;
const workflow = (jobId: string) => bed.temporal.client.workflow.getHandle(reportWorkflowId(jobId));

/** The job once it shows what is waited for. */
const until = async (jobId: string, holds: (shown: Json) => boolean): Promise<Json> => {
  for (const end = performance.now() + 15_000; performance.now() < end;) {
    const shown = await job(jobId);
    if (holds(shown)) return shown;
  }
  throw new Error(`The job did not come to it: ${JSON.stringify(await job(jobId))}`);
};
const ended = (shown: Json): boolean => !['queued', 'processing'].includes(shown.status);

describe('a report on demand', () => {
  it('is accepted, made, and can be downloaded', async () => {
    const { status, json, headers } = await generate({ formats: ['pdf', 'json'] });
    expect(status).toBe(202);
    expect(headers.get('location')).toBe(`/api/v1/jobs/${json.jobId}`);
    const done = await until(json.jobId, ended);
    expect(done).toMatchObject({
      ...{ status: 'completed', step: 'complete', progress: 100, trigger: 'on-demand', error: null },
      cut: { rows: 12, documents: 1 },
      deliveries: [],
    });
    expect(done.outputs.map(({ format }) => format).sort()).toEqual(['json', 'pdf']);
    for (const { download } of done.outputs) {
      const { status: found, headers: to } = await bed.call('GET', download, { as: ANNA });
      expect(found).toBe(302);
      expect(await (await fetch(to.get('location') ?? '')).text()).toContain('all-unblinded');
    }
  });

  it('tells who sees some sites nothing of how much the study holds', async () => {
    await bed.grant('site@example.org', 'S1', { sites: ['701'] });
    const as = 'site@example.org';
    const { json } = await bed.call('POST', '/api/v1/reports/generate', {
      ...{ as, body: BODY, headers: { Prefer: 'wait=20' } },
    });
    const shown = (await bed.call('GET', `/api/v1/jobs/${json.jobId}`, { as })).json;
    expect(shown).toMatchObject({ status: 'completed', cut: { rows: null, documents: null } });
  });

  it('covers the seven days before the day it is asked as of', async () => {
    const { json } = await generate({ parameters: { asOf: '2013-09-09' } }, { Prefer: 'wait=20' });
    expect(json).toMatchObject({
      ...{ due: '2013-09-09', period: { start: '2013-09-02', end: '2013-09-09' }, timeZone: 'UTC' },
      parameters: {},
    });
  });

  it('is as of today in its zone, unless told', async () => {
    const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
    const dues = [];
    for (const timeZone of zones)
      dues.push((await generate({ parameters: { timeZone } }, { Prefer: 'wait=20' })).json.due);
    const today = (zone: string) => new Intl.DateTimeFormat('sv', { timeZone: zone }).format(systemClock());
    expect(dues).toEqual(zones.map(today));
  });

  it('answers 200 with the finished job to a caller who waits', async () => {
    const { status, json, headers } = await generate({}, { Prefer: 'wait=30' });
    expect([status, json.status]).toEqual([200, 'completed']);
    expect(headers.get('preference-applied')).toBe('wait=30');
  });

  it('answers 202 when the wait is over before it is done, and loses nothing', async () => {
    bed.fakes.hold();
    const { status, json } = await generate({}, { Prefer: 'wait=1' });
    expect(status).toBe(202);
    bed.fakes.release();
    expect((await until(json.jobId, ended)).status).toBe('completed');
  });

  it('is made once for one Idempotency-Key, and not at all for another body', async () => {
    const key = { 'Idempotency-Key': 'one-report' };
    const [one, other] = [await generate({}, key), await generate({}, key)];
    expect(other.json.jobId).toBe(one.json.jobId);
    const refused = await generate({ formats: ['csv'] }, key);
    expect([refused.status, refused.json.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
    await until(one.json.jobId, ended);
    expect((await generate({}, key)).json).toMatchObject({ jobId: one.json.jobId, status: 'completed' });
  });

  it('is a new one for a key that was forgotten, and is not made again while its key is known', async () => {
    const key = { 'Idempotency-Key': 'every-monday' };
    const monday = await generate({}, key);
    await until(monday.json.jobId, ended);
    await bed.mongo.collection('runs').deleteOne({ _id: monday.json.jobId });
    const gone = await generate({}, key);
    expect([gone.status, gone.json.code]).toEqual([404, 'NOT_FOUND']);
    await bed.mongo.collection('idempotency').deleteOne({ _id: { $regex: /\|every-monday$/ } });
    const next = await generate({}, key);
    expect([next.status, next.json.jobId === monday.json.jobId]).toEqual([202, false]);
    await until(next.json.jobId, ended);
  });

  it.each<[string, object, number, string, string]>([
    ['an unknown study', { studyId: 'NONE' }, 404, 'STUDY_NOT_FOUND', 'studyId'],
    ['an unknown report type', { reportType: 'x' }, 400, 'INVALID_INPUT', 'reportType'],
    ['a day that is none', { parameters: { asOf: '2026-13-01' } }, 400, 'INVALID_INPUT', 'parameters.asOf'],
    ['a day to come', { parameters: { asOf: '2199-01-01' } }, 400, 'INVALID_INPUT', 'parameters.asOf'],
    ['an unknown zone', { parameters: { timeZone: 'Mars' } }, 400, 'INVALID_INPUT', 'parameters.timeZone'],
    ['an unknown parameter', { parameters: { x: 1 } }, 400, 'INVALID_INPUT', 'parameters.x'],
    ['an unknown priority', { priority: 'urgent' }, 400, 'INVALID_INPUT', 'priority'],
    ['a moment that is past', { scheduledFor: '2020-01-01T00:00:00Z' }, 400, 'INVALID_INPUT', 'scheduledFor'],
    ['a moment too far away', { scheduledFor: '2199-01-01T00:00:00Z' }, 400, 'INVALID_INPUT', 'scheduledFor'],
    ['what is no moment', { scheduledFor: 'tomorrow' }, 400, 'INVALID_INPUT', 'scheduledFor'],
  ])('is refused for %s', async (_what, overrides, status, code, field) => {
    const refused = await generate(overrides);
    expect([refused.status, refused.json.code, refused.json.errors[0]?.field]).toEqual([status, code, field]);
  });
});

describe('a file that the object store has no longer', () => {
  it('is said to be gone by the download and by the job, and the operators are told', async () => {
    const { jobId } = (await generate()).json;
    await until(jobId, ended);
    const artefacts = bed.mongo.collection('artefacts');
    const { key = '' } = (await artefacts.findOne({ runId: jobId })) ?? {};
    await bed.objects.remove(key);
    const path = `/api/v1/jobs/${jobId}`;
    for (let tries = 0; tries < 2; tries += 1) {
      const { status, json, headers } = await bed.call('GET', `${path}/download?format=pdf`, { as: ANNA });
      expect([status, json.code]).toEqual([410, 'ARTEFACT_GONE']);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
    expect((await bed.call('GET', path, { as: ANNA })).json.outputs).toMatchObject([{ gone: true }]);
    const gone = await artefacts.findOne({ runId: jobId });
    const occasion = `${gone?.sha256.slice(0, 12) ?? ''}.${gone?.goneAt?.getTime() ?? 0}`;
    const { type } = await bed.temporal.client.workflow
      .getHandle(`notice/file-gone.${jobId}.${occasion}`)
      .describe();
    expect(type).toBe('notice');
  });
});

describe('while jobs are open', () => {
  it('a job shows its live step, its place, and an end estimated from measured runs', async () => {
    bed.fakes.hold();
    const first = (await generate({ priority: 'low' })).json;
    const shown = await until(
      first.jobId,
      ({ attempts, step }) => step === 'fetching-data' && attempts === 1,
    );
    expect(shown).toMatchObject({
      status: 'processing',
      progress: 10,
      position: 1,
      finishedAt: null,
    });
    expect(Date.parse(shown.estimatedCompletion ?? '')).toBeGreaterThan(systemClock().getTime() - 1_000);
    const urgent = (await generate({ priority: 'high' })).json;
    expect(urgent.position).toBe(1);
    expect((await job(first.jobId)).position).toBe(2);
    const listed = await bed.call('GET', '/api/v1/jobs?limit=2', { as: ANNA });
    expect(listed.json.items.map(({ jobId }) => jobId)).toEqual([urgent.jobId, first.jobId]);
    bed.fakes.release();
    for (const { jobId } of [first, urgent]) await until(jobId, ended);
  });

  it('one more than the limit is refused with a time to try again, nothing else is', async () => {
    bed.fakes.hold();
    const accepted = [];
    for (let n = 0; n < LIMIT; n += 1) accepted.push(await generate());
    expect(accepted.map(({ status }) => status)).toEqual(Array(LIMIT).fill(202));
    const refused = await generate();
    expect([refused.status, refused.json.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    bed.fakes.release();
    for (const { json } of accepted) expect((await until(json.jobId, ended)).status).toBe('completed');
    expect((await generate()).status).toBe(202);
  });

  it('a download is told to wait', async () => {
    bed.fakes.hold();
    const { json } = await generate();
    const refused = await bed.call('GET', `/api/v1/jobs/${json.jobId}/download`, { as: ANNA });
    expect([refused.status, refused.json.code]).toEqual([409, 'CONFLICT']);
  });
});

describe('cancelling', () => {
  const cancel = (jobId: string) => bed.call('DELETE', `/api/v1/jobs/${jobId}`, { as: ANNA });

  it('stops a run at work; again at no harm', async () => {
    bed.fakes.hold();
    const { json } = await generate();
    await until(json.jobId, ({ step }) => step === 'fetching-data');
    expect((await cancel(json.jobId)).status).toBe(202);
    expect(await until(json.jobId, ended)).toMatchObject({ status: 'cancelled', error: null });
    expect((await cancel(json.jobId)).json.status).toBe('cancelled');
  });

  it('closes one whose workflow was never started: it does not start later', async () => {
    await bed.mongo
      .collection('runs')
      .insertOne(openRun({ _id: 'run_unstarted', requestedBy: anna, createdAt: systemClock() }));
    expect((await cancel('run_unstarted')).json).toMatchObject({ status: 'cancelled' });
  });

  it('comes too late for one that has ended', async () => {
    const { json } = await generate({}, { Prefer: 'wait=30' });
    const refused = await cancel(json.jobId);
    expect([refused.status, refused.json.code]).toEqual([409, 'CONFLICT']);
  });
});

describe('a run whose workflow was ended from outside', () => {
  /** Its record after a reconciliation that is not waited for; younger runs are left alone for some seconds. */
  const recorded = async (jobId: string) => {
    const runs = bed.mongo.collection('runs');
    await runs.updateOne({ _id: jobId }, { $set: { createdAt: new Date(systemClock().getTime() - 60_000) } });
    await bed.temporal.client.workflow.execute('reconciliation', {
      taskQueue: 'workflows',
      workflowId: `reconciliation-${jobId}`,
    });
    return runs.findOne({ _id: jobId });
  };

  it('is shown as failed once it was terminated, and recorded so by the next reconciliation', async () => {
    bed.fakes.hold();
    const { json } = await generate();
    await until(json.jobId, ({ step }) => step === 'fetching-data');
    await workflow(json.jobId).terminate('by an operator');
    const shown = await job(json.jobId);
    expect(shown).toMatchObject({
      status: 'failed',
      error: {
        code: 'INTERNAL',
        message: expect.stringContaining('terminated') as string,
        step: 'fetching-data',
      },
    });
    const record = await recorded(json.jobId);
    expect(record).toMatchObject({
      ...{ status: 'failed', fault: { code: 'INTERNAL', step: 'fetching-data' } },
      steps: [{ step: 'initializing' }, { step: 'fetching-data' }],
    });
    expect(record?.finishedAt).toBeInstanceOf(Date);
  });

  it('is failed when its workflow is gone, queued as long as it was never there', async () => {
    await bed.mongo
      .collection('runs')
      .insertMany([
        { ...openRun({ _id: 'run_gone', requestedBy: anna }), status: 'processing' },
        openRun({ _id: 'run_soon', requestedBy: anna }),
      ]);
    expect(await job('run_gone')).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining('gone') as string },
    });
    expect(await job('run_soon')).toMatchObject({ status: 'queued', step: 'initializing', progress: 0 });
    await bed.mongo.collection('runs').deleteOne({ _id: 'run_soon' });
  });
});

describe('a stop of the process', () => {
  it('answers who waits with how things stand, then closes; the job goes on', async () => {
    const other = await createApi(bed.config);
    await other.listen(0, '127.0.0.1');
    const { port } = other.getHttpServer().address() as AddressInfo;
    bed.fakes.hold();
    const waiting = fetch(`http://127.0.0.1:${port}/api/v1/reports/generate`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await bed.issuer.issue(ANNA)}`,
        'Content-Type': 'application/json',
        Prefer: 'wait=60',
      },
      body: JSON.stringify({ ...BODY, parameters: { asOf: '2020-01-06' } }),
    });
    const waited = await listed(({ due, step }) => due === '2020-01-06' && step === 'fetching-data');
    const closed = other.close();
    const { status, json } = await waiting.then(async (response) => ({
      status: response.status,
      json: (await response.json()) as Json,
    }));
    expect([status, json.jobId]).toEqual([202, waited.jobId]);
    await closed;
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
    bed.fakes.release();
    expect((await until(json.jobId, ended)).status).toBe('completed');
  });
});

/** The first job of the list of which it holds. */
const listed = async (holds: (shown: Json) => boolean): Promise<Json> => {
  for (const end = performance.now() + 15_000; performance.now() < end;) {
    const found = (await bed.call('GET', '/api/v1/jobs', { as: ANNA })).json.items.find(holds);
    if (found !== undefined) return found;
  }
  throw new Error('The job did not appear.');
};

describe('the list', () => {
  it('narrows by study, subscription and status, and pages without gap or double', async () => {
    const base = new Date('2026-01-01T00:00:00Z').getTime();
    await bed.mongo.collection('runs').insertMany(
      [0, 1, 2, 3].map((n) =>
        runDocument({
          ...{ _id: `run_page${n}`, requestedBy: anna, subscriptionId: 'sub_paged' },
          status: n === 3 ? 'unchanged' : 'completed',
          // Two of one moment: the id settles their order.
          createdAt: new Date(base + Math.floor(n / 2)),
        }),
      ),
    );
    const seen: string[] = [];
    let path: string | null = '/api/v1/jobs?subscriptionId=sub_paged&limit=1';
    while (path !== null) {
      const { json }: { json: Json } = await bed.call('GET', path, { as: ANNA });
      seen.push(...json.items.map(({ jobId }) => jobId));
      path =
        json.nextCursor === null
          ? null
          : `/api/v1/jobs?subscriptionId=sub_paged&limit=1&cursor=${json.nextCursor}`;
    }
    expect(seen).toEqual(['run_page3', 'run_page2', 'run_page1', 'run_page0']);
    const unchanged = await bed.call('GET', '/api/v1/jobs?status=unchanged&studyId=S1', { as: ANNA });
    expect(unchanged.json.items.map(({ jobId }) => jobId)).toEqual(['run_page3']);
  });

  it('narrows by report type and by when a job was asked for, the end not included', async () => {
    const at = (hour: string) => new Date(`2020-05-05T${hour}:00:00Z`);
    await bed.mongo.collection('runs').insertMany(
      ['08', '09', '10'].map((hour) =>
        runDocument({
          ...{ _id: `run_at${hour}`, requestedBy: anna, createdAt: at(hour) },
          reportType: hour === '09' ? 'safety-weekly' : 'study-weekly',
        }),
      ),
    );
    const ids = async (query: string) =>
      (await bed.call('GET', `/api/v1/jobs?${query}`, { as: ANNA })).json.items.map(({ jobId }) => jobId);
    const window = 'since=2020-05-05T08:00:00Z&until=2020-05-05T12:00:00%2B02:00';
    expect(await ids(window)).toEqual(['run_at09', 'run_at08']);
    expect(await ids(`${window}&reportType=safety-weekly`)).toEqual(['run_at09']);
    expect(await ids('until=2020-05-05T09:00:00Z&since=2020-01-01T00:00:00Z')).toEqual(['run_at08']);
  });

  it.each([
    ['since=yesterday', 'since'],
    ['until=2026-13-01T00:00:00Z', 'until'],
    ['status=done', 'status'],
    ['limit=many', 'limit'],
    ['cursor=WzEsMl0', 'cursor'],
  ])('refuses ?%s by name', async (query, field) => {
    const refused = await bed.call('GET', `/api/v1/jobs?${query}`, { as: ANNA });
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, field]);
  });
});
