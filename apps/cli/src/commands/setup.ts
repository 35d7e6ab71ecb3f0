/** `setup`: what must be there before the first process starts. Again: nothing changes. */
import { connectMongo } from '@rounds/adapters/mongo/client';
import { MONGO_ROLES, roleMongoUri, type MongoRole } from '@rounds/adapters/mongo/roles';
import { setupMongo } from '@rounds/adapters/mongo/setup';
import { awsUsers } from '@rounds/adapters/s3/aws-users';
import { minioUsers } from '@rounds/adapters/s3/minio-users';
import { S3_ROLE_NAMES, s3Policy, type Policy } from '@rounds/adapters/s3/roles';
import { createS3Client } from '@rounds/adapters/s3/s3-object-store';
import { ensureBucket, type BucketProtections } from '@rounds/adapters/s3/setup';
import { ensureS3Users, s3SecretOf, s3UserName, type UserStore } from '@rounds/adapters/s3/users';
import { setupTemporal } from '@rounds/adapters/temporal/setup';
import { RoundsError } from '@rounds/contracts/errors';
import { asTold } from '@rounds/contracts/rules';
import { Command } from 'commander';
import { mongoConfig, s3Config, setupConfig, temporalConfig } from '../config.ts';
import { answer } from '../output.ts';
import { writeCredentials, type Credentials } from '../process-credentials.ts';

type S3Settings = ReturnType<typeof s3Config>;
type SetupSettings = ReturnType<typeof setupConfig>;

const prepareMongo = async (
  config: ReturnType<typeof mongoConfig>,
  { ROUNDS_ROLE_SECRET: roleSecret, ROUNDS_MONGODB_EXTERNAL_USER: externalUser }: SetupSettings,
): Promise<{ users: string[]; credentials: Credentials }> => {
  const mongo = connectMongo(config, 'rounds-setup');
  try {
    const users = await setupMongo({ mongo, roleSecret, externalUser });
    if (roleSecret === undefined) return { users, credentials: {} };
    const { MONGODB_URI, MONGODB_DATABASE } = config;
    const uriOf = (role: MongoRole) => roleMongoUri(MONGODB_URI, MONGODB_DATABASE, role, roleSecret);
    const roles = Object.keys(MONGO_ROLES) as MongoRole[];
    return {
      users,
      credentials: Object.fromEntries(roles.map((role) => [role, { MONGODB_URI: uriOf(role) }])),
    };
  } finally {
    await mongo.close();
  }
};

const scopeOf = ({ ROUNDS_S3_BUCKET, AWS_REGION, ROUNDS_S3_KMS_KEY }: S3Settings) => ({
  bucket: ROUNDS_S3_BUCKET,
  region: AWS_REGION,
  kmsKey: ROUNDS_S3_KMS_KEY,
});

const userStore = (
  client: ReturnType<typeof createS3Client>,
  s3: S3Settings,
  { ROUNDS_S3_USERS, ROUNDS_ROLE_SECRET, AWS_ENDPOINT_URL_IAM }: SetupSettings,
): UserStore | null => {
  if (ROUNDS_S3_USERS === undefined) return null;
  if (ROUNDS_S3_USERS === 'aws') return awsUsers(client, AWS_ENDPOINT_URL_IAM);
  const { AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: region } = s3;
  if (endpoint !== undefined && ROUNDS_ROLE_SECRET !== undefined)
    return minioUsers(client, { endpoint, region, secretOf: (name) => s3SecretOf(name, ROUNDS_ROLE_SECRET) });
  const field = endpoint === undefined ? 'AWS_ENDPOINT_URL_S3' : 'ROUNDS_ROLE_SECRET';
  const rule = 'must be set when ROUNDS_S3_USERS is minio';
  throw new RoundsError(
    'CONFIGURATION',
    `These settings are missing, or not as they must be:\n  ${field}: ${rule}`,
    { fields: [asTold(field, rule)] },
  );
};

