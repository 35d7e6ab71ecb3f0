/**
 * The servers of a whole jest run. Only projects that need them name this file, so a run of small tests starts
 * nothing. Addresses that are configured already are used as they are (see tools/servers.mjs).
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers } from '../servers/index.mjs';

export default async function setup() {
  const home = await mkdtemp(join(tmpdir(), 'rounds-test-'));
  // Tests of the rate limit start an endpoint of their own; all others need not wait for it.
  process.env.ROUNDS_RESEND_RATE ??= '1000';
  const servers = await startServers({
    home,
    temporary: true,
    virtualTime: true,
    onLine: (line) => {
      process.stderr.write(`${line}\n`);
    },
  });
  Object.assign(process.env, servers.env);
  Object.assign(globalThis, { roundsServers: servers });
}
