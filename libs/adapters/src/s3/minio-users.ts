/**
 * Users by MinIO's administrators' interface. A user's name is its access key; the secret is ours to choose and is
 * derived as the passwords in MongoDB are, so that setting up again changes nothing.
 */
import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { RoundsError } from '@rounds/contracts/errors';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Policy } from './roles.ts';
import { sendSigned } from './signed-request.ts';
import type { UserStore } from './users.ts';

const PBKDF2_AES_GCM = 2;
const ITERATIONS = 8192;

const seal = (key: Buffer, nonce: Buffer, index: number, plain: Buffer, associated: Buffer): Buffer => {
  const counter = Buffer.alloc(4);
  counter.writeUInt32LE(index);
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.concat([nonce, counter])).setAAD(associated);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/**
 * MinIO takes secrets encrypted with the administrator's own: salt (32 bytes), kind of encryption (1), nonce (8), then
 * one last segment of its stream format, whose associated data begins with 0x80 and the tag of an empty segment.
 *
 * @param plain 16 KB at most
 */
const encrypted = (password: string, plain: string): Buffer => {
  const [salt, nonce] = [randomBytes(32), randomBytes(8)];
  const key = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const associated = Buffer.concat([Buffer.of(0x80), seal(key, nonce, 0, Buffer.alloc(0), Buffer.alloc(0))]);
  return Buffer.concat([
    salt,
    Buffer.of(PBKDF2_AES_GCM),
    nonce,
    seal(key, nonce, 1, Buffer.from(plain), associated),
  ]);
};

export interface MinioOptions {
  readonly endpoint: string;
  readonly region: string;
  /** Of a user, by its name. */
  readonly secretOf: (name: string) => string;
}

export const minioUsers = (client: S3Client, { endpoint, region, secretOf }: MinioOptions): UserStore => {
  const ask = async (
    path: string,
    query: Readonly<Record<string, string>>,
    body: string | Buffer,
  ): Promise<void> => {
    const url = new URL(`/minio/admin/v3/${path}?${new URLSearchParams(query).toString()}`, endpoint);
    const contentType = 'application/octet-stream';
    const { status, text } = await sendSigned(client, {
      url,
      method: 'PUT',
      service: 's3',
      region,
      body,
      contentType,
    });
    if (status === 200) return;
    const code = /"Code":"([^"]*)"/.exec(text)?.[1] ?? 'no code';
    throw new RoundsError('DEPENDENCY_DOWN', `MinIO refuses ${path}: HTTP ${String(status)}, ${code}.`);
  };
  return {
    ensureUser: async (name: string, policy: Policy) => {
      const { secretAccessKey } = await client.config.credentials();
      const user = JSON.stringify({ secretKey: secretOf(name), status: 'enabled' });
      await ask('add-canned-policy', { name }, JSON.stringify(policy));
      await ask('add-user', { accessKey: name }, encrypted(secretAccessKey, user));
      await ask('set-user-or-group-policy', { policyName: name, userOrGroup: name, isGroup: 'false' }, '');
    },
    keysOf: (name: string) => Promise.resolve({ accessKeyId: name, secretAccessKey: secretOf(name) }),
  };
};
