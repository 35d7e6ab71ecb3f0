/** Two workers a role, one of them killed in the middle of each step: every job is done, and done once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@rounds/contracts/queues';
import type { RunStep } from '@rounds/contracts/run';
import { callerOf, until, type Caller } from './caller.ts';
import { startHome, type Home } from './rounds-home.ts';
import { startSecondWorkers, type SecondWorkers } from './second-workers.ts';
import { GOOD_ROWS, TINY_STUDY, writeDataset } from './tiny-study.ts';

const EMAIL = 'monitor@example.org';
const FORMATS = ['pdf', 'xlsx', 'csv', 'json'];
/** Enough that both workers of a role have work, each with two slots. */
const AT_ONCE = 5;

/** The step in which each role is at work; it is killed when a job is there. */
const STEPS: readonly (readonly [Role, RunStep])[] = [
  ['fetch', 'fetching-data'],
  ['aggregate', 'building-report'],
  ['render', 'generating-file'],
  ['notify', 'storing-file'],
  ['housekeeping', 'initializing'],
  ['workflows', 'generating-file'],
];

interface Shown {
  readonly status: string;
  readonly step: RunStep;
  readonly outputs: readonly { readonly format: string; readonly sha256: string }[];
  readonly deliveries: readonly { readonly recipient: string; readonly status: string }[];
}

let home: Home;
let folder: string;
let monitor: Caller;
let second: SecondWorkers | undefined;
let subscriptionId: string;

/** Lets what is under way go on. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rounds-two-workers-'));
  home = await startHome();
  await writeDataset(folder, 'dm', GOOD_ROWS.dm);
  await writeDataset(folder, 'ae', GOOD_ROWS.ae);
  await home.cli('import', folder);
  await home.cli('grant', '--user', EMAIL, '--study', TINY_STUDY);
  monitor = await callerOf(home, EMAIL);
  second = await startSecondWorkers(home);
  const schedule = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' };
  const wish = { studyId: TINY_STUDY, reportType: 'study-weekly', schedule, formats: FORMATS };
  const { status, body } = await monitor.call('POST', '/subscriptions', wish);
  expect({ status, body }).toMatchObject({ status: 201 });
  subscriptionId = (body as { id: string }).id;
}, 300_000);

afterAll(async () => {
  await second?.stop();
  await home.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A job that is mailed; the same request finds the same one. */
const runNow = (requestId: string): Promise<string> =>
  until(`run ${requestId}`, async () => {
    const path = `/subscriptions/${subscriptionId}/run-now`;
    const { status, body } = await monitor.call('POST', path, { requestId });
    return status < 300 ? (body as { jobId: string }).jobId : null;
  });

const show = async (jobId: string): Promise<Shown> =>
  (await monitor.call('GET', `/jobs/${encodeURIComponent(jobId)}`)).body as Shown;

const isOver = ({ status }: Shown): boolean => !['queued', 'processing'].includes(status);

/** Kills the worker while one of the jobs is in its step. @returns the jobs, or none that was caught there */
const killDuring = async (role: Role, step: RunStep, round: number): Promise<string[]> => {
  const begun: string[] = [];
  const begin = async (n: number): Promise<void> => {
    begun.push(await runNow(`${role}-${round}-${n}`));
  };
  const beginning = Promise.all(Array.from({ length: AT_ONCE }, (_, n) => begin(n)));
  // Some steps are over before the last of the jobs is asked for: the first is looked at as soon as it is there.
  for (;;) {
    if (begun.length === 0) await Promise.race([beginning, pause()]);
    const jobs = await Promise.all(begun.map(show));
    if (jobs.length === AT_ONCE && jobs.every(isOver)) return [];
    if (!jobs.some((job) => job.status === 'processing' && job.step === step)) continue;
    await second?.kill(role);
    await beginning;
    return begun;
  }
};

const eventsOf = async (jobId: string): Promise<{ ids: string[]; last: string }> => {
  const { token } = (await home.cli('token', '--user', EMAIL)) as { token: string };
  const response = await fetch(`${home.urls.api}/api/v1/jobs/${encodeURIComponent(jobId)}/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  const ids = [...text.matchAll(/^id: (.*)$/gm)].map(([, id = '']) => id);
  return { ids, last: text.trim().split('\n').at(-1) ?? '' };
};

const mailedLinks = async (): Promise<string[]> =>
  (await monitor.mails()).flatMap(({ text }) => /\/r\/[\w-]+/.exec(text)?.[0] ?? []);

describe('one of two workers killed in the middle of each step', () => {
  it('every job is completed, with each file, mail and event once', async () => {
    const jobs: string[] = [];
    for (const [role, step] of STEPS) {
      let caught: string[] = [];
      for (let round = 0; caught.length === 0 && round < 8; round += 1)
        caught = await killDuring(role, step, round);
      expect([role, caught.length]).toEqual([role, AT_ONCE]);
      jobs.push(...caught);
    }
    await Promise.all(jobs.map((jobId) => monitor.finished(jobId)));
    for (const jobId of jobs) {
      const job = await show(jobId);
      expect(job.status).toBe('completed');
      expect(job.deliveries.map(({ recipient }) => recipient)).toEqual([EMAIL]);
      // The provider may have said already that it arrived.
      expect(['accepted', 'delivered']).toContain(job.deliveries[0]?.status);
      expect(job.outputs.map(({ format }) => format).sort()).toEqual([...FORMATS].sort());
    }
    const { ids, last } = await eventsOf(jobs[0] ?? '');
    expect(ids).toEqual(['0.0', '0.1', '0.2', '0.3', '0.4', '0.5', '0.9']);
    expect(last).toContain('"status":"completed"');
    // Each run and recipient has a link of its own: one that comes twice is a mail that came twice.
    const links = await until('a mail of each job', async () => {
      const found = await mailedLinks();
      return new Set(found).size >= jobs.length ? found : null;
    });
    expect(new Set(links).size).toBe(links.length);
  }, 300_000);
});
