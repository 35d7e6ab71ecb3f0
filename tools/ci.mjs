/**
 * Runs `npm test` and `npm run check` as a newcomer would, says what was skipped and why, and prints
 * `N passed, N failed` last. A run that was cut short or counted nothing is a failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, '.rounds/ci/jest.json');

/** @param {string[]} args */
const npm = (...args) => {
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
  return status === 0;
};

function runTests() {
  mkdirSync(join(root, '.rounds/ci'), { recursive: true });
  rmSync(results, { force: true });
  const clean = npm('test', '--', '--ci', '--json', `--outputFile=${results}`);
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(results, 'utf8'));
  const skipped = report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults.filter((/** @type {any} */ test) => test.status === 'pending'),
  );
  for (const test of skipped) console.log(`skipped: ${test.fullName}`);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // A non-zero end without a failed test is a failure of its own: a leak, a server that did not start.
  return { passed: report.numPassedTests, failed: clean ? failed : Math.max(failed, 1) };
}

const tests = runTests();
const checksPass = npm('run', 'check');
const passed = tests.passed + (checksPass ? 1 : 0);
const failed = tests.failed + (checksPass ? 0 : 1) + (tests.passed === 0 ? 1 : 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