/** @param withKeys whether key pairs are asked for: AWS makes one for a user that has none */
const prepareS3 = async (
  s3: S3Settings,
  settings: SetupSettings,
  withKeys: boolean,
): Promise<{ bucket: BucketProtections; users: string[]; credentials: Credentials }> => {
  const client = createS3Client(s3);
  const users = userStore(client, s3, settings);
  const bucket = await ensureBucket(client, { ...s3, ROUNDS_S3_LOCK_DAYS: settings.ROUNDS_S3_LOCK_DAYS });
  if (users === null) return { bucket, users: [], credentials: {} };
  await ensureS3Users(users, scopeOf(s3));
  const credentials: Record<string, Record<string, string>> = {};
  for (const role of withKeys ? S3_ROLE_NAMES : []) {
    const keys = await users.keysOf(s3UserName(s3.ROUNDS_S3_BUCKET, role));
    if (keys !== null)
      credentials[role] = {
        AWS_ACCESS_KEY_ID: keys.accessKeyId,
        AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      };
  }
  return { bucket, users: S3_ROLE_NAMES.map((role) => s3UserName(s3.ROUNDS_S3_BUCKET, role)), credentials };
};

const merged = (...all: readonly Credentials[]): Credentials => {
  const names = new Set(all.flatMap((each) => Object.keys(each)));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      Object.assign({}, ...all.map((each) => each[name])) as Credentials[string],
    ]),
  );
};

const setup = async ({ credentials: folder }: { credentials?: string }) => {
  const settings = setupConfig();
  // Before anything is begun: what is half set up because a setting is missing helps nobody.
  const [s3, database, temporal] = [s3Config(), mongoConfig(), temporalConfig()];
  const [store, mongo, byHand] = await Promise.all([
    prepareS3(s3, settings, folder !== undefined),
    prepareMongo(database, settings),
    setupTemporal(temporal, { reconcileSeconds: settings.ROUNDS_RECONCILE_S }),
  ]);
  const credentials =
    folder === undefined ? [] : await writeCredentials(folder, merged(mongo.credentials, store.credentials));
  return {
    bucket: { name: s3.ROUNDS_S3_BUCKET, ...store.bucket },
    users: { mongodb: mongo.users, s3: store.users },
    byHand,
    credentials,
  };
};

type Setup = Awaited<ReturnType<typeof setup>>;

const lines = ({ bucket, users, byHand, credentials }: Setup): string[] => [
  `MongoDB: collections, indexes${users.mongodb.length > 0 ? ' and a user for each process' : ''} are there`,
  `S3: bucket ${bucket.name} is there${bucket.lockable ? ', with object lock' : ''}${bucket.encrypted ? ', encrypted' : '; this server has no encryption at rest'}`,
  users.s3.length > 0
    ? `S3: ${users.s3.join(', ')} may do what their policies say`
    : 'S3: no users are made (ROUNDS_S3_USERS); `rounds s3-policies` prints the policies',
  'Temporal: namespace, search attributes and schedules are there',
  ...byHand.map((what) => `by hand: ${what}`),
  ...credentials.map((file) => `written: ${file}`),
];

const policies = (): Record<string, Policy> => {
  const scope = scopeOf(s3Config());
  return Object.fromEntries(S3_ROLE_NAMES.map((role) => [role, s3Policy(role, scope)]));
};

export const setupCommand = (): Command[] => [
  new Command('setup')
    .description('prepare MongoDB, S3 and Temporal; needs their administrators’ credentials')
    .option(
      '--credentials <folder>',
      'write what each process signs in with: <folder>/<process>.env, for its owner alone',
    )
    .action(async (options: { credentials?: string }, command: Command) => {
      answer(command, await setup(options), lines);
    }),
  new Command('s3-policies')
    .description('print the policy of each process in S3, in the language of AWS and MinIO')
    .action((_options, command: Command) => {
      answer(command, policies(), (all) => JSON.stringify(all, null, 2));
    }),
];
