/** A second worker process for each role, beside those of a home; it is not started again when it dies. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { ROLES, type Role } from '@rounds/contracts/queues';
import type { Home } from './rounds-home.ts';
import { until } from './caller.ts';

const PROGRAM = resolve(import.meta.dirname, '../../../dist/worker/main.js');

export interface SecondWorkers {
  /** As an operating system does that runs out of memory. */
  readonly kill: (role: Role) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const isHealthy = (port: number): Promise<true | null> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => (ok ? true : null),
    () => null,
  );

export const startSecondWorkers = async (home: Home, firstPort: number): Promise<SecondWorkers> => {
  const processes = new Map<Role, ChildProcess>();
  const start = async (role: Role, index: number): Promise<void> => {
    const port = firstPort + index;
    const env = {
      ...process.env,
      ...home.env,
      TZ: 'UTC',
      ROUNDS_WORKER_PORT: String(port),
      NODE_OPTIONS: '',
    };
    processes.set(role, spawn(process.execPath, [PROGRAM, '--role', role], { env, stdio: 'ignore' }));
    await until(`the second ${role} worker`, () => isHealthy(port));
  };
  await Promise.all(ROLES.map(start));

  const end = async (role: Role, signal: NodeJS.Signals): Promise<void> => {
    const worker = processes.get(role);
    if (worker?.exitCode !== null || worker.signalCode !== null) return;
    const ended = once(worker, 'exit');
    worker.kill(signal);
    await ended;
  };
  return {
    kill: (role) => end(role, 'SIGKILL'),
    stop: async () => {
      await Promise.all(ROLES.map((role) => end(role, 'SIGTERM')));
    },
  };
};
