/** The main job, everything real: the built programs as processes, embedded servers, mail and files. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { callerOf, until, type Caller } from './caller.ts';
import { startHome, type Home } from './rounds-home.ts';

let home: Home;
let monitor: Caller;

beforeAll(async () => {
  home = await startHome();
  monitor = await callerOf(home, 'monitor@example.org');
}, 120_000);

afterAll(async () => {
  await home.stop();
});

interface Service {
  readonly name: string;
  readonly pid: number;
}

const services = async (): Promise<Service[]> => {
  const file = await readFile(join(home.home, 'services.json'), 'utf8');
  return (JSON.parse(file) as { services: Service[] }).services;
};

describe('from Subscribe to the mail', () => {
  it('brings the sample study’s report in the week that passes', async () => {
    const { mainJob } = await import('../../../tools/demo.mjs');
    const steps: string[] = [];
    const say = (line: string) => steps.push(line);
    const summary = await mainJob(home, { study: undefined, user: monitor.email, home: home.home, say });
    expect(steps.join('\n')).toContain('0 refused');
    expect(summary).toMatchObject({ link: { opened: true }, mail: { to: monitor.email } });
    expect(Date.parse(summary.period.end) - Date.parse(summary.period.start)).toBe(7 * 86_400_000);
    for (const file of Object.values(summary.files)) expect((await stat(file)).size).toBeGreaterThan(1_000);
    expect((await readFile(summary.files.pdf ?? '')).subarray(0, 5).toString()).toBe('%PDF-');
  }, 180_000);
});

describe('when any one process is killed in the middle of a run', () => {
  const KILLED = [
    'worker-workflows',
    'worker-fetch',
    'worker-aggregate',
    'worker-render',
    'worker-notify',
    'worker-housekeeping',
    'api',
    'temporal',
    'mongodb',
    's3',
    'inbox',
    'resend',
  ];
  /** One run begins as each process dies: every stage is under way for one of them. */
  const BETWEEN_KILLS_MS = 1_500;

  const subscribe = async (): Promise<string> => {
    const { items } = (await monitor.call('GET', '/studies')).body as { items: { id: string }[] };
    const schedule = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' };
    const wish = { studyId: items[0]?.id, reportType: 'study-weekly', schedule, formats: ['pdf'] };
    const { status, body } = await monitor.call('POST', '/subscriptions', wish);
    expect({ status, body }).toMatchObject({ status: 201 });
    return (body as { id: string }).id;
  };

  const kill = async (name: string): Promise<void> => {
    const service = (await services()).find((each) => each.name === name);
    if (service === undefined) throw new Error(`${name} does not run`);
    process.kill(service.pid, 'SIGKILL');
  };

  /** As a person does who sees an error: asks again for the same run. */
  const runNow = async (subscriptionId: string, requestId: string): Promise<string> =>
    until(`run ${requestId}`, async () => {
      const path = `/subscriptions/${subscriptionId}/run-now`;
      const { status, body } = await monitor
        .call('POST', path, { requestId })
        .catch(() => ({ status: 0, body: null }));
      return status >= 200 && status < 300 ? (body as { jobId: string }).jobId : null;
    });

  /** Every run and recipient has a link of its own, so a link that comes twice is a mail that came twice. */
  const mailedLinks = async (): Promise<string[]> =>
    (await monitor.mails()).map(({ text }) => /\/r\/[\w-]+/.exec(text)?.[0] ?? 'no link');

  it('every run completes and one mail of it arrives', async () => {
    const subscriptionId = await subscribe();
    const before = await mailedLinks();
    const runs: Promise<string>[] = [];
    for (const name of KILLED) {
      runs.push(runNow(subscriptionId, `kill-${name}`));
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_KILLS_MS));
      await kill(name);
    }
    const jobIds = await Promise.all(runs);
    const ended = await Promise.all(jobIds.map((jobId) => monitor.finished(jobId)));
    expect(ended.filter(({ status }) => status !== 'completed')).toEqual([]);
    // The provider's answer comes before the mail is in the inbox.
    const arrived = await until('a mail of each run', async () => {
      const links = (await mailedLinks()).filter((link) => !before.includes(link));
      return new Set(links).size >= KILLED.length ? links : null;
    });
    expect(arrived).toHaveLength(KILLED.length);
  }, 400_000);
});
