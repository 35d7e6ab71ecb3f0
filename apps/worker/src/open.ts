/** The adapters of a role, closed with its process. */
import { connectMongo, type Mongo, type MongoConfig } from '@rounds/adapters/mongo/client';
import { demandEncryption } from '@rounds/adapters/s3/encryption';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { S3Config } from '@rounds/adapters/s3/s3-config';
import { createS3Client, createS3ObjectStore } from '@rounds/adapters/s3/s3-object-store';
import type { WiringContext } from './wiring.ts';

export const openMongo = (config: MongoConfig, name: string, { onClose }: WiringContext): Mongo => {
  const mongo = connectMongo(config, `rounds-${name}`);
  onClose(() => mongo.close());
  return mongo;
};

export const openObjects = (config: S3Config, { onClose, onStart }: WiringContext): ObjectStore => {
  const client = createS3Client(config);
  onClose(() => {
    client.destroy();
    return Promise.resolve();
  });
  onStart(() => demandEncryption(client, config));
  return createS3ObjectStore(client, config);
};
