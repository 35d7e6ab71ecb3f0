/**
 * The whole of Rounds on this machine, for `dev` and `demo`: the embedded servers, then `rounds setup`, then
 * the API and one worker process a role, each with no more of the environment than it needs.
 */
import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { QUIET } from './quiet.mjs';
import { startServers } from './servers/index.mjs';
import { writeJson } from './servers/files.mjs';
import { portsOf } from './servers/ports.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const program = (/** @type {string} */ name) => join(root, 'dist', name, 'main.js');

const TEMPORAL = ['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'ROUNDS_CODEC_KEYS'];
const S3 = ['AWS_ENDPOINT_URL_S3', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION'];
const LINKS = ['ROUNDS_LINK_SECRET', 'ROUNDS_PUBLIC_URL'];
/** Receivers on this machine may be called too: the embedded run is not reachable from outside. */
const WEBHOOKS = ['ROUNDS_SECRET_KEYS', 'ROUNDS_WEBHOOK_ALLOW_PRIVATE', 'ROUNDS_WEBHOOK_ALLOW_HTTP'];
const MAIL = ['RESEND_API_KEY', 'RESEND_BASE_URL'];

/**
 * What each process is given beside its own users of MongoDB and S3. `mongo: false`: it touches no database.
 *
 * @type {Record<string, { needs: string[], mongo: boolean }>}
 */
const PROCESSES = {
  workflows: { needs: TEMPORAL, mongo: false },
  fetch: { needs: [...TEMPORAL, ...S3], mongo: true },
  aggregate: { needs: [...TEMPORAL, ...S3], mongo: false },
  render: { needs: [...TEMPORAL, ...S3], mongo: true },
  notify: { needs: [...TEMPORAL, ...S3, ...LINKS, ...MAIL, ...WEBHOOKS], mongo: true },
  housekeeping: { needs: [...TEMPORAL, ...S3], mongo: true },
  api: {
    needs: [
      ...TEMPORAL,
      ...S3,
      ...LINKS,
      ...WEBHOOKS,
      'ROUNDS_TEMPORAL_UI_URL',
      'ROUNDS_CORS_ORIGINS',
      'ROUNDS_ISSUER_KEY_FILE',
      'RESEND_WEBHOOK_SECRET',
    ],
    mongo: true,
  },
};

/** A MongoDB user of its own for each process; `rounds setup` derives the same password. */
const roleUri = (/** @type {string} */ rootUri, /** @type {string} */ role, /** @type {string} */ secret) => {
  const uri = new URL(rootUri);
  uri.username = `rounds-${role}`;
  uri.password = createHmac('sha256', secret).update(role).digest('hex');
  return uri.href;
};

/**
 * The same in S3, where the server knows users.
 *
 * @param {Record<string, string>} env everything
 * @param {string} role
 * @returns {Record<string, string>}
 */
const roleKeys = ({ ROUNDS_S3_USERS, ROUNDS_S3_BUCKET = 'rounds', ROUNDS_ROLE_SECRET = '' }, role) => {
  if (ROUNDS_S3_USERS !== 'minio') return {};
  const user = `${ROUNDS_S3_BUCKET}-${role}`;
  const secret = createHmac('sha256', ROUNDS_ROLE_SECRET).update(`s3 ${user}`).digest('hex').slice(0, 40);
  return { AWS_ACCESS_KEY_ID: user, AWS_SECRET_ACCESS_KEY: secret };
};

/**
 * @param {Record<string, string>} env everything
 * @param {string} name
 * @returns {Record<string, string>}
 */
function environmentOf(env, name) {
  const { needs, mongo } = PROCESSES[name] ?? { needs: [], mongo: false };
  const picked = Object.fromEntries(
    needs.flatMap((key) => (env[key] === undefined ? [] : [[key, env[key]]])),
  );
  const database = mongo
    ? { MONGODB_URI: roleUri(env.MONGODB_URI ?? '', name, env.ROUNDS_ROLE_SECRET ?? '') }
    : {};
  const keys = needs.includes('AWS_ACCESS_KEY_ID') ? roleKeys(env, name) : {};
  const usual = { ...QUIET, NODE_ENV: 'production', TZ: 'UTC', ROUNDS_ENV: 'development' };
  return { ...usual, ...picked, ...database, ...keys };
}

/**
 * @typedef {object} Options
 * @property {string} home
 * @property {boolean} [virtualTime]
 * @property {string[]} [servicesFiles]
 * @property {NodeJS.ProcessEnv} [env] of the servers, as in their StartOptions
 * @property {Record<string, string[]>} [nodeOptions] of Node for a process, by its name in services.json
 * @property {string} [webOrigin] of pages of the web app that the API does not serve itself, and which may ask it
 * @property {(line: string) => void} onLine
 *
 * @typedef {object} Rounds
 * @property {Record<string, string>} env for the command line
 * @property {(...args: string[]) => Promise<any>} cli runs a verb with `--json` and gives its answer
 * @property {{ api: string, inbox: string, temporal: string }} urls
 * @property {(spec: import('./servers/supervise.mjs').ServiceSpec) => Promise<void>} add one more process, looked after as the others are
 * @property {() => Promise<void>} stop
 */

/**
 * @param {Options} options
 * @returns {Promise<Rounds>}
 */
export async function startRounds({ home, onLine, webOrigin, nodeOptions = {}, ...options }) {
  const ports = portsOf(home);
  const port = process.env.ROUNDS_PORT ?? String(await ports.take('api'));
  const api = `http://127.0.0.1:${port}`;
  const servers = await startServers({
    ...options,
    home,
    onLine,
    codecEndpoint: `${api}/codec`,
    webhookUrl: `${api}/api/v1/hooks/resend`,
  });
  try {
    /** @type {Record<string, string>} */
    const env = {
      ...servers.env,
      ROUNDS_API_URL: api,
      ...(webOrigin !== undefined && { ROUNDS_CORS_ORIGINS: webOrigin }),
      ROUNDS_WEBHOOK_ALLOW_PRIVATE: process.env.ROUNDS_WEBHOOK_ALLOW_PRIVATE ?? 'true',
      ROUNDS_WEBHOOK_ALLOW_HTTP: process.env.ROUNDS_WEBHOOK_ALLOW_HTTP ?? 'true',
      ROUNDS_PUBLIC_URL: process.env.ROUNDS_PUBLIC_URL ?? api,
      ROUNDS_ISSUER_KEY_FILE: join(home, 'issuer.jwk.json'),
      ROUNDS_ROLE_SECRET: createHmac('sha256', servers.env.ROUNDS_LINK_SECRET ?? '')
        .update('roles')
        .digest('hex'),
    };
    await writeJson(join(home, 'env.json'), env, 0o600);
    const cli = commandLine(env);
    await cli('setup');
    onLine('setup        collections, users, bucket and search attributes are there');
    await startProcesses(servers.supervisor, env, ports, api, nodeOptions);
    await servers.supervisor.publish();
    const urls = { api, inbox: env.ROUNDS_INBOX_URL ?? '', temporal: env.ROUNDS_TEMPORAL_UI_URL ?? '' };
    const add = (/** @type {import('./servers/supervise.mjs').ServiceSpec} */ spec) =>
      servers.supervisor.add(spec);
    return { env, cli, urls, add, stop: servers.stop };
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

/** What a verb said when it failed: its error with the fields that are wrong, or what broke it. @param {string} output */
function wordsOf(output) {
  try {
    /** @type {{ error: { message: string, fields?: { field: string, rule: string }[] } }} */
    const { error } = JSON.parse(output);
    const faults = (error.fields ?? []).map(({ field, rule }) => `${field}: ${rule}`);
    return [error.message, ...faults.filter((fault) => !error.message.includes(fault))].join('\n');
  } catch {
    return output;
  }
}

/** The command line's exit code of an import that left something out, and says what. */
const DONE_WITH_FAULTS = 9;

/** @param {Record<string, string>} env */
function commandLine(env) {
  return async (/** @type {string[]} */ ...args) => {
    const options = { env: { ...process.env, ...QUIET, ...env }, maxBuffer: 64 * 1024 * 1024 };
    try {
      const { stdout } = await run(process.execPath, [program('cli'), ...args, '--json'], options);
      return JSON.parse(stdout);
    } catch (error) {
      const { code, stdout } = /** @type {{ code?: number, stdout?: string }} */ (error);
      if (code === DONE_WITH_FAULTS && stdout) return JSON.parse(stdout);
      const output = /** @type {{ stderr?: string }} */ (error).stderr?.trim();
      throw new Error(`rounds ${args[0]}: ${output ? wordsOf(output) : error}`, { cause: error });
    }
  };
}

/**
 * @param {import('./servers/supervise.mjs').Supervisor} supervisor
 * @param {Record<string, string>} env
 * @param {ReturnType<typeof portsOf>} ports
 * @param {string} api
 * @param {NonNullable<Options['nodeOptions']>} nodeOptions
 */
async function startProcesses(supervisor, env, ports, api, nodeOptions) {
  const [, port] = /:(\d+)$/.exec(api) ?? [];
  const add = async (/** @type {string} */ role) => {
    const name = `worker-${role}`;
    const health = await ports.take(name);
    await supervisor.add({
      name,
      command: process.execPath,
      args: [...(nodeOptions[name] ?? []), program('worker'), '--role', role],
      env: { ...environmentOf(env, role), ROUNDS_WORKER_PORT: String(health) },
      health: `http://127.0.0.1:${health}/healthz`,
    });
  };
  await Promise.all([
    supervisor.add({
      name: 'api',
      command: process.execPath,
      args: [...(nodeOptions.api ?? []), program('api')],
      env: { ...environmentOf(env, 'api'), ROUNDS_PORT: port ?? '', ROUNDS_AUTH: 'embedded' },
      url: api,
      health: `${api}/healthz`,
    }),
    ...Object.keys(PROCESSES)
      .filter((name) => name !== 'api')
      .map(add),
  ]);
}
