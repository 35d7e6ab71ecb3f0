/** What a role is made of: the sections of the environment that it asks for, and its activities over real adapters. */
import type { Logger } from '@rounds/adapters/logging/logger';
import { connectMongo, type Mongo, type MongoConfig } from '@rounds/adapters/mongo/client';
import { demandEncryption } from '@rounds/adapters/s3/encryption';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { createS3Client, createS3ObjectStore } from '@rounds/adapters/s3/s3-object-store';
import type { S3Config } from '@rounds/adapters/s3/s3-config';
import type { Queue } from '@rounds/contracts/queues';
import type { WorkerOptions } from '@temporalio/worker';
import type { z } from 'zod';
import { parseConfig, type WorkerConfig } from './config.ts';

export interface WiringContext {
  readonly config: WorkerConfig;
  readonly log: Logger;
  /** Called before the worker takes any work. */
  readonly onStart: (check: () => Promise<void>) => void;
  /** Called in the reverse order once the worker has stopped. */
  readonly onClose: (close: () => Promise<void>) => void;
}

export interface Wired {
  readonly activities: object;
  /** What this role's worker needs beside the usual. */
  readonly options?: Partial<WorkerOptions>;
  /** A queue that the process polls beside the role's own. */
  readonly beside?: Omit<Wired, 'beside'> & { readonly queue: Queue };
}

export interface RoleWiring {
  /** Sections beside those of every worker. */
  readonly environment: z.ZodObject;
  readonly wire: (context: WiringContext) => Wired;
}

/** Ties a role's environment to the function that is given it, so that no role sees another's secrets. */
export const role = <E extends z.ZodObject>(
  environment: E,
  wire: (environment: z.infer<E>, context: WiringContext) => Wired,
): RoleWiring => ({ environment, wire: (context) => wire(parseConfig(environment), context) });

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
