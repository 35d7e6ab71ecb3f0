/** A process of a built program beside those of a home, on a port of its own; it is not started again when it dies. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { until } from './caller.ts';
import type { Home } from './rounds-home.ts';

/** Tests and benchmarks run in the repository's root. */
const DIST = resolve('dist');

interface Program {
  readonly name: 'api' | 'worker';
  readonly args?: readonly string[];
  /** Beside the environment of the home. */
  readonly env: (port: number) => Readonly<Record<string, string>>;
}

/** By the environment that names its servers. */
export type Reached = Pick<Home, 'env'>;

export interface SecondProcess {
  readonly port: number;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
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

export const startSecond = async (home: Reached, program: Program): Promise<SecondProcess> => {
  const port = await freePort();
  const { name, args = [], env } = program;
  const path = resolve(DIST, name, 'main.js');
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...process.env, ...home.env, TZ: 'UTC', NODE_OPTIONS: '', ...env(port) },
    stdio: 'ignore',
  });
  const came = await until(`the second ${name}`, async () => {
    if (child.exitCode !== null) return 'not';
    return (await isHealthy(port)) ? 'up' : null;
  });
  // Somebody else took its port meanwhile.
  if (came === 'not') return startSecond(home, program);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { port, end };
};
