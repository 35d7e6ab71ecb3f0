/**
 * Takes out of node_modules what production never opens, after `npm prune --omit=dev`: typefaces beside those of the
 * report, Temporal's core for other machines, source maps. For the image alone: what is gone here, tests would miss.
 *
 * node tools/prune-production.mjs [folder]
 */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CORE = '@temporalio/core-bridge/releases';
const CPU = process.arch === 'arm64' ? 'aarch64' : 'x86_64';

/** @param {string} root */
const openedFonts = (root) => {
  const source = readFileSync(join(root, 'activities/render/src/text/fonts.ts'), 'utf8');
  return new Set([...source.matchAll(/require\.resolve\(\s*'([^']+\.ttf)'/g)].map(([, path]) => path));
};

/** @param {string} root @returns {string[]} paths within node_modules */
export function unopened(root) {
  const fonts = openedFonts(root);
  const packages = new Set(
    [...fonts].map((path = '') => path.slice(0, path.lastIndexOf('/', path.lastIndexOf('/') - 1))),
  );
  const modules = join(root, 'node_modules');
  const folder = (/** @type {string} */ path, recursive = false) =>
    readdirSync(join(modules, path), { recursive, encoding: 'utf8' }).map((name) => join(path, name));
  return [
    ...[...packages]
      .flatMap((name) => folder(name, true))
      .filter((path) => path.endsWith('.ttf') && !fonts.has(path)),
    ...folder(CORE).filter((path) => !path.endsWith(`${CPU}-unknown-linux-gnu`)),
    ...folder('', true).filter((path) => /\.[cm]?js\.map$/.test(path)),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
  for (const path of unopened(root)) rmSync(join(root, 'node_modules', path), { recursive: true });
}
