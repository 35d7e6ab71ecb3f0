import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from './files.mjs';

/**
 * @typedef {object} Secrets made once per home, kept in `secrets.json` (owner only)
 * @property {string} mongoRootPassword
 * @property {string} mongoKeyFile what the members of a replica set show each other
 * @property {string} s3AccessKeyId
 * @property {string} s3SecretAccessKey
 * @property {string} s3EncryptionKey 32 bytes in base64, for MinIO's encryption at rest
 * @property {string} resendApiKey
 * @property {string} resendWebhookSecret `whsec_` and 24 bytes in base64
 * @property {string} codecKey 32 bytes in base64, for the payloads of Temporal
 * @property {string} secretKey 32 bytes in base64, for the signing secrets in MongoDB
 * @property {string} linkSecret
 */

/** @returns {Secrets} */
function makeSecrets() {
  return {
    mongoRootPassword: randomBytes(24).toString('hex'),
    mongoKeyFile: randomBytes(128).toString('base64'),
    s3AccessKeyId: `rounds${randomBytes(7).toString('hex')}`,
    s3SecretAccessKey: randomBytes(20).toString('hex'),
    s3EncryptionKey: randomBytes(32).toString('base64'),
    resendApiKey: `re_${randomBytes(16).toString('hex')}`,
    resendWebhookSecret: `whsec_${randomBytes(24).toString('base64')}`,
    codecKey: randomBytes(32).toString('base64'),
    secretKey: randomBytes(32).toString('base64'),
    linkSecret: randomBytes(32).toString('base64'),
  };
}

/**
 * @param {string} home
 * @returns {Promise<Secrets>}
 */
export async function loadSecrets(home) {
  const file = join(home, 'secrets.json');
  /** @type {Partial<Secrets>} */
  const kept = await readJson(file, {});
  const secrets = { ...makeSecrets(), ...kept };
  if (Object.keys(kept).length !== Object.keys(secrets).length) await writeJson(file, secrets, 0o600);
  return secrets;
}
