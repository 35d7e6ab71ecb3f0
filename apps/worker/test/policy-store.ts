/** A store that holds each request against its user's policy: Moto, or the MinIO of `ROUNDS_S3=minio`. */
import { awsUsers } from '@rounds/adapters/s3/aws-users';
import { minioUsers } from '@rounds/adapters/s3/minio-users';
import { createS3Client } from '@rounds/adapters/s3/s3-object-store';
import type { S3Config } from '@rounds/adapters/s3/s3-config';
import { s3SecretOf, type UserStore } from '@rounds/adapters/s3/users';
import { serverSetting, testS3Config, uniqueName } from '@rounds/adapters/testing/servers';
import type { S3Client } from '@aws-sdk/client-s3';
import { startMoto } from '../../../tools/servers/moto.mjs';

const ROLE_SECRET = 'the secret of a test, long enough to be one';

export interface PolicyStore {
  readonly name: 'aws' | 'minio';
  readonly url: string;
  /** The administrator's, of a bucket of the test's own. */
  readonly config: S3Config;
  readonly client: S3Client;
  readonly users: UserStore;
  /** Whether policies count; MinIO's always do. */
  readonly enforce: (isOn: boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const minio = (bucket: string): PolicyStore => {
  const [config, url] = [testS3Config(bucket), serverSetting('AWS_ENDPOINT_URL_S3')];
  const client = createS3Client(config);
  const secretOf = (name: string) => s3SecretOf(name, ROLE_SECRET);
  const users = minioUsers(client, { endpoint: url, region: config.AWS_REGION, secretOf });
  const nothing = () => Promise.resolve();
  return { name: 'minio', url, config, client, users, enforce: nothing, stop: nothing };
};

const moto = async (bucket: string): Promise<PolicyStore> => {
  const { url, ...process } = await startMoto({
    say: (line) => globalThis.process.stderr.write(`${line}\n`),
  });
  const config = {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'administrator',
    AWS_SECRET_ACCESS_KEY: 'of the store, before policies count',
    AWS_ENDPOINT_URL_S3: url,
    ROUNDS_S3_BUCKET: bucket,
  };
  const client = createS3Client(config);
  return { name: 'aws', url, config, client, users: awsUsers(client, url), ...process };
};

/** @throws where there is neither: Moto needs Python and its packages */
export const startPolicyStore = async (): Promise<PolicyStore> => {
  const bucket = uniqueName('walls');
  return process.env.ROUNDS_S3 === 'minio' ? minio(bucket) : moto(bucket);
};

/** The SDK looks at the environment of the process, and first for keys in it. */
export const withEnvironment = async <T>(
  environment: Readonly<Record<string, string | undefined>>,
  work: () => Promise<T>,
): Promise<T> => {
  const held = { ...process.env };
  for (const [name, value] of Object.entries(environment))
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  try {
    return await work();
  } finally {
    process.env = held;
  }
};
