/**
 * `npm run generate`: what the catalogues of words declare, the registries of report types and the tables of their
 * figures, the OpenAPI document of the API as it is in the sources, and the types of its client; all are committed.
 * With `--check` nothing is written: exits 1 when what is committed is stale. `--copy <folder>`: of a copy of the
 * report types alone, without the API.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapiTypes, { astToString } from 'openapi-typescript';
import { format as oxfmt } from 'oxfmt';
import { buildProgram } from './build.mjs';
import { QUIET } from './quiet.mjs';
import { generateFigureTables, generateRegistries } from './report-types.mjs';
import { generateWords } from './words.mjs';

const run = promisify(execFile);
const isCheck = process.argv.includes('--check');
const copy = process.argv.indexOf('--copy') + 1;
const root = copy > 0 ? (process.argv[copy] ?? '') : fileURLToPath(new URL('..', import.meta.url));
const PRINTER = 'apps/api/src/openapi/print-document.ts';
const DOCUMENT = 'libs/client/openapi.json';
const TYPES = 'libs/client/src/generated/api.ts';
const HEAD = '/** Generated from openapi.json by `npm run generate`: do not edit. */\n';

/** Asks the API's own code, without any server. It is built beside the others, since it imports their packages. */
async function printDocument() {
  await mkdir(join(root, 'dist'), { recursive: true });
  const folder = await mkdtemp(join(root, 'dist', 'generate-'));
  try {
    await buildProgram(PRINTER, join(folder, 'print.js'));
    const env = { ...QUIET, PATH: process.env.PATH, TZ: 'UTC' };
    const { stdout } = await run(process.execPath, [join(folder, 'print.js')], {
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @type {{ printWidth: number, singleQuote: boolean }} */
const { printWidth, singleQuote } = JSON.parse(
  readFileSync(new URL('../.oxfmtrc.json', import.meta.url), 'utf8'),
);

/** @param {string} text @param {string} file */
const format = async (text, file) => (await oxfmt(file, text, { printWidth, singleQuote })).code;

/** @returns {Promise<Record<string, string>>} text by file */
async function generateClient() {
  const document = await printDocument();
  const types = astToString(await openapiTypes(document));
  return {
    [DOCUMENT]: await format(JSON.stringify(document), DOCUMENT),
    [TYPES]: await format(HEAD + types, TYPES),
  };
}

/** @param {string} file */
const committed = (file) => readFile(join(root, file), 'utf8').catch(() => '');

/** @param {Record<string, string>} texts by file @returns {Promise<Record<string, string>>} */
const formatted = async (texts) =>
  Object.fromEntries(
    await Promise.all(Object.entries(texts).map(async ([file, text]) => [file, await format(text, file)])),
  );

/** @param {Record<string, string>} texts by file @returns {Promise<string[]>} the stale ones */
async function settle(texts) {
  const stale = [];
  for (const [file, text] of Object.entries(texts)) {
    if ((await committed(file)) === text) continue;
    stale.push(file);
    if (!isCheck) await writeFile(join(root, file), text);
  }
  return stale;
}

// The API's code speaks by the words, and figures are called by them: they come first.
const stale = [
  ...(await settle(await formatted({ ...(await generateWords(root)), ...(await generateRegistries(root)) }))),
  ...(await settle(await formatted(await generateFigureTables(root)))),
  ...(copy > 0 ? [] : await settle(await generateClient())),
];
for (const file of stale) console.log(isCheck ? `${file} is stale: npm run generate` : `wrote ${file}`);
process.exitCode = isCheck && stale.length > 0 ? 1 : 0;
