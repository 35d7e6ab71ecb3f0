/** `npm run test:any-node`: the tests without servers on every Node that Rounds runs on, each fetched from npm. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The oldest that is taken, and each line that is maintained for long (nodejs.org/en/about/previous-releases). */
const VERSIONS = ['20.19', '22', '24'];

/**
 * @param {string[]} args versions (none: all), then after `--` what jest is given
 * @param {(args: string[], program: string) => Promise<number>} test runs jest by that Node
 * @returns {Promise<number>} exit code
 */
export async function anyNode(args, test) {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const versions = end === 0 ? VERSIONS : args.slice(0, end);
  const jestArgs = end < args.length ? args.slice(end + 1) : ['--selectProjects', 'small'];
  const failed = [];
  for (const version of versions) {
    const [program, exact] = await nodeOf(version);
    console.log(`Node ${exact}`);
    if ((await test(jestArgs, program)) !== 0) failed.push(version);
  }
  console.log(
    failed.length === 0 ? `passed on Node ${versions.join(', ')}` : `FAILED on Node ${failed.join(', ')}`,
  );
  return failed.length === 0 ? 0 : 1;
}

/** @param {string} version @returns {Promise<[program: string, exact: string]>} */
async function nodeOf(version) {
  const asked = ['exec', '--yes', `--package=node@${version}`, '--', 'node'];
  const { stdout } = await run('npm', [...asked, '-p', '`${process.execPath}\\n${process.version}`']);
  const [program = '', exact = ''] = stdout.trim().split('\n');
  return [program, exact];
}
