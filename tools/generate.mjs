/**
 * `npm run generate`: the OpenAPI document of the API as it is in the sources, and the types of its client, both
 * committed under libs/client. With `--check` nothing is written: exits 1 when what is committed is stale.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapiTypes, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { buildProgram } from './build.mjs';
import { QUIET } from './quiet.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
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

/** @param {string} text @param {string} file */
const format = async (text, file) =>
  prettier.format(text, { ...(await prettier.resolveConfig(join(root, file))), filepath: file });

/** @returns {Promise<Record<string, string>>} text by file */
async function generate() {
  const document = await printDocument();
  const types = astToString(await openapiTypes(document));
  return {
    [DOCUMENT]: await format(JSON.stringify(document), DOCUMENT),
    [TYPES]: await format(HEAD + types, TYPES),
  };
}

/** @param {string} file */
const committed = (file) => readFile(join(root, file), 'utf8').catch(() => '');

const files = Object.entries(await generate());
if (process.argv.includes('--check')) {
  const stale = [];
  for (const [file, text] of files) if ((await committed(file)) !== text) stale.push(file);
  for (const file of stale) console.error(`${file} is stale: npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of files) await writeFile(join(root, file), text);
  console.log(`wrote ${files.map(([file]) => file).join(' and ')}`);
}
