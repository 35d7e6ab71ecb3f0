/**
 * `npm run check`: everything that can be known without running the product. Each check names itself; all run,
 * so that one look shows every fault. Exits 1 when any failed. With `--release` it refuses what only development may
 * lack: words of a language.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} command @param {string[]} args */
const run = (command, ...args) => {
  const { status } = spawnSync(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
  });
  return status === 0;
};

/**
 * Two physical copies of the Temporal SDK crash the worker, and an older protobufjs at the top breaks replay of
 * saved histories: both come back silently with an npm update.
 */
function oneCopyOfTemporal() {
  const nested = readdirSync(join(root, 'node_modules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '.cache')
    .map((entry) => join(entry.name, 'node_modules/@temporalio'))
    .filter((path) => existsSync(join(root, 'node_modules', path)));
  for (const path of nested) console.error(`A second copy of the Temporal SDK: node_modules/${path}`);
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/protobufjs/package.json'), 'utf8'));
  if (version !== '8.8.1')
    console.error(`protobufjs is ${version}, the Temporal SDK needs 8.8.1 at the top level`);
  return nested.length === 0 && version === '8.8.1';
}

/** @param {string[]} args */
const runNode = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;

const isRelease = process.argv.includes('--release');

/** @type {Record<string, () => boolean>} */
const CHECKS = {
  format: () => run('oxfmt', '--check'),
  // One reading of the types serves both; who may import whom is one of the rules (tools/lint/house.mjs).
  'types and lint': () => run('oxlint', '--deny-warnings'),
  'unused code': () => run('knip', '--no-config-hints'),
  'one Temporal SDK': oneCopyOfTemporal,
  'OpenAPI rules': () => runNode('tools/lint-openapi.mjs'),
  'generated client': () => runNode('tools/generate.mjs', '--check'),
  translations: () => runNode('tools/words.mjs', ...(isRelease ? ['--release'] : [])),
};

/** @param {string[]} only names of checks; none: all */
export function check(only = []) {
  const failed = [];
  for (const [name, body] of Object.entries(CHECKS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const started = Date.now();
    const passed = body();
    console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (!passed) failed.push(name);
  }
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = check(process.argv.slice(2).filter((name) => name !== '--release')).length === 0 ? 0 : 1;
}
