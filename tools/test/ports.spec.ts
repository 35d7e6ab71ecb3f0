import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { newFolder } from './support.ts';

/** As a new process would see the home. */
const portsOf = async (home: string) => {
  jest.resetModules();
  const module = await import('../servers/ports.mjs');
  return module.portsOf(home);
};

const listen = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });

describe('the ports of a home', () => {
  it('differ by name and stay the same over restarts', async () => {
    const home = await newFolder();
    const names = ['a', 'b', 'c', 'd', 'a'];
    const before = await portsOf(home);
    const first = await Promise.all(names.map((name) => before.take(name)));
    expect(new Set(first).size).toBe(4);
    expect(first[4]).toBe(first[0]);
    const after = await portsOf(home);
    expect(await Promise.all(names.map((name) => after.take(name)))).toEqual(first);
  });

  it('are chosen anew, and remembered, where someone else listens', async () => {
    const home = await newFolder();
    const other = createServer();
    const taken = await listen(other);
    await writeFile(join(home, 'ports.json'), JSON.stringify({ api: taken }));
    const port = await (await portsOf(home)).take('api');
    other.close();
    expect(port).not.toBe(taken);
    expect(JSON.parse(await readFile(join(home, 'ports.json'), 'utf8'))).toEqual({ api: port });
  });
});
