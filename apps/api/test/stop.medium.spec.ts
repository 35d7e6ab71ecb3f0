import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { openApiBed, type ApiBed } from './api-bed.ts';

/** The API as a process of its own, stopped while it is at work. Real: everything but the stages of a report. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const ANNA = 'anna@example.org';
let bed: ApiBed;

beforeAll(async () => {
  const { buildIfStale } = (await import(`${root}tools/build-if-stale.mjs`)) as {
    buildIfStale: (root: string, say: (line: string) => void) => Promise<void>;
  };
  await buildIfStale(root.replace(/\/$/, ''), () => undefined);
  bed = await openApiBed('stop');
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
});
afterAll(() => bed.close());

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

interface Api {
  readonly process: ChildProcess;
  readonly port: number;
  readonly exit: Promise<number | null>;
  readonly get: (path: string) => Promise<Response>;
}

const startApi = async (env: Record<string, string>): Promise<Api> => {
  const port = await freePort();
  const settings = Object.entries(bed.config).map(([name, value]) => [name, String(value)] as const);
  const child = spawn(process.execPath, [`${root}dist/api/main.js`], {
    env: { PATH: process.env.PATH, ...Object.fromEntries(settings), ROUNDS_PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = once(child, 'exit').then(([code]: unknown[]) => code as number | null);
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  while (
    (await get('/readyz').then(
      ({ status }) => status,
      () => 0,
    )) !== 200
  )
    await delay(50);
  return { process: child, port, exit, get };
};

const post = async (
  { port }: Api,
  path: string,
  headers: Record<string, string | number>,
): Promise<ClientRequest> =>
  httpRequest({
    ...{ port, path, host: '127.0.0.1', method: 'POST' },
    headers: {
      Authorization: `Bearer ${await bed.issuer.issue(ANNA)}`,
      'Content-Type': 'application/json',
      ...headers,
    },
  });

const answerOf = async (sent: ClientRequest) => {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return {
    status: answer.statusCode,
    json: JSON.parse(Buffer.concat(parts).toString()) as { status: string },
  };
};

it('turns readiness red at once, still answers while it drains, then ends with 0', async () => {
  const api = await startApi({ ROUNDS_DRAIN_S: '1' });
  api.process.kill('SIGTERM');
  await delay(200);
  expect([(await api.get('/readyz')).status, (await api.get('/healthz')).status]).toEqual([503, 200]);
  expect(await api.exit).toBe(0);
  await expect(api.get('/healthz')).rejects.toThrow();
});

it('answers what is under way: one that is still sending, one that waits for its report', async () => {
  const api = await startApi({ ROUNDS_DRAIN_S: '0' });
  const body = JSON.stringify({ studyId: 'S1', reportType: 'study-weekly' });
  const length = { 'Content-Length': Buffer.byteLength(body) };
  bed.fakes.hold();
  const waiting = await post(api, '/api/v1/reports/generate', { ...length, Prefer: 'wait=60' });
  waiting.end(body);
  while ((await bed.mongo.collection('runs').countDocuments()) === 0) await delay(20);
  const sending = await post(api, '/api/v1/reports/generate', length);
  sending.write(body.slice(0, 10));
  await delay(300);

  api.process.kill('SIGTERM');
  const waited = await answerOf(waiting);
  expect(waited.status).toBe(202);
  await expect(api.get('/healthz')).rejects.toThrow();
  sending.end(body.slice(10));
  expect(await answerOf(sending)).toMatchObject({ status: 202, json: { status: 'queued' } });
  expect(await api.exit).toBe(0);
  bed.fakes.release();
});
