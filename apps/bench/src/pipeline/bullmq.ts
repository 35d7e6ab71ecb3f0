/** Redis of the system and workers on it beside the product, for the benchmark `pipeline`; they end with the product. */
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { portsOf } from '../../../../tools/servers/ports.mjs';
import { Queue } from 'bullmq';
import type { RunRequest } from '@rounds/contracts/run';
import type { Stack } from '../stack/stack.ts';
import { PIPELINE_ROLES, queueOf, STAGES, TRIES } from './job.ts';

/** Beside the product's worker, whose drawing thread it starts. */
const PROGRAM = 'dist/worker/bullmq-worker.js';
const ENTRY = 'apps/bench/src/pipeline/bullmq-worker.ts';

const HOST = '127.0.0.1';

/** In a process of its own: esbuild does not run within tests. */
const build = (): Promise<unknown> => {
  const code = `import { buildProgram } from './tools/build.mjs'; await buildProgram('${ENTRY}', '${PROGRAM}');`;
  return promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
};

export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

const listens = async (port: number): Promise<boolean> => {
  const socket = connect(port, HOST);
  try {
    await once(socket, 'connect');
    return true;
  } finally {
    socket.destroy();
  }
};

/** With the settings that it comes with: it writes a snapshot every now and then. */
const startRedis = async (stack: Stack, port: number): Promise<void> => {
  await stack.add({
    name: 'redis',
    server: true,
    command: 'redis-server',
    args: ['--port', String(port), '--bind', HOST, '--dir', stack.home],
    url: `redis://${HOST}:${port}`,
    health: () => listens(port),
  });
};

/** @returns what puts runs into the first queue */
export const startBullmq = async (
  stack: Stack,
): Promise<(requests: readonly RunRequest[]) => Promise<void>> => {
  await build();
  const ports = portsOf(stack.home);
  const port = await ports.take('redis');
  await startRedis(stack, port);
  for (const role of PIPELINE_ROLES) {
    const name = `bullmq-${role}`;
    const health = await ports.take(name);
    await stack.add({
      name,
      command: process.execPath,
      args: [PROGRAM, role, String(port)],
      env: { ...stack.env, NODE_ENV: 'production', TZ: 'UTC', ROUNDS_WORKER_PORT: String(health) },
      health: `http://${HOST}:${health}/healthz`,
    });
  }
  return async (requests) => {
    const first = new Queue(queueOf(STAGES.open), { connection: { host: HOST, port } });
    await first.addBulk(requests.map((request) => ({ name: 'open', data: { request }, opts: TRIES })));
    await first.close();
  };
};
