/**
 * How long people wait at the beginning, in a clone of the last commit of their own: `npm run demo` where nothing is
 * installed and again, `npm run dev` until all is ready, and a worker of each role.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { ROLES } from '@rounds/contracts/queues';
import { startSecond, type Reached } from '@rounds/e2e/second-process';
import { newcomersEnvironment } from './config.ts';
import { rounded } from './measure.ts';
import { withFolder } from './stack/folder.ts';

const run = promisify(execFile);
const READY = 'Rounds is running.';

const secondsSince = (started: number): number => rounded((performance.now() - started) / 1000);

interface Clone {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
}

/** @returns seconds */
const demo = async ({ root, env }: Clone): Promise<number> => {
  const started = performance.now();
  await run('npm', ['run', 'demo'], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });
  return secondsSince(started);
};

/** @throws Error when it ends before it is ready */
const startDev = async ({ root, env }: Clone): Promise<ChildProcess> => {
  const dev = spawn(process.execPath, ['tools/run.mjs', 'dev'], {
    ...{ cwd: root, env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: dev.stdout })) {
    if (line !== READY) continue;
    dev.stdout.resume();
    return dev;
  }
  throw new Error('npm run dev ended before it was ready.');
};

/** @param whileReady done before it is stopped again */
const dev = async <T>(clone: Clone, whileReady: () => Promise<T>): Promise<{ ready: number; done: T }> => {
  const started = performance.now();
  const process = await startDev(clone);
  const ready = secondsSince(started);
  const done = await whileReady();
  const ended = once(process, 'exit');
  process.kill('SIGTERM');
  await ended;
  return { ready, done };
};

/** Seconds until a worker of each role is ready, one after the other, beside those that run. */
export const measureWorkers = async (home: Reached): Promise<Readonly<Record<string, number>>> => {
  const seconds: Record<string, number> = {};
  for (const role of ROLES) {
    const started = performance.now();
    const env = (port: number) => ({ ROUNDS_WORKER_PORT: String(port) });
    const worker = await startSecond(home, { name: 'worker', args: ['--role', role], env });
    seconds[role] = secondsSince(started);
    await worker.end('SIGTERM');
  }
  return seconds;
};

const readEnv = async ({ root }: Clone): Promise<Reached> => {
  const text = await readFile(join(root, '.rounds/dev/env.json'), 'utf8');
  return { env: JSON.parse(text) as Reached['env'] };
};

export const startBench = () =>
  withFolder(async (folder) => {
    const root = join(folder, 'rounds');
    await run('git', ['clone', '--quiet', '.', root]);
    const clone = { root, env: newcomersEnvironment({ ROUNDS_CACHE: join(folder, 'cache') }) };
    const demoFresh = await demo(clone);
    const demoAgain = await demo(clone);
    const { ready: devFirst } = await dev(clone, () => Promise.resolve());
    const again = await dev(clone, async () => measureWorkers(await readEnv(clone)));
    const seconds = { demoFresh, demoAgain, devFirst, devAgain: again.ready };
    return { ratio: rounded(demoAgain / demoFresh), ...seconds, workers: again.done };
  });
