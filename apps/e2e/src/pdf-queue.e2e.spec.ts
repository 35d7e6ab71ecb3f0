/**
 * The older PDF queue's routes, everything real: they make the same report as the new ones, and keep the queue's
 * promise while every server and every worker is killed and started again.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { callerOf, until, type Caller } from './caller.ts';
import { readPdf } from './read-pdf.ts';
import { startHome, type Home } from './rounds-home.ts';
import { GOOD_ROWS, TINY_STUDY, writeDataset } from './tiny-study.ts';

const USER = 'monitor@example.org';
const OPERATOR = 'operator@example.org';
const TEMPLATE = 'TINY-WEEKLY';

let home: Home;
let folder: string;
let user: Caller;
let headers: Record<string, string>;

beforeAll(async () => {
  home = await startHome();
  folder = await mkdtemp(join(tmpdir(), 'rounds-pdf-queue-'));
  await writeDataset(folder, 'dm', GOOD_ROWS.dm);
  await writeDataset(folder, 'ae', GOOD_ROWS.ae);
  await home.cli('import', folder);
  await home.cli('grant', '--user', USER, '--study', TINY_STUDY);
  await home.cli('grant', '--user', OPERATOR, '--role', 'operator');
  user = await callerOf(home, USER);
  const { token } = (await home.cli('token', '--user', USER)) as { token: string };
  headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const operator = await callerOf(home, OPERATOR);
  const branding = { colours: { primary: '#5b2a86', accent: '#0f5c4c' }, footer: 'Kept by the older queue' };
  const template = {
    name: TEMPLATE,
    reportType: 'study-weekly',
    sections: ['visits', 'enrolment'],
    branding,
  };
  expect((await operator.call('POST', '/templates', template)).status).toBe(201);
}, 240_000);

afterAll(async () => {
  await home.stop();
  await rm(folder, { recursive: true, force: true });
});

const older = (method: string, path: string, body?: object): Promise<Response> =>
  fetch(`${home.urls.api}/api${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const SUBMISSION = { code: TEMPLATE, productId: TINY_STUDY };

/** Moments as the report writes them, white space removed. */
const MOMENT = /\d{1,2}[A-Z][a-z]+\d{4},\d\d:\d\d/g;

/** The pages of a job's PDF without what tells one making from another: its run, its cut, the cut's moment. */
const pagesOf = async (jobId: string, pdf: Buffer): Promise<string[]> => {
  const { body } = await user.call('GET', `/jobs/${jobId}`);
  const { cut } = body as { cut: { sha256: string } };
  const cutName = new RegExp(`${cut.sha256.slice(0, 8)}[0-9a-f]*`, 'g');
  const { pages } = await readPdf(pdf);
  return pages.map((text) =>
    text.replaceAll(jobId, 'RUN').replaceAll(cutName, 'CUT').replaceAll(MOMENT, 'THEN'),
  );
};

it('both ways make the same report: every word on every page', async () => {
  const response = await older('POST', '/reports/generate', SUBMISSION);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const olderId = response.headers.get('location')?.split('/').at(-1) ?? '';
  const byOlder = await pagesOf(olderId, Buffer.from(await response.arrayBuffer()));
  const wish = { studyId: TINY_STUDY, templateId: TEMPLATE, formats: ['pdf'] };
  const { body } = await user.call('POST', '/reports/generate', wish);
  const { jobId } = body as { jobId: string };
  await user.finished(jobId);
  const byNew = await pagesOf(jobId, await user.download(jobId, 'pdf'));
  expect(byNew).toEqual(byOlder);
  expect(byNew.join('')).toContain('Keptbytheolderqueue');
  expect(byNew.join('')).toContain(`${TEMPLATE}@1`);
  expect(byNew.join('')).not.toContain('Vitalsigns');
}, 180_000);

interface Told {
  readonly id: string;
  readonly jobId: string;
  readonly status: string;
}

/** Keeps what callbacks are told. */
const receive = async (told: Told[]): Promise<{ server: Server; url: string }> => {
  const read = async (request: IncomingMessage): Promise<string> => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return text;
  };
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const { job_id: jobId, status } = JSON.parse(text) as { job_id: string; status: string };
      told.push({ id: String(request.headers['webhook-id']), jobId, status });
      response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/webhook/pdf-complete` };
};

interface Service {
  readonly name: string;
  readonly pid: number;
}

const find = async (name: string): Promise<Service> => {
  const file = await readFile(join(home.home, 'services.json'), 'utf8');
  const { services } = JSON.parse(file) as { services: Service[] };
  const service = services.find((each) => each.name === name);
  if (service === undefined) throw new Error(`${name} does not run`);
  return service;
};

/** Killed without warning; done when it is healthy again. */
const killAndWait = async (name: string): Promise<void> => {
  const { pid } = await find(name);
  process.kill(pid, 'SIGKILL');
  await until(`the restart of ${name}`, async () => ((await find(name)).pid === pid ? null : true));
};

const KILLED = [
  ...['mongodb', 'worker-workflows', 'temporal', 'worker-fetch', 's3', 'worker-aggregate', 'worker-render'],
  ...['worker-housekeeping', 'worker-notify', 'mongodb', 'temporal'],
];
/** All together fewer than one caller may have open, so that a slow machine, which finishes none meanwhile, refuses none. */
const SUBMISSIONS_PER_KILL = 4;
const BETWEEN_SUBMISSIONS_MS = 1_200;

const submitSteadily = async (callback: string): Promise<Response[]> => {
  const submissions: Promise<Response>[] = [];
  for (let count = 0; count < SUBMISSIONS_PER_KILL; count += 1) {
    submissions.push(older('POST', '/reports/generate-async', { ...SUBMISSION, callback }));
    await sleep(BETWEEN_SUBMISSIONS_MS);
  }
  return await Promise.all(submissions);
};

/** @returns the ids of the jobs; every submission must be accepted, each as a job of its own */
const submitWhileKilling = async (callback: string): Promise<string[]> => {
  const answers: Response[] = [];
  for (const name of KILLED) {
    const [accepted] = await Promise.all([submitSteadily(callback), killAndWait(name)]);
    answers.push(...accepted);
  }
  const bodies = await Promise.all(
    answers.map(async (answer) => (await answer.json()) as { job_id: string }),
  );
  expect(answers.map(({ status }, index) => (status === 202 ? 202 : bodies[index]))).toEqual(
    answers.map(() => 202),
  );
  const jobIds = bodies.map(({ job_id: jobId }) => jobId);
  expect(new Set(jobIds).size).toBe(KILLED.length * SUBMISSIONS_PER_KILL);
  return jobIds;
};

it('refuses no submission while each server and worker is killed in turn, and finishes each once', async () => {
  const told: Told[] = [];
  const { server, url } = await receive(told);
  try {
    const jobIds = await submitWhileKilling(url);
    // One after the other: each may take its time on a busy machine.
    for (const jobId of jobIds) expect(await user.finished(jobId)).toMatchObject({ status: 'completed' });
    await until('a call for each job', () =>
      Promise.resolve(new Set(told.map(({ jobId }) => jobId)).size === jobIds.length ? true : null),
    );
    // A receiver may be called again after a crash, always under the id of the one end that a job has.
    expect(new Set(told.map(({ id }) => id)).size).toBe(jobIds.length);
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set(['completed']));
  } finally {
    server.close();
  }
}, 900_000);
