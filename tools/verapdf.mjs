/**
 * `node tools/verapdf.mjs FILE…`: whether each PDF is PDF/A-3b, as veraPDF says. Exit code 0 where all of them
 * are, 1 where one is not, 2 without a file. Java and veraPDF are fetched the first time (verapdf/programs.mjs).
 */
import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { resolveJava, resolveVeraPdf } from './verapdf/programs.mjs';

const run = promisify(execFile);
const MAIN_CLASS = 'org.verapdf.apps.GreenfieldCliWrapper';
const MOST_OUTPUT = 256 * 1024 * 1024;

/**
 * @typedef {object} Verdict
 * @property {string} file
 * @property {boolean} compliant
 * @property {string[]} failures clause of ISO 19005-3, what it asks, and where it is broken; a reason when unreadable
 */

/**
 * One call of Java for all of them, because its start takes longer than most files.
 *
 * @param {readonly string[]} files
 * @param {object} [options]
 * @param {(line: string) => void} [options.say]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<Verdict[]>} in the order of the files
 * @throws {Error} when veraPDF cannot be had or does not run
 */
export async function checkPdfA(files, { say = () => undefined, env = process.env } = {}) {
  const [java, jar] = await Promise.all([resolveJava(say, env), resolveVeraPdf(say, env)]);
  const paths = files.map((file) => resolve(file));
  const args = ['-Xmx768m', '-cp', jar, MAIN_CLASS, '--flavour', '3b', '--format', 'json', ...paths];
  // It also ends with an error of its own where a file does not comply or cannot be read: the report says so.
  const { stdout, stderr, message } = await run(java, args, { maxBuffer: MOST_OUTPUT }).catch(
    (error) => error,
  );
  if (!stdout) throw new Error(`veraPDF does not run: ${stderr || message}`);
  const { jobs } = JSON.parse(stdout).report;
  return paths.map((path) => verdictOf(path, jobs));
}

/**
 * @param {string} path
 * @param {any[]} jobs of its report
 * @returns {Verdict}
 */
function verdictOf(path, jobs) {
  const job = jobs.find(({ itemDetails }) => itemDetails.name === path);
  const [result] = [job?.validationResult].flat();
  if (!result) {
    const reason =
      job?.taskException?.exceptionMessage ?? job?.taskResult?.exceptionMessage ?? 'it could not be read';
    return { file: path, compliant: false, failures: [reason] };
  }
  const failures = result.details.ruleSummaries.map(
    (/** @type {any} */ rule) =>
      `${rule.clause}-${rule.testNumber}: ${rule.description} (${rule.checks?.[0]?.context ?? 'no place named'})`,
  );
  return { file: path, compliant: result.compliant, failures };
}

/** @param {readonly string[]} files */
async function main(files) {
  if (files.length === 0) {
    console.error('Usage: node tools/verapdf.mjs FILE…');
    return 2;
  }
  const verdicts = await checkPdfA(files, {
    say: (line) => {
      console.error(line);
    },
  });
  for (const { file, compliant, failures } of verdicts)
    console.log(
      [`${compliant ? 'PDF/A-3b' : 'NOT PDF/A-3b'}  ${file}`, ...failures.map((each) => `  ${each}`)].join(
        '\n',
      ),
    );
  return verdicts.every(({ compliant }) => compliant) ? 0 : 1;
}

// By its real path: a checkout may be linked.
if (import.meta.url === pathToFileURL(realpathSync(process.argv[1] ?? '.')).href)
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    return 1;
  });
