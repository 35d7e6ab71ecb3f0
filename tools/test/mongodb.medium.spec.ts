import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startServers } from '../servers/index.mjs';
import type { Servers } from '../servers/index.mjs';
import { newFolder } from './support.ts';

/** A real mongod, started as `npm run dev` does. */

let servers: Servers | undefined;
const start = async (home: string) => {
  servers = await startServers({
    home,
    only: ['mongodb'],
    env: { ...process.env, MONGODB_ROOT_URI: '', MONGODB_URI: '' },
  });
  return servers.env.MONGODB_ROOT_URI ?? '';
};
const use = async <T>(uri: string, work: (client: MongoClient) => Promise<T>) => {
  const client = await new MongoClient(uri).connect();
  try {
    return await work(client);
  } finally {
    await client.close();
  }
};

afterEach(() => servers?.stop());

describe('the embedded MongoDB', () => {
  it('takes transactions from its root user, and nothing from strangers', async () => {
    const home = await newFolder();
    const uri = await start(home);
    const count = await use(uri, async (client) => {
      const rows = client.db('trial').collection('rows');
      await client.withSession((session) =>
        session.withTransaction(() => rows.insertOne({ USUBJID: '01' }, { session })),
      );
      return rows.countDocuments();
    });
    expect(count).toBe(1);
    const stranger = `mongodb://${new URL(uri).host}/?directConnection=true`;
    await expect(use(stranger, (client) => client.db('trial').collection('rows').findOne())).rejects.toThrow(
      'requires authentication',
    );
    expect((await stat(join(home, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('keeps its data and takes writes again on another port', async () => {
    const home = await newFolder();
    const first = await start(home);
    await use(first, (client) => client.db('trial').collection('rows').insertOne({ USUBJID: '01' }));
    await servers?.stop();
    const file = join(home, 'ports.json');
    const ports = JSON.parse(await readFile(file, 'utf8')) as { mongodb: number };
    await writeFile(file, JSON.stringify({ mongodb: ports.mongodb + 1 }));
    // A home has its ports in mind as long as its path: under another it is read anew, as by a new process.
    const moved = join(await newFolder(), 'home');
    await rename(home, moved);
    const second = await start(moved);
    expect(second).not.toBe(first);
    const written = await use(second, async (client) => {
      const rows = client.db('trial').collection('rows');
      await rows.insertOne({ USUBJID: '02' });
      return rows.countDocuments();
    });
    expect(written).toBe(2);
  });
});
