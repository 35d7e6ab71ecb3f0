/** The bucket, closed to the public and encrypted at rest where the server can. */
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutBucketEncryptionCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { unencrypted } from './encryption.ts';
import type { StoreConfig } from './s3-object-store.ts';

/** How servers other than AWS say that they have no such setting; some take it for making the bucket again (409). */
const UNSUPPORTED_STATUS = [405, 409, 501];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** @returns whether the server took the setting */
const ifSupported = async (setting: Promise<unknown>): Promise<boolean> => {
  try {
    await setting;
    return true;
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (nameOf(error) === 'MalformedXML' || UNSUPPORTED_STATUS.includes(status ?? 0)) return false;
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

export interface BucketProtections {
  /** Everything that is put into it, as was seen at an object. */
  readonly encrypted: boolean;
  readonly publicAccessBlocked: boolean;
}

/**
 * Idempotent.
 *
 * @returns which protections the server has: an embedded one may have neither
 * @throws RoundsError CONFIGURATION when encryption is asked for and the server does not encrypt
 */
export const ensureBucket = async (client: S3Client, config: StoreConfig): Promise<BucketProtections> => {
  const { ROUNDS_S3_BUCKET: bucket, ROUNDS_S3_ENCRYPTION: asked, ROUNDS_S3_KMS_KEY: kmsKey } = config;
  if (!(await bucketExists(client, bucket))) await client.send(new CreateBucketCommand({ Bucket: bucket }));
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
    encrypted,
    publicAccessBlocked: await ifSupported(
      client.send(new PutPublicAccessBlockCommand({ Bucket: bucket, PublicAccessBlockConfiguration: block })),
    ),
  };
};
