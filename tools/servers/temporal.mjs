import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BINARIES } from './binaries.mjs';
import { pick } from './files.mjs';
import { resolveBinary } from './resolve-binary.mjs';

const run = promisify(execFile);
const NAMESPACE = 'rounds';
/** Finished runs stay in the Web UI for a month; the server's own default is a day. */
const RETENTION = '720h';
const SEARCH_ATTRIBUTES = ['StudyId', 'ReportType', 'RunStatus', 'SubscriptionId', 'RequestedBy', 'Period'];

/**
 * As temporal-config/dynamic-config.yaml sets them for production: studies take turns, and a queue of one
 * partition keeps to the order of its tasks, where several of them are polled at random.
 */
const IN_ORDER = {
  'matching.enableFairness': true,
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
};
const SKIPPING = { 'frontend.WorkflowTimeSkippingEnabled': true };

/**
 * Temporal's own development server with its Web UI, its state in an SQLite file.
 *
 * @param {import('./index.mjs').Context} context
 * @returns {Promise<Record<string, string>>} environment
 */
export async function startTemporal({ home, env, ports, say, supervisor, codecEndpoint, virtualTime }) {
  const namespace = env.TEMPORAL_NAMESPACE ?? NAMESPACE;
  if (env.TEMPORAL_ADDRESS) {
    supervisor.addConfigured('temporal', env.ROUNDS_TEMPORAL_UI_URL ?? env.TEMPORAL_ADDRESS);
    return { ...pick(env, ['TEMPORAL_ADDRESS', 'ROUNDS_TEMPORAL_UI_URL']), TEMPORAL_NAMESPACE: namespace };
  }
  const [program, port, uiPort, httpPort, metricsPort] = await Promise.all([
    resolveBinary(BINARIES.temporal, { say, env }),
    ...['temporal', 'temporal-ui', 'temporal-http', 'temporal-metrics'].map((name) => ports.take(name)),
    mkdir(join(home, 'temporal'), { recursive: true }),
  ]);
  const address = `127.0.0.1:${port}`;
  const ui = `http://127.0.0.1:${uiPort}`;
  const listen = { port, 'ui-port': uiPort, 'http-port': httpPort, 'metrics-port': metricsPort };
  await supervisor.add({
    name: 'temporal',
    server: true,
    command: program,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--ui-disable-news-fetch', '--log-level', 'warn'],
      ...Object.entries(listen).map(([flag, value]) => `--${flag}=${value}`),
      `--db-filename=${join(home, 'temporal', 'temporal.db')}`,
      // Four times the workflow starts a second; a power failure may lose the last moment, kill -9 does not.
      ...['--sqlite-pragma=journal_mode=WAL', '--sqlite-pragma=synchronous=NORMAL'],
      `--namespace=${namespace}`,
      ...SEARCH_ATTRIBUTES.map((name) => `--search-attribute=${name}=Keyword`),
      ...(codecEndpoint ? [`--ui-codec-endpoint=${codecEndpoint}`] : []),
      ...Object.entries({ ...IN_ORDER, ...(virtualTime ? SKIPPING : {}) }).map(
        ([name, value]) => `--dynamic-config-value=${name}=${value}`,
      ),
    ],
    url: ui,
    health: () => isServing(program, address, namespace),
  });
  return { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, ROUNDS_TEMPORAL_UI_URL: ui };
}

/**
 * The frontend is up when it can change the namespace: this sets the retention and asks for health in one.
 *
 * @param {string} program
 * @param {string} address
 * @param {string} namespace
 */
async function isServing(program, address, namespace) {
  const where = ['--address', address, '--namespace', namespace, '--command-timeout', '5s'];
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')),
  );
  // Without the user's own TEMPORAL_*: a cloud key there would make the command line speak TLS to this server.
  await run(program, ['operator', 'namespace', 'update', '--retention', RETENTION, ...where], { env });
  return true;
}

/**
 * The server that skips time belongs to one test file each: the SDK starts it, this only finds the program.
 *
 * @param {import('./index.mjs').Context} context
 * @returns {Promise<Record<string, string>>} environment
 */
export async function findTestServer({ env, say }) {
  const configured = env.ROUNDS_TEST_SERVER;
  return {
    ROUNDS_TEST_SERVER: configured ?? (await resolveBinary(BINARIES.temporalTestServer, { say, env })),
  };
}
