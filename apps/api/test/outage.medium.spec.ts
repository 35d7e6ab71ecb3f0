import type { AddressInfo } from 'node:net';
import { systemClock } from '@rounds/adapters/clock';
import { connectTemporal } from '@rounds/adapters/temporal/client';
import { setupTemporal } from '@rounds/adapters/temporal/setup';
import { serverSetting } from '@rounds/adapters/testing/servers';
import { reportWorkflowId, subscriptionWorkflowId } from '@rounds/contracts/ids';
import { TASK_QUEUES, WORKFLOW_TYPES } from '@rounds/contracts/queues';
import { createApi } from '../src/create-api.ts';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';
import { openRun } from './records.ts';
import { startWorkers } from './workers.ts';

/**
 * Temporal is away for the API, as after a crash between the record and the workflow: what was accepted is kept,
 * and housekeeping brings both together later.
 */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const NOBODY_LISTENS = '127.0.0.1:1';

beforeAll(async () => {
  bed = await openApiBed('outage', { workers: false, env: { TEMPORAL_ADDRESS: NOBODY_LISTENS } });
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
});
afterAll(() => bed.close());

const call = (method: string, path: string, body?: unknown) =>
  bed.call(method, `/api/v1${path}`, { as: ANNA, ...(body === undefined ? {} : { body }) });
const subscribe = () =>
  call('POST', '/subscriptions', {
    studyId: 'S1',
    reportType: 'study-weekly',
    schedule: { every: 'week', at: '08:00', timeZone: 'Europe/Berlin' },
    formats: ['pdf'],
    evenIfEqual: true,
  });

it('accepts subscriptions, changes and reports, and says that they wait', async () => {
  const subscribed = await subscribe();
  expect(subscribed.status).toBe(201);
  expect(subscribed.json).toMatchObject({
    status: 'active',
    applied: false,
    note: expect.stringContaining('is told as soon as') as string,
  });
  expect(subscribed.json.nextRuns).toHaveLength(5);
  const paused = await call('POST', `/subscriptions/${subscribed.json.id}/pause`);
  expect([paused.status, paused.json.applied]).toEqual([200, false]);
  const report = await call('POST', '/reports/generate', { studyId: 'S1', reportType: 'study-weekly' });
  expect([report.status, report.json.status]).toEqual([202, 'queued']);
  expect(report.json.note).toContain('will be started as soon as');
});

it('refuses what it cannot keep, with a time to try again', async () => {
  const { json } = await subscribe();
  const id = json.id;
  const refused = await call('POST', `/subscriptions/${id}/run-now`, {});
  expect([refused.status, refused.json.code]).toEqual([503, 'DEPENDENCY_DOWN']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await bed.mongo.collection('runs').countDocuments({ subscriptionId: id })).toBe(0);
});

it('shows jobs as they were last recorded', async () => {
  const anna = (await call('GET', '/me')).json.id;
  const open = openRun({ _id: 'run_open', requestedBy: anna, status: 'processing' });
  await bed.mongo.collection('runs').insertOne(open);
  expect((await call('GET', '/jobs/run_open')).json).toMatchObject({ status: 'processing', progress: 0 });
  await bed.mongo.collection('runs').deleteOne({ _id: 'run_open' });
});

it('is not ready, and names the server that is down', async () => {
  expect((await bed.call('GET', '/healthz')).status).toBe(200);
  const { status, json } = await bed.call('GET', '/readyz');
  expect(status).toBe(503);
  expect(json.errors).toEqual([{ field: 'temporal', code: 'no-answer', rule: 'does not answer' }]);
});

it('starts while every server is away, says so, and loses no request without an answer', async () => {
  const alone = await createApi({
    ...bed.config,
    MONGODB_URI: `mongodb://${NOBODY_LISTENS}`,
    AWS_ENDPOINT_URL_S3: `http://${NOBODY_LISTENS}`,
  });
  await alone.listen(0, '127.0.0.1');
  const { port } = alone.getHttpServer().address() as AddressInfo;
  const get = async (path: string) => {
    const headers = { Authorization: `Bearer ${await bed.issuer.issue(ANNA)}` };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    return { status: response.status, json: (await response.json()) as Json };
  };
  expect((await get('/healthz')).status).toBe(200);
  const { status, json } = await get('/readyz');
  expect([status, json.errors.map(({ field }) => field)]).toEqual([503, ['mongodb', 's3', 'temporal']]);
  expect(await get('/api/v1/me')).toMatchObject({ status: 503, json: { code: 'DEPENDENCY_DOWN' } });
  await alone.close();
});

it('is healed by itself once Temporal is back: every record has its workflow, every report is made', async () => {
  const config = { ...bed.config, TEMPORAL_ADDRESS: serverSetting('TEMPORAL_ADDRESS') };
  await setupTemporal(config, { reconcileSeconds: 3600 });
  const temporal = connectTemporal(config);
  const workers = await startWorkers(config, bed.mongo, bed.fakes);
  const long = new Date(systemClock().getTime() - 60_000);
  await bed.mongo.collection('subscriptions').updateMany({}, { $set: { updatedAt: long } });
  await bed.mongo.collection('runs').updateMany({}, { $set: { createdAt: long } });
  try {
    await temporal.client.workflow.execute(WORKFLOW_TYPES.reconciliation, {
      workflowId: 'reconciliation-by-hand',
      taskQueue: TASK_QUEUES.workflows,
    });
    const subscriptions = (await call('GET', '/subscriptions')).json.items;
    expect(subscriptions).toHaveLength(2);
    for (const { id, applied, status, revision } of subscriptions) {
      expect(applied).toBe(true);
      const view = await temporal.client.workflow.getHandle(subscriptionWorkflowId(id)).query('view');
      expect(view).toMatchObject({ status, appliedRevision: revision });
    }
    const jobId = (await call('GET', '/jobs')).json.items[0]?.jobId ?? '';
    await temporal.client.workflow.getHandle(reportWorkflowId(jobId)).result();
    expect((await call('GET', `/jobs/${jobId}`)).json.status).toBe('completed');
  } finally {
    await workers.stop();
    await temporal.close();
  }
});
