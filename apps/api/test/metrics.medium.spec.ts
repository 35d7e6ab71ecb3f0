import type { AddressInfo } from 'node:net';
import { createApi } from '../src/create-api.ts';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { openRun } from './records.ts';

let bed: ApiBed;
const TOKEN = 'a token for Prometheus alone';
const OPERATOR = 'operator@example.org';

beforeAll(async () => {
  bed = await openApiBed('metrics', { workers: false });
  await bed.addRole(OPERATOR, 'operator');
});
afterAll(() => bed.close());

const metric = (text: string, name: string) => text.split('\n').find((line) => line.startsWith(name));

it('tells how long answers took, by the route’s pattern and status', async () => {
  await bed.call('GET', '/u/a-secret-token');
  await bed.call('GET', '/healthz');
  const { text, headers } = await bed.call('GET', '/metrics', { as: OPERATOR });
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(text).not.toContain('a-secret-token');
  const name = 'rounds_http_request_duration_seconds_count';
  expect(metric(text, `${name}{method="GET",route="/u/:token",status="404"}`)).toMatch(/ 1$/);
  expect(metric(text, `${name}{method="GET",route="/healthz",status="200"}`)).toMatch(/ 1$/);
  expect(metric(text, 'nodejs_eventloop_lag_seconds ')).toBeDefined();
});

it('counts the open jobs, and the kinds of which there are none', async () => {
  const runs = [openRun({ _id: 'run_1', priority: 'high' }), openRun({ _id: 'run_2', priority: 'high' })];
  await bed.mongo.collection('runs').insertMany(runs);
  const { text } = await bed.call('GET', '/metrics', { as: OPERATOR });
  expect(metric(text, 'rounds_open_jobs{status="queued",priority="high"}')).toMatch(/ 2$/);
  expect(metric(text, 'rounds_open_jobs{status="processing",priority="low"}')).toMatch(/ 0$/);
});

const scrape = async (config: object, headers: Record<string, string> = {}) => {
  const api = await createApi({ ...bed.config, ...config });
  await api.listen(0, '127.0.0.1');
  const { port } = api.getHttpServer().address() as AddressInfo;
  const { status } = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
  await api.close();
  return status;
};

it('needs a token as declared: that of Prometheus, or of who sees everything', async () => {
  expect((await bed.call('GET', '/metrics')).status).toBe(401);
  expect((await bed.call('GET', '/metrics', { as: 'anna@example.org' })).status).toBe(403);
  const guarded = { ROUNDS_METRICS_TOKEN: TOKEN };
  expect(await scrape(guarded)).toBe(401);
  expect(await scrape(guarded, { Authorization: `Bearer ${TOKEN.toUpperCase()}` })).toBe(401);
  expect(await scrape(guarded, { Authorization: `Bearer ${TOKEN}` })).toBe(200);
});
