/**
 * "Add a channel" of docs/channels.md, followed to the letter in a copy of the sources: the steps come out of the page
 * itself, what they make compiles, and the new channel keeps the contract of every channel.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { follow } from '../../../../tools/walk-through.mjs';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const PAGE = 'docs/channels.md';
/** What the sources of the channels import, by their names in node_modules/@rounds. */
const COPIED = {
  contracts: 'libs/contracts',
  adapters: 'libs/adapters',
  'report-types': 'libs/report-types',
  'activities-notify': 'activities/notify',
};

/** A checkout of the same packages, except that ours are the copies. */
const copySources = async (folder: string): Promise<void> => {
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@rounds'), { recursive: true });
  const installed = (await readdir(join(root, 'node_modules'))).filter((name) => name !== '@rounds');
  await Promise.all(installed.map((name) => symlink(join(root, 'node_modules', name), join(modules, name))));
  for (const [name, path] of Object.entries(COPIED)) {
    await cp(join(root, path), join(folder, path), { recursive: true });
    await symlink(join(folder, path), join(modules, '@rounds', name));
  }
  for (const name of ['package.json', 'tsconfig.base.json', '.swcrc', 'jest.config.mjs', 'tools/jest'])
    await cp(join(root, name), join(folder, name), { recursive: true });
  const include = ['activities/notify/src/notify.activities.ts', 'activities/notify/src/channels/**/*.ts'];
  const exclude = ['**/walk-through.spec.ts'];
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: './tsconfig.base.json', include, exclude }),
  );
};

const execute = promisify(execFile);

/** @throws Error with all that it said */
const run = async (folder: string, args: readonly string[]): Promise<string> => {
  try {
    const { stdout, stderr } = await execute(process.execPath, [...args], { cwd: folder });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
};

describe('a channel that is added as the page says', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-channel-'));
    await copySources(folder);
    await follow(folder, await readFile(join(root, PAGE), 'utf8'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('compiles', async () => {
    await run(folder, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  });

  it('keeps the contract of every channel', async () => {
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'small'];
    const said = await run(folder, [
      ...jest,
      '--testPathPatterns',
      'channels/catalogue',
      '--runInBand',
      '--verbose',
    ]);
    expect(said).toContain('the channel ntfy');
    expect(said).toContain('the channel email');
  });
});
