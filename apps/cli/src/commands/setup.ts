/** `setup`: what must be there before the first process starts. Again: nothing changes. */
import { connectMongo } from '@rounds/adapters/mongo/client';
import { setupMongo } from '@rounds/adapters/mongo/setup';
import { createS3Client } from '@rounds/adapters/s3/s3-object-store';
import { ensureBucket } from '@rounds/adapters/s3/setup';
import { setupTemporal } from '@rounds/adapters/temporal/setup';
import { Command } from 'commander';
import { mongoConfig, s3Config, setupConfig, temporalConfig } from '../config.ts';
import { answer } from '../output.ts';

const prepareMongo = async (roleSecret: string | undefined): Promise<void> => {
  const config = mongoConfig();
  const mongo = connectMongo(config, 'rounds-setup');
  try {
    await setupMongo({ mongo, ...(roleSecret === undefined ? {} : { roleSecret }) });
  } finally {
    await mongo.close();
  }
};

const setup = async () => {
  const { ROUNDS_ROLE_SECRET, ROUNDS_RECONCILE_S } = setupConfig();
  const s3 = s3Config();
  const [bucket] = await Promise.all([
    ensureBucket(createS3Client(s3), s3.ROUNDS_S3_BUCKET),
    prepareMongo(ROUNDS_ROLE_SECRET),
    setupTemporal(temporalConfig(), { reconcileSeconds: ROUNDS_RECONCILE_S }),
  ]);
  return { bucket: { name: s3.ROUNDS_S3_BUCKET, ...bucket } };
};

export const setupCommand = (): Command[] => [
  new Command('setup')
    .description('prepare MongoDB, S3 and Temporal; needs their administrators’ credentials')
    .action(async (_options, command: Command) => {
      answer(command, await setup(), ({ bucket }) => [
        'MongoDB: collections, indexes and users are there',
        `S3: bucket ${bucket.name} is there${bucket.encrypted ? ', encrypted' : '; this server has no encryption at rest'}`,
        'Temporal: namespace, search attributes and schedules are there',
      ]);
    }),
];
