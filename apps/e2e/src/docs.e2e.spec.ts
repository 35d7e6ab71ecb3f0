/**
 * The documentation, everything real: each page's shell commands are pasted into a shell beside a running Rounds,
 * in a folder that looks like a checkout. A command that does not work fails here before it fails a reader.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blocksOf, findPages, readPage, runBlocks, SET_UP } from './doc-commands.ts';
import { startHome, type Home } from './rounds-home.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pages = await findPages(root);
const blocks = new Map(
  await Promise.all(pages.map(async (page) => [page, await readPage(root, page)] as const)),
);
const withCommands = pages.filter((page) => blocks.get(page)?.some(({ mark }) => mark !== 'not-here'));

const canPaste = ['bash', 'curl'].every((name) => spawnSync(name, ['--version']).status === 0);
const describePasting = canPaste ? describe : describe.skip;

/** State of their own, or none of the reader's business. */
const NOT_LINKED = ['.git', '.nx', '.rounds'];

/** A checkout whose `.rounds` is this test's: commands name paths in it. */
const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-docs-'));
  const names = (await readdir(root)).filter((name) => !NOT_LINKED.includes(name));
  await Promise.all(names.map((name) => symlink(join(root, name), join(folder, name))));
  return folder;
};

it('names every command that is not tried here', () => {
  const notHere = [...blocks.values()].flat().filter(({ mark }) => mark === 'not-here');
  expect(notHere.map(({ at, text }) => `${at.replace(/:\d+$/, '')}: ${text.split('\n')[0] ?? ''}`)).toEqual([
    'README.md: npm run demo   # the main job once: a sample study, a subscription, a week passing, the mail, its link, the files',
  ]);
});

describePasting('pasted into bash, with curl', () => {
  let home: Home | undefined;
  let folder: string;

  beforeAll(async () => {
    folder = await makeFolder();
    await mkdir(join(folder, '.rounds'));
    home = await startHome({ folder: join(folder, '.rounds', 'dev') });
  }, 240_000);

  afterAll(async () => {
    await home?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const paste = (what: Parameters<typeof runBlocks>[0], isSetUp = false): Promise<void> => {
    const env = { ...process.env, ROUNDS_HOME: join(folder, '.rounds') };
    return runBlocks(what, { folder, env, isSetUp });
  };

  it.each(withCommands)(
    '%s works as it stands',
    (page) => paste(blocks.get(page) ?? [], page === SET_UP),
    600_000,
  );

  it('a page with a request that is refused, or one that should be and is not, does not pass', async () => {
    const wrong = '```sh\ncurl -s "$API/api/v1/jobs/none" -H "$AUTH"\n```';
    await expect(paste(blocksOf('wrong.md', wrong))).rejects.toThrow(/wrong\.md:1[^]*NOT_FOUND/);
    const accepted = '```sh refused\ncurl -s "$API/readyz"\n```';
    await expect(paste(blocksOf('wrong.md', accepted))).rejects.toThrow(/must be refused/);
  });
});
