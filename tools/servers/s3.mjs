import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BINARIES } from './binaries.mjs';
import { pick } from './files.mjs';
import { buildMinio } from './minio.mjs';
import { resolveBinary } from './resolve-binary.mjs';

const REGION = 'us-east-1';
const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/**
 * An S3 server that checks signatures: rclone, or MinIO (users, encryption at rest, lifecycle, conditional puts)
 * where ROUNDS_S3=minio asks for it.
 *
 * @param {import('./index.mjs').Context} context
 * @returns {Promise<Record<string, string>>} environment
 */
export async function startS3(context) {
  const { env, ports, secrets, supervisor } = context;
  const region = env.AWS_REGION ?? REGION;
  if (env.AWS_ENDPOINT_URL_S3) {
    supervisor.addConfigured('s3', env.AWS_ENDPOINT_URL_S3);
    return { ...pick(env, ['AWS_ENDPOINT_URL_S3', ...CREDENTIALS]), AWS_REGION: region };
  }
  const kind = env.ROUNDS_S3 ?? 'rclone';
  const start = { rclone: rcloneSpec, minio: minioSpec }[kind];
  if (!start) throw new Error(`ROUNDS_S3 is ${kind}; it can be rclone or minio.`);
  const address = `127.0.0.1:${await ports.take('s3')}`;
  await supervisor.add({ name: 's3', server: true, ...(await start(context, address)) });
  return {
    AWS_ENDPOINT_URL_S3: `http://${address}`,
    AWS_ACCESS_KEY_ID: secrets.s3AccessKeyId,
    AWS_SECRET_ACCESS_KEY: secrets.s3SecretAccessKey,
    AWS_REGION: region,
    // rclone knows one key pair.
    ...(kind === 'minio' ? { ROUNDS_S3_USERS: kind } : {}),
  };
}

/** @typedef {Omit<import('./service.mjs').ServiceSpec, 'name'>} Spec */

/**
 * @param {import('./index.mjs').Context} context
 * @param {string} address
 * @returns {Promise<Spec>}
 */
async function rcloneSpec({ home, env, say, secrets }, address) {
  const data = join(home, 's3');
  await mkdir(data, { recursive: true });
  const url = `http://${address}`;
  return {
    command: await resolveBinary(BINARIES.rclone, { say, env }),
    args: ['serve', 's3', data, '--addr', address, '--config', join(home, 'rclone.conf'), '--no-cleanup'],
    // By the environment, as arguments can be read by every user of the machine. Quoted: it is a list of pairs.
    env: { RCLONE_AUTH_KEY: `"${secrets.s3AccessKeyId},${secrets.s3SecretAccessKey}"` },
    url,
    health: () => refusesStrangers(url),
  };
}

/**
 * @param {import('./index.mjs').Context} context
 * @param {string} address
 * @returns {Promise<Spec>}
 */
async function minioSpec({ home, env, say, secrets }, address) {
  const data = join(home, 's3-minio');
  await mkdir(data, { recursive: true });
  return {
    command: await buildMinio({ say, env }),
    args: ['server', data, '--address', address, '--quiet'],
    env: {
      MINIO_ROOT_USER: secrets.s3AccessKeyId,
      MINIO_ROOT_PASSWORD: secrets.s3SecretAccessKey,
      MINIO_KMS_SECRET_KEY: `rounds:${secrets.s3EncryptionKey}`,
      MINIO_BROWSER: 'off',
      MINIO_UPDATE: 'off',
    },
    url: `http://${address}`,
    health: () => isOk(`http://${address}/minio/health/ready`),
  };
}

/**
 * Being up is not enough: a server whose key did not arrive would serve anyone.
 *
 * @param {string} url
 */
async function refusesStrangers(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  if (response.ok) throw new Error('The S3 server takes requests without a signature.');
  return response.status < 500;
}

/** @param {string} url */
async function isOk(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.ok;
}
