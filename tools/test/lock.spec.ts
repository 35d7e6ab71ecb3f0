import { spawnSync } from 'node:child_process';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { readHolder, tryLock, withLock } from '../servers/lock.mjs';
import { newFolder } from './support.ts';

const newLock = async () => join(await newFolder(), 'some.lock');
/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('a lock', () => {
  it('lets one in at a time, and tells who holds it', async () => {
    const file = await newLock();
    const order: string[] = [];
    const holders: number[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} in`);
      await delay(30);
      order.push(`${name} out`);
    };
    const onWait = (pid: number) => holders.push(pid);
    await Promise.all(['a', 'b', 'c'].map((name) => withLock(file, work(name), { onWait })));
    expect(order.filter((_, index) => index % 2 === 0).map((word) => word.slice(2))).toEqual([
      'in',
      'in',
      'in',
    ]);
    expect(order.filter((_, index) => index % 2 === 1).map((word) => word.slice(2))).toEqual([
      'out',
      'out',
      'out',
    ]);
    expect(holders.length).toBeGreaterThan(0);
    expect(new Set(holders)).toEqual(new Set([process.pid]));
  });

  it('is free again after a failure', async () => {
    const file = await newLock();
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(file, () => Promise.resolve('yes'))).toBe('yes');
  });

  it('is taken over from a process that died, by one of many', async () => {
    const file = await newLock();
    await writeFile(file, JSON.stringify({ pid: deadPid() }));
    const locks = await Promise.all(Array.from({ length: 8 }, () => tryLock(file)));
    expect(locks.filter(Boolean)).toHaveLength(1);
    expect(await readHolder(file)).toEqual({ pid: process.pid });
  });

  it('is taken over when its holder has not touched it for a minute, though the process id is in use', async () => {
    const file = await newLock();
    await writeFile(file, JSON.stringify({ pid: process.ppid }));
    // As its holder does: on any day the file system's clock is not that of the test.
    const now = new Date();
    await utimes(file, now, now);
    expect(await tryLock(file)).toBeUndefined();
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(file, longAgo, longAgo);
    const lock = await tryLock(file, { owner: 7 });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ owner: 7, pid: process.pid });
    await lock?.release();
  });
});
