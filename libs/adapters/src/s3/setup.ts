/** The bucket, closed to the public and encrypted at rest where the server can. */
import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketEncryptionCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

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

/** Idempotent. @returns which protections the server took: an embedded one may have neither. */
export const ensureBucket = async (
  client: S3Client,
  bucket: string,
): Promise<{ readonly encrypted: boolean; readonly publicAccessBlocked: boolean }> => {
  if (!(await bucketExists(client, bucket))) await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const encryption = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }] };
  const block = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  };
  return {
    encrypted: await ifSupported(
      client.send(
        new PutBucketEncryptionCommand({ Bucket: bucket, ServerSideEncryptionConfiguration: encryption }),
      ),
    ),
    publicAccessBlocked: await ifSupported(
      client.send(new PutPublicAccessBlockCommand({ Bucket: bucket, PublicAccessBlockConfiguration: block })),
    ),
  };
};
