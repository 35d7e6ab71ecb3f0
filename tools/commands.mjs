import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installIfStale } from './install.mjs';
import { QUIET } from './quiet.mjs';
import { readJson } from './servers/files.mjs';
import { isAlive } from './servers/lock.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const PARENT_CHECK_MS = 1_000;

/**
 * @typedef {object} Command
 * @property {boolean} [unbuilt] it needs no build
 * @property {(args: string[]) => Promise<number>} run gives the exit code
 */

/** @type {Record<string, Command>} */
const COMMANDS = {
  demo: { run: async (args) => (await (await import('./demo.mjs')).demo(args), 0) },
  dev: { run: async (args) => (await (await import('./dev.mjs')).dev(args), 0) },
  test: { run: test },
  rounds: { run: rounds },
  bench: { run: bench },
  check: { unbuilt: true, run: (args) => node(['tools/check.mjs', ...args]) },
  approve: { unbuilt: true, run: approve },
  pictures: { run: pictures },
  'any-node': { unbuilt: true, run: async (args) => (await import('./any-node.mjs')).anyNode(args, test) },
  'any-day': { run: async (args) => (await import('./any-day.mjs')).anyDay(args, test) },
};

/**
 * @param {string[]} argv command and its arguments
 * @returns {Promise<number>} exit code
 */
export async function runCommand([name = '', ...args]) {
  const command = COMMANDS[name];
  if (!command) {
    say(`There is no command ${name || '(none)'}. There are: ${Object.keys(COMMANDS).join(', ')}.`);
    return 2;
  }
  // Where there is no `ps` a killed npm goes unnoticed, and nothing else is lost.
  stopWithNpm().catch(() => undefined);
  try {
    await installIfStale(root, say);
    if (!command.unbuilt) await (await import('./build-if-stale.mjs')).buildIfStale(root, say);
    return await command.run(args);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    if (process.env.DEBUG && error instanceof Error) say(error.stack ?? '');
    return 1;
  }
}

/**
 * @param {string[]} args of jest
 * @param {string} [program] the Node that runs it
 */
function test(args, program) {
  const options = [
    process.env.NODE_OPTIONS,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ];
  const NODE_OPTIONS = options.filter(Boolean).join(' ');
  return node(['node_modules/jest/bin/jest.js', ...args], { NODE_OPTIONS }, root, program);
}

/**
 * `smoke`: each benchmark once, tiny, as a test of it.
 *
 * @param {string[]} args
 */
function bench([name, ...args]) {
  if (name !== 'smoke') return node(['dist/bench/main.js', ...(name === undefined ? [] : [name]), ...args]);
  process.env.ROUNDS_BENCH_SMOKE = '1';
  return test(args);
}

/**
 * Keeps the pages that are drawn now as the approved ones. Look at them before they are committed.
 *
 * @param {string[]} args of jest
 */
function approve(args) {
  process.env.ROUNDS_APPROVE = '1';
  return test(['--selectProjects', 'small', '--testPathPatterns', 'activities/render/test/pages', ...args]);
}

/** Makes the approved pictures of the web app's screens anew, of today's data. Look at them before they are committed. */
function pictures() {
  process.env.ROUNDS_APPROVE = '1';
  return test(['--selectProjects', 'e2e', '--testPathPatterns', 'web.e2e', '-t', 'its screens']);
}

/**
 * The command line, with the environment of what is running here. A variable that is set already wins.
 *
 * @param {string[]} args
 */
async function rounds(args) {
  const base = process.env.ROUNDS_HOME ?? join(root, '.rounds');
  const homes = ['dev', 'demo'].map((name) => join(base, name));
  const home = homes.find((each) => existsSync(join(each, 'services.json')));
  /** @type {Record<string, string>} */
  const saved = home ? await readJson(join(home, 'env.json'), {}) : {};
  return node(['dist/cli/main.js', ...args], { ...QUIET, ...saved, ...process.env }, process.cwd());
}

/**
 * @param {string[]} args the program, from the repository's root, and its arguments
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [cwd]
 * @param {string} [execPath]
 * @returns {Promise<number>} exit code
 */
function node([program = '', ...args], env = {}, cwd = root, execPath = process.execPath) {
  const child = spawn(execPath, [join(root, program), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both: the child decides what it means, and we wait to report how it ended.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** `npm run` that is killed outright cannot tell us: we look whether it is still there, and end too. */
async function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const npm = await findNpm();
  const timer = setInterval(() => {
    if (isAlive(npm)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS).unref();
}

/** @returns {Promise<number>} npm's process id; npm may have started us through a shell */
async function findNpm() {
  const { stdout } = await run('ps', ['-o', 'ppid=,comm=', '-p', String(process.ppid)]);
  const [parent, command = ''] = stdout.trim().split(/\s+/);
  return command.endsWith('sh') ? Number(parent) : process.ppid;
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}
