/**
 * Holds a home for its supervisor and outlives it: when the supervisor is gone, even by kill -9, the pipe on
 * standard input closes, and whatever is still running is stopped. Arguments: home, the supervisor's process
 * id, `temporary` if the home is to be removed in the end. Input, a line each: `+pid`, `-pid` (process groups).
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, readHolder, tryLock } from './lock.mjs';
import { stopGroup } from './process-group.mjs';

const [home = '', owner = '', temporary] = process.argv.slice(2);
const lockFile = join(home, 'running.lock');
/** A predecessor whose supervisor died may still be stopping its servers. */
const PREDECESSOR_MS = 30_000;

/** @type {Set<number>} */
const groups = new Set();
const input = createInterface({ input: process.stdin });
input.on('line', (line) => {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) groups.add(pid);
  else groups.delete(pid);
});
const orphaned = new Promise((resolve) => input.once('close', resolve));

// A signal meant for the supervisor's whole group or terminal must not take the watchdog with it.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => undefined);

const lock = await holdHome();
if (lock) {
  process.stdout.write('ready\n');
  await orphaned;
  await Promise.all([...groups].map((pid) => stopGroup(pid)));
  await rm(join(home, 'services.json'), { force: true });
  await lock.release();
  if (temporary) await rm(home, { recursive: true, force: true });
}
process.exit(0);

async function holdHome() {
  const until = Date.now() + PREDECESSOR_MS;
  for (;;) {
    const held = await tryLock(lockFile, { owner: Number(owner) });
    if (held) return held;
    const other = await readHolder(lockFile);
    const master = Number(other?.owner ?? 0);
    if (Date.now() > until || (master && master !== Number(owner) && isAlive(master))) {
      process.stdout.write(`taken ${master}\n`);
      return undefined;
    }
    await delay(50);
  }
}
