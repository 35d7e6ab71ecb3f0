import { join, resolve } from 'node:path';
import { privateFolder, writeJson } from './files.mjs';
import { startInbox } from './inbox.mjs';
import { startMongodb } from './mongodb.mjs';
import { portsOf } from './ports.mjs';
import { startS3 } from './s3.mjs';
import { loadSecrets } from './secrets.mjs';
import { Supervisor } from './supervise.mjs';
import { findTestServer, startTemporal } from './temporal.mjs';

const SERVERS = {
  temporal: startTemporal,
  'test-server': findTestServer,
  mongodb: startMongodb,
  s3: startS3,
  inbox: startInbox,
};

/**
 * @typedef {keyof typeof SERVERS} ServerName
 *
 * @typedef {object} StartOptions
 * @property {string} home the folder that holds ports, secrets, logs and data; the same again continues with them
 * @property {ServerName[]} [only] default: all
 * @property {string} [codecEndpoint] URL at which Temporal's Web UI finds the API's codec
 * @property {string} [webhookUrl] where the mail endpoint posts its signed events
 * @property {boolean} [virtualTime] let Temporal skip time for executions that ask for it
 * @property {boolean} [temporary] remove the home when everything has stopped, even after kill -9
 * @property {string[]} [servicesFiles] default `<home>/services.json`
 * @property {NodeJS.ProcessEnv} [env] where configured addresses are looked up; default the process's own
 * @property {(line: string) => void} [onLine]
 *
 * @typedef {object} Context what each server's start gets
 * @property {string} home
 * @property {NodeJS.ProcessEnv} env
 * @property {ReturnType<typeof portsOf>} ports
 * @property {import('./secrets.mjs').Secrets} secrets
 * @property {Supervisor} supervisor
 * @property {(line: string) => void} say
 * @property {string | undefined} codecEndpoint
 * @property {string | undefined} webhookUrl
 * @property {boolean} virtualTime
 *
 * @typedef {object} Servers
 * @property {Record<string, string>} env what the applications need to reach them, secrets included
 * @property {Supervisor} supervisor add the applications to it, then `publish()`
 * @property {import('./supervise.mjs').ServiceEntry[]} services
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the embedded servers of a home, each unless its address is configured, and waits until all are
 * healthy. They stop with this process. The environment is also kept in `<home>/env.json` (owner only), for
 * commands in another terminal.
 *
 * @param {StartOptions} options
 * @returns {Promise<Servers>}
 */
export async function startServers(options) {
  const home = resolve(options.home);
  const { only, codecEndpoint, webhookUrl, virtualTime = false, env = process.env } = options;
  const say = options.onLine ?? (() => undefined);
  const names = only ?? serverNames();
  for (const name of names) {
    if (!(name in SERVERS))
      throw new Error(`There is no server ${name}; there are ${serverNames().join(', ')}.`);
  }
  await privateFolder(home);
  const supervisor = await Supervisor.open({ ...options, home, onLine: say });
  const secrets = await loadSecrets(home);
  /** @type {Context} */
  const context = {
    ...{ home, env, secrets, supervisor, say, codecEndpoint, webhookUrl, virtualTime },
    ports: portsOf(home),
  };
  try {
    const parts = await Promise.all(names.map((name) => SERVERS[name](context)));
    const reach = Object.assign(applicationSecrets(secrets, env), ...parts);
    await writeJson(join(home, 'env.json'), reach, 0o600);
    return { env: reach, supervisor, services: supervisor.services, stop: () => supervisor.stop() };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

function serverNames() {
  return /** @type {ServerName[]} */ (Object.keys(SERVERS));
}

/**
 * @param {import('./secrets.mjs').Secrets} secrets
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function applicationSecrets(secrets, env) {
  return {
    ROUNDS_CODEC_KEYS: env.ROUNDS_CODEC_KEYS ?? `k1:${secrets.codecKey}`,
    ROUNDS_SECRET_KEYS: env.ROUNDS_SECRET_KEYS ?? `k1:${secrets.secretKey}`,
    ROUNDS_LINK_SECRET: env.ROUNDS_LINK_SECRET ?? secrets.linkSecret,
  };
}
