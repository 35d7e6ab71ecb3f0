/**
 * What follows from the folders of report types and from their declared figures: the registries, since the API, the
 * aggregate stage and the render stage each load a part of a type alone, and the tables of figures in docs.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildProgram } from './build.mjs';
import { QUIET } from './quiet.mjs';

const run = promisify(execFile);
const SOURCES = 'libs/report-types/src';
const HEAD = '/** Generated from report-types.json by `npm run generate`: do not edit. */\n';

/** `study-weekly` → `studyWeekly` @param {string} id */
const nameOf = (id) => id.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());

/** @param {string} root @returns {Promise<string[]>} */
const readIds = async (root) => JSON.parse(await readFile(join(root, SOURCES, 'report-types.json'), 'utf8'));

/**
 * @param {string[]} ids
 * @param {string} what what each folder's module exports, after its name
 * @param {(id: string) => string} fileOf
 */
const parts = (ids, what, fileOf) => ({
  imports: ids.map((id) => `import { ${nameOf(id)}${what} } from './${id}/${fileOf(id)}.ts';`).join('\n'),
  entries: ids.map((id) => `'${id}': ${nameOf(id)}${what},`).join('\n'),
});

/** @param {string[]} ids */
const typeRegistry = (ids) => {
  const { imports, entries } = parts(ids, '', (id) => id);
  return `${HEAD}import type { ReportType } from './report-type.ts';\n${imports}
/** Pulls in nothing but schemas. */
export const REPORT_TYPES = {${entries}} as const satisfies Readonly<Record<string, ReportType>>;\n`;
};

/** @param {string[]} ids */
const aggregatorRegistry = (ids) => {
  const { imports, entries } = parts(ids, 'Aggregator', () => 'aggregator');
  return `${HEAD}import type { Aggregator } from './aggregator.ts';\nimport type { ReportTypeId } from './catalogue.ts';\n${imports}
export const AGGREGATORS: Readonly<Record<ReportTypeId, Aggregator>> = {${entries}};\n`;
};

/** @param {string[]} ids */
const modelRegistry = (ids) => {
  const { imports, entries } = parts(ids, 'Model', () => 'page/model');
  return `${HEAD}import type { ReportTypeId } from './catalogue.ts';\nimport type { ModelBuilder } from './model/report-model.ts';\n${imports}
export const MODELS: Readonly<Record<ReportTypeId, ModelBuilder>> = {${entries}};\n`;
};

/** @param {string} root @returns {Promise<Record<string, string>>} source text by file, not yet formatted */
export async function generateRegistries(root) {
  const ids = await readIds(root);
  return {
    [`${SOURCES}/types.generated.ts`]: typeRegistry(ids),
    [`${SOURCES}/aggregators.ts`]: aggregatorRegistry(ids),
    [`${SOURCES}/models.ts`]: modelRegistry(ids),
  };
}

/** @typedef {{ path: string, label: string, meaning: string, needs: string[] }} Row */

/** Asks the declarations themselves. @param {string} root @returns {Promise<Record<string, Row[]>>} by report type */
async function printFigures(root) {
  await mkdir(join(root, 'dist'), { recursive: true });
  const folder = await mkdtemp(join(root, 'dist', 'figures-'));
  try {
    const program = join(folder, 'print.js');
    await buildProgram(join(root, SOURCES, 'figures/print-figures.ts'), program);
    const { stdout } = await run(process.execPath, [program], { env: { ...QUIET, TZ: 'UTC' } });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {Row} row */
const line = ({ path, label, meaning, needs }) =>
  `| \`${path}\` | ${label} | ${meaning} | ${needs.map((name) => `\`${name}\``).join(', ')} |`;

/** @param {Row[]} rows */
const table = (rows) =>
  ['| figure | called | meaning | needs |', '| --- | --- | --- | --- |', ...rows.map(line)].join('\n');

const [BEGIN, END] = ['<!-- figures: npm run generate -->', '<!-- end of figures -->'];

/** @param {string} text @param {Row[]} rows @param {string} file */
const withTable = (text, rows, file) => {
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${file} has no place for its figures: ${BEGIN} ${END}`);
  return `${text.slice(0, before)}${BEGIN}\n\n${table(rows)}\n\n${text.slice(after)}`;
};

/** @param {string} root @returns {Promise<Record<string, string>>} text by file, not yet formatted */
export async function generateFigureTables(root) {
  const figures = await printFigures(root);
  const files = Object.entries(figures).map(async ([id, rows]) => {
    const file = `docs/${id}.md`;
    return [file, withTable(await readFile(join(root, file), 'utf8'), rows, file)];
  });
  return Object.fromEntries(await Promise.all(files));
}
