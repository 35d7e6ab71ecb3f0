/**
 * The servers that jest's global set-up started, for medium and end-to-end tests. Each test file takes names
 * of its own (database, bucket), so that files neither wait for nor see each other.
 */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { systemClock, type Clock } from '../clock.ts';
import { connectMongo, type Mongo } from '../mongo/client.ts';
import type { ObjectStore } from '../s3/object-store.ts';
import { createS3Client, createS3ObjectStore } from '../s3/s3-object-store.ts';
import type { S3Config } from '../s3/s3-config.ts';

/** @throws when the variable is missing: the test then runs outside of `npm test`. */
export const serverSetting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run this test by \`npm test\``);
  return value;
};

/** As the real servers have it: `npm run test:any-day` lets only our own programs live on another day. */
export const serverClock: Clock = () =>
  new Date(systemClock().getTime() - Number(process.env.ROUNDS_CLOCK_AHEAD_MS ?? 0));

export const uniqueName = (prefix: string): string => `${prefix}-${randomBytes(5).toString('hex')}`;

/** For `workflowBundle` of a worker. `npm test` builds it: a bundle of each test file's own would take it seconds. */
export const BUILT_WORKFLOWS = {
  codePath: fileURLToPath(new URL('../../../../dist/worker/workflow-bundle.js', import.meta.url)),
};

/** A database of the test's own, dropped by `close`. */
export const testMongo = (prefix = 'test'): Mongo & { readonly name: string } => {
  const name = uniqueName(prefix);
  const mongo = connectMongo({ MONGODB_URI: serverSetting('MONGODB_URI'), MONGODB_DATABASE: name }, 'test');
  const close = async () => {
    await mongo.db.dropDatabase();
    await mongo.close();
  };
  return { ...mongo, name, close };
};

export const testS3Config = (bucket: string): S3Config => ({
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: serverSetting('AWS_ACCESS_KEY_ID'),
  AWS_SECRET_ACCESS_KEY: serverSetting('AWS_SECRET_ACCESS_KEY'),
  AWS_ENDPOINT_URL_S3: serverSetting('AWS_ENDPOINT_URL_S3'),
  ROUNDS_S3_BUCKET: bucket,
});

/** A bucket of the test's own. */
export const testObjectStore = async (
  prefix = 'test',
): Promise<ObjectStore & { readonly bucket: string }> => {
  const bucket = uniqueName(prefix);
  const config = testS3Config(bucket);
  const client = createS3Client(config);
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return { ...createS3ObjectStore(client, config), bucket };
};
