import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const HEARTBEAT_MS = 2_000;
/** A holder that has not touched its lock for so long is gone, even if its process id is in use again. */
const STALE_MS = 60_000;

/**
 * @typedef {object} Lock
 * @property {() => Promise<void>} release
 */

/**
 * Waits for the lock file, does the work, and frees the lock whatever happens.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ onWait?: (holder: number) => void }} [options] called once, when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait } = {}) {
  let isAnnounced = false;
  for (;;) {
    const lock = await tryLock(file);
    if (lock) {
      try {
        return await work();
      } finally {
        await lock.release();
      }
    }
    if (!isAnnounced) onWait?.((await readHolder(file))?.pid ?? 0);
    isAnnounced = true;
    await delay(100);
  }
}

/**
 * Takes the lock if nobody alive holds it.
 *
 * @param {string} file
 * @param {Record<string, unknown>} [note] kept in the file for whoever finds the lock taken
 * @returns {Promise<Lock | undefined>}
 */
export async function tryLock(file, note = {}) {
  await mkdir(dirname(file), { recursive: true });
  if (await isStale(file)) await removeStale(file);
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(JSON.stringify({ ...note, pid: process.pid }));
    await handle.close();
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return undefined;
    throw error;
  }
  const heartbeat = setInterval(() => void touch(file), HEARTBEAT_MS).unref();
  return {
    async release() {
      clearInterval(heartbeat);
      await rm(file, { force: true });
    },
  };
}

/**
 * @param {string} file
 * @returns {Promise<({ pid: number } & Record<string, unknown>) | undefined>} undefined: no lock, or one being written
 */
export async function readHolder(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** @param {unknown} error */
export function errorCode(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}

/** @param {string} file */
async function touch(file) {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}

/** @param {string} file */
async function isStale(file) {
  const info = await stat(file).catch(() => undefined);
  if (!info) return false;
  const age = Date.now() - info.mtimeMs;
  const holder = await readHolder(file);
  // A lock file without a holder was created this instant, or its maker died while writing it.
  return age > STALE_MS || (holder ? !isAlive(holder.pid) : age > HEARTBEAT_MS);
}

/**
 * Two processes may find the same stale lock. Both must not remove it one after the other: the second would
 * remove the fresh lock of the first. So removal itself is exclusive, and looks again once it is alone.
 *
 * @param {string} file
 */
async function removeStale(file) {
  const guard = `${file}.removing`;
  const handle = await open(guard, 'wx').catch(() => undefined);
  if (!handle) {
    const left = await stat(guard).catch(() => undefined);
    if (left && Date.now() - left.mtimeMs > STALE_MS) await rm(guard, { force: true });
    return;
  }
  await handle.close();
  const aside = `${file}.stale`;
  if (await isStale(file)) await rename(file, aside).catch(() => undefined);
  await rm(aside, { force: true });
  await rm(guard, { force: true });
}
