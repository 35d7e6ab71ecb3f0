import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheFolder, emptyFolder, findInCache, keepInCache } from './resolve-binary.mjs';

/** The last MinIO before its source stopped moving; AGPL: a separate, unmodified process for development only. */
const VERSION = 'v0.0.0-20260212201848-7aac2a2c5b7c';
const MODULE = `github.com/minio/minio@${VERSION}`;
const MINIO = { name: 'minio', version: VERSION };
const PROGRESS_MS = 15_000;

/**
 * @param {{ say: (line: string) => void, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} path of the program, built from source the first time
 */
export async function buildMinio({ say, env }) {
  const lock = join(cacheFolder(env), 'minio.lock');
  return withLock(lock, async () => (await findInCache(MINIO, env)) ?? (await build(say, env)), {
    onWait: () => {
      say('minio: another process is building it');
    },
  });
}

/**
 * @param {(line: string) => void} say
 * @param {NodeJS.ProcessEnv} env
 */
async function build(say, env) {
  const folder = await emptyFolder(MINIO.name, env);
  say(`minio: building ${MODULE} with Go, about two minutes the first time`);
  try {
    await goInstall(folder, say, env);
    return await keepInCache(join(folder, 'minio'), { ...MINIO, source: MODULE }, env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder for the program
 * @param {(line: string) => void} say
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
function goInstall(folder, say, env) {
  const advice =
    'ROUNDS_S3=minio builds MinIO with Go: install Go (go.dev/dl), or leave ROUNDS_S3 out to use rclone.';
  const startedAt = Date.now();
  const timer = setInterval(() => {
    say(`minio: building, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, PROGRESS_MS);
  return new Promise((resolve, reject) => {
    const go = spawn('go', ['install', MODULE], {
      env: { ...env, GOBIN: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    go.stderr.on('data', (chunk) => (errors = (errors + String(chunk)).slice(-2_000)));
    go.on('error', () => {
      clearInterval(timer);
      reject(new Error(`There is no Go. ${advice}`));
    });
    go.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve();
      else reject(new Error(`Building MinIO failed:\n${errors.trim()}\n${advice}`));
    });
  });
}
