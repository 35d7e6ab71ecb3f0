/** The bucket, closed to the public and encrypted at rest where the server can, and lockable where that is asked for. */
import { RoundsError } from '@rounds/contracts/errors';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetBucketLifecycleConfigurationCommand,
  GetObjectLockConfigurationCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { z } from 'zod';
import type { lockEnvironment } from '../config/environment.ts';
import { faultOf } from '../temporal/fault-of.ts';
import { unencrypted } from './encryption.ts';
import type { StoreConfig } from './s3-config.ts';

/** How servers other than AWS say that they have no such setting; some take it for making the bucket again (409). */
const UNSUPPORTED_STATUS = [405, 409, 501];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

/** @returns whether the server took the setting */
const ifSupported = async (setting: Promise<unknown>): Promise<boolean> => {
  try {
    await setting;
    return true;
  } catch (error) {
    if (nameOf(error) === 'MalformedXML' || UNSUPPORTED_STATUS.includes(statusOf(error) ?? 0)) return false;
    throw error;
  }
};

/** Asked for first: servers disagree on how they refuse to make a bucket twice. */
const bucketExists = async (client: S3Client, bucket: string): Promise<boolean> => {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    if (nameOf(error) === 'NotFound') return false;
    throw error;
  }
};

/** The server may take the setting and do nothing: what is put without a word must come back encrypted. */
const encryptsByItself = async (client: S3Client, bucket: string, algorithm: string): Promise<boolean> => {
  const probe = { Bucket: bucket, Key: 'setup/encryption-probe' };
  await client.send(new PutObjectCommand({ ...probe, Body: 'probe' }));
  const { ServerSideEncryption } = await client.send(new HeadObjectCommand(probe));
  await client.send(new DeleteObjectCommand(probe));
  return ServerSideEncryption === algorithm;
};

const unlockable = (cause?: unknown): RoundsError =>
  new RoundsError(
    'CONFIGURATION',
    'ROUNDS_S3_LOCK_DAYS asks for object lock, and this bucket has none and cannot get it. Some stores lock only buckets that were made for it: name a new one in ROUNDS_S3_BUCKET, or leave the setting out.',
    { cause },
  );

/** Versions that nothing names any more go after a day: those that are locked stay as long as they are. */
const FORGET_VERSIONS = {
  Rules: [
    {
      ID: 'rounds-old-versions',
      Status: 'Enabled' as const,
      Filter: { Prefix: '' },
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      Expiration: { ExpiredObjectDeleteMarker: true },
    },
  ],
};

/** An operator's own rules stay as they are. */
const hasLifecycle = async (client: S3Client, bucket: string): Promise<boolean> => {
  try {
    await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    if (nameOf(error) === 'NoSuchLifecycleConfiguration') return false;
    throw error;
  }
};

/** @throws RoundsError CONFIGURATION when the store has no object lock */
const ensureLock = async (client: S3Client, bucket: string): Promise<void> => {
  const enabled = { Status: 'Enabled' as const };
  try {
    await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: enabled }));
    // Without a rule for everything: cuts and datasets are not kept for so long.
    const lock = { ObjectLockEnabled: 'Enabled' as const };
    await client.send(
      new PutObjectLockConfigurationCommand({ Bucket: bucket, ObjectLockConfiguration: lock }),
    );
    const { ObjectLockConfiguration: held } = await client.send(
      new GetObjectLockConfigurationCommand({ Bucket: bucket }),
    );
    if (held?.ObjectLockEnabled !== 'Enabled') throw unlockable();
  } catch (error) {
    if (faultOf(error, 'object lock').code === 'DEPENDENCY_DOWN' && statusOf(error) !== 501) throw error;
    throw error instanceof RoundsError ? error : unlockable(error);
  }
  if (!(await hasLifecycle(client, bucket)))
    await client.send(
      new PutBucketLifecycleConfigurationCommand({ Bucket: bucket, LifecycleConfiguration: FORGET_VERSIONS }),
    );
};

export interface BucketProtections {
  /** Everything that is put into it, as was seen at an object. */
  readonly encrypted: boolean;
  readonly publicAccessBlocked: boolean;
  /** Versions are kept and can be locked; only where that was asked for. */
  readonly lockable: boolean;
}

/**
 * Idempotent.
 *
 * @returns which protections the server has: an embedded one may have neither
 * @throws RoundsError CONFIGURATION when encryption or object lock is asked for and the server has none
 */
export const ensureBucket = async (
  client: S3Client,
  config: StoreConfig & Partial<z.infer<typeof lockEnvironment>>,
): Promise<BucketProtections> => {
  const { ROUNDS_S3_BUCKET: bucket, ROUNDS_S3_ENCRYPTION: asked, ROUNDS_S3_KMS_KEY: kmsKey } = config;
  const lockable = config.ROUNDS_S3_LOCK_DAYS !== undefined;
  if (!(await bucketExists(client, bucket)))
    await client.send(
      new CreateBucketCommand({ Bucket: bucket, ...(lockable && { ObjectLockEnabledForBucket: true }) }),
    );
  if (lockable) await ensureLock(client, bucket);
  const algorithm = asked ?? 'AES256';
  const byDefault = { SSEAlgorithm: algorithm, ...(kmsKey && { KMSMasterKeyID: kmsKey }) };
  const rules = { Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }] };
  const block = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  };
  const encrypted =
    (await ifSupported(
      client.send(
        new PutBucketEncryptionCommand({ Bucket: bucket, ServerSideEncryptionConfiguration: rules }),
      ),
    )) && (await encryptsByItself(client, bucket, algorithm));
  if (asked !== undefined && !encrypted) throw unencrypted(asked);
  return {
    lockable,
    encrypted,
    publicAccessBlocked: await ifSupported(
      client.send(new PutPublicAccessBlockCommand({ Bucket: bucket, PublicAccessBlockConfiguration: block })),
    ),
  };
};
