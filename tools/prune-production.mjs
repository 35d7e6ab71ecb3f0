/**
 * Takes out of node_modules what production never opens, after `npm prune --omit=dev`: typefaces beside those of the
 * report, Temporal's core for other machines, builds for browsers, types, sources and notes. For the image alone: what
 * is gone here, tests would miss.
 *
 * node tools/prune-production.mjs [folder]
 */
import { existsSync, readFileSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CORE = '@temporalio/core-bridge/releases';
const CPU = process.arch === 'arm64' ? 'aarch64' : 'x86_64';

/** Of a package what stands beside its program for Node. */
const FOLDERS = [
  // Nest's OpenAPI plugin asks for it, which only a compiler loads.
  'typescript',
  'bintrees/test',
  'exceljs/dist',
  'pdfmake/build',
  'pdfjs-dist/build',
  'pdfjs-dist/legacy/web',
  'pdfjs-dist/web',
  'pdfkit/.yarn',
  '@temporalio/core-bridge/sdk-core',
];
const FILES = /\.(?:[cm]?js\.map|[cm]?ts|md|rs)$/;
/** Links to the projects of this repository. */
const OURS = /^@rounds\//;
const LICENCE = /(?:^|\/)(?:licen[cs]e|copying|notice)[^/]*$/i;

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
      .filter((path) => /\.(?:ttf|png)$/.test(path) && !fonts.has(path)),
    ...folder(CORE).filter((path) => !path.endsWith(`${CPU}-unknown-linux-gnu`)),
    ...FOLDERS,
    ...folder('', true).filter((path) => FILES.test(path) && !LICENCE.test(path) && !OURS.test(path)),
  ];
}

/** With the folders that are empty then. @param {string} path */
function remove(path) {
  rmSync(path, { recursive: true, force: true });
  for (let folder = dirname(path); isEmpty(folder); folder = dirname(folder)) rmdirSync(folder);
}

/** @param {string} folder */
function isEmpty(folder) {
  return existsSync(folder) && readdirSync(folder).length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
  for (const path of unopened(root)) remove(join(root, 'node_modules', path));
}
