/**
 * Moto, which plays AWS's S3 and IAM and holds each request against its signature and the policies of its user. It
 * keeps everything in memory: for tests of who may do what, not for data. Apache-2.0, a process of its own.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { installWheels } from './download.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, emptyFolder } from './resolve-binary.mjs';

const run = promisify(execFile);
const VERSION = '5.2.5';
const PACKAGES = [`moto==${VERSION}`, 'flask==3.1.3', 'flask-cors==6.0.5'];
const MEGABYTES = 45;
/**
 * It ends with who started it: then its standard input does. Moto reads no condition of a policy but `StringEquals`,
 * and lets pass what it does not read: that a role lists its own prefixes alone is added here, and
 * the names of actions that it does not know.
 */
const START = `
import os, sys, threading
from fnmatch import fnmatchcase
from urllib.parse import parse_qs, urlsplit
from moto.iam import access_control as iam, policy_conditions
from moto.s3.responses import ACTION_MAP
from moto.server import main

threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
policy_conditions.CONDITION_OPERATIONS['StringLike'] = lambda patterns, value: any(
    fnmatchcase(value, pattern) for pattern in patterns)

def check(self, resource):
    values = {'s3:prefix': parse_qs(urlsplit(self._path).query).get('prefix', [''])[0]}
    found = [iam.IAMPolicy(policy).is_action_permitted(self._action, resource, None, values)
             for policy in self._access_key.collect_policies()]
    if iam.PermissionResult.PERMITTED not in found or iam.PermissionResult.DENIED in found:
        self._raise_access_denied()

ACTION_MAP['BUCKET']['GET']['encryption'] = 'GetEncryptionConfiguration'
ACTION_MAP['KEY']['PUT']['retention'] = 'PutObjectRetention'
iam.S3IAMRequest.check_action_permitted = check
main(['--host', '127.0.0.1', '--port', '0'])
`;
const PYTHON_VERSION = 'import sys; print("%d.%d" % sys.version_info[:2])';

/**
 * @typedef {object} Moto
 * @property {string} url of S3 and IAM
 * @property {(isOn: boolean) => Promise<void>} enforce whether policies count; until it is called everybody may do everything
 * @property {() => Promise<void>} stop
 */

/**
 * @param {(line: string) => void} say
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} a folder for PYTHONPATH; what is compiled in it is of one Python
 */
async function resolveMoto(say, env) {
  const { stdout } = await run('python3', ['-c', PYTHON_VERSION]);
  const home = join(cacheFolder(env), 'moto', `${VERSION}-python${stdout.trim()}`);
  const isThere = () => stat(home).catch(() => undefined);
  if (await isThere()) return home;
  const onWait = () => {
    say('moto: another process is fetching it');
  };
  return withLock(
    join(cacheFolder(env), 'moto.lock'),
    async () => {
      if (await isThere()) return home;
      say(`moto ${VERSION}: fetching about ${MEGABYTES} MB, Python packages`);
      const folder = await emptyFolder('moto', env);
      try {
        await installWheels(PACKAGES, join(folder, 'packages'), folder);
        await mkdir(dirname(home), { recursive: true });
        // All at once: no other process ever sees half of it.
        await rename(join(folder, 'packages'), home);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
      return home;
    },
    { onWait },
  );
}

/**
 * @param {object} [options]
 * @param {(line: string) => void} [options.say]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<Moto>}
 * @throws {Error} that says why there is none: no Python, no packages
 */
export async function startMoto({ say = () => undefined, env = process.env } = {}) {
  const home = await resolveMoto(say, env);
  const child = spawn('python3', ['-c', START], {
    env: { ...env, PYTHONPATH: home },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const url = await addressOf(child);
  return {
    url,
    enforce: async (isOn) => {
      const response = await fetch(`${url}/moto-api/reset-auth`, {
        method: 'POST',
        body: isOn ? '0' : 'inf',
      });
      if (!response.ok) throw new Error(`moto does not enforce policies: HTTP ${response.status}`);
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<import('node:stream').Writable, null, import('node:stream').Readable>} child
 * @returns {Promise<string>}
 */
async function addressOf(child) {
  const lines = [];
  for await (const line of createInterface({ input: child.stderr })) {
    const url = /Running on (http:\S+)/.exec(line)?.[1];
    // What it goes on to say of each request must not fill the pipe.
    if (url) {
      child.stderr.resume();
      return url;
    }
    lines.push(line);
  }
  throw new Error(`moto does not start: ${lines.slice(-3).join(' ')}`);
}
