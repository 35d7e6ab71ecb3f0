/** A second worker process for each role, beside those of a home; it is not started again when it dies. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
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

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

const isHealthy = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

export const startSecondWorkers = async (home: Home): Promise<SecondWorkers> => {
  const processes = new Map<Role, ChildProcess>();
  const start = async (role: Role): Promise<void> => {
    const port = await freePort();
    const env = {
      ...process.env,
      ...home.env,
      TZ: 'UTC',
      ROUNDS_WORKER_PORT: String(port),
      NODE_OPTIONS: '',
    };
    const worker = spawn(process.execPath, [PROGRAM, '--role', role], { env, stdio: 'ignore' });
    processes.set(role, worker);
    const came = await until(`the second ${role} worker`, async () => {
      if (worker.exitCode !== null) return 'not';
      return (await isHealthy(port)) ? 'up' : null;
    });
    // Somebody else took its port meanwhile.
    if (came === 'not') await start(role);
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
