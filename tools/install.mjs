import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './servers/files.mjs';
import { withLock } from './servers/lock.mjs';

const PROGRESS_MS = 10_000;

/**
 * Runs `npm ci` where node_modules is missing or is not what package-lock.json says. Two commands started at
 * once install once.
 *
 * @param {string} root of the repository
 * @param {(line: string) => void} say
 */
export async function installIfStale(root, say) {
  if (await isInstalled(root)) return;
  const onWait = (/** @type {number} */ pid) => {
    say(`Waiting for process ${pid}, which is installing the dependencies.`);
  };
  await withLock(
    join(root, '.rounds', 'install.lock'),
    async () => {
      if (!(await isInstalled(root))) await install(root, say);
    },
    { onWait },
  );
}

/**
 * @typedef {object} LockedPackage an entry of `packages` in a package-lock.json (version 3)
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [link] one of our own workspaces
 * @property {boolean} [optional] or of another platform: may be absent
 */

/**
 * npm notes in node_modules what it has put there. Comparing that note with the lock file is right where
 * comparing the times of the two files is not: a checkout of another branch changes times for nothing.
 *
 * @param {string} root
 */
export async function isInstalled(root) {
  /** @typedef {{ packages: Record<string, LockedPackage> }} LockFile */
  const nothing = /** @type {LockFile} */ ({ packages: {} });
  const [wanted, present] = await Promise.all([
    readJson(join(root, 'package-lock.json'), nothing),
    readJson(join(root, 'node_modules', '.package-lock.json'), nothing),
  ]);
  return Object.entries(wanted.packages).every(([path, want]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const have = present.packages[path];
    if (want.link || !have) return (want.optional ?? false) || existsSync(join(root, path));
    return have.version === want.version && have.integrity === want.integrity;
  });
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 */
function install(root, say) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  say('Installing the dependencies (npm ci): about a minute the first time.');
  const timer = setInterval(() => {
    say(`  still installing, ${seconds()} s`);
  }, PROGRESS_MS);
  const { npm_execpath: npm } = process.env;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  return new Promise((resolve, reject) => {
    const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    // Its output goes to standard error: a command's own output must stay usable by other programs.
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) {
        reject(new Error(`npm ci failed (exit code ${code}); what it said is above.`));
        return;
      }
      say(`Installed in ${seconds()} s.`);
      resolve();
    });
  });
}
