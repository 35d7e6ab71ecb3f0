/** The bucket, closed to the public and encrypted at rest where the server can. */
import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

const EXISTS = ['BucketAlreadyOwnedByYou', 'BucketAlreadyExists'];
/** How servers other than AWS say that they have no such setting. */
const UNSUPPORTED = [
  'MalformedXML',
  'NotImplemented',
  'MethodNotAllowed',
  'InvalidRequest',
  'OperationAborted',
];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** @returns whether the server took the setting */
const ifSupported = async (setting: Promise<unknown>): Promise<boolean> => {
  try {
    await setting;
    return true;
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (UNSUPPORTED.includes(nameOf(error)) || status === 501 || status === 405) return false;
    throw error;
  }
};

/** Idempotent. @returns which protections the server took: an embedded one may have neither. */
export const ensureBucket = async (
  client: S3Client,
  bucket: string,
): Promise<{ readonly encrypted: boolean; readonly publicAccessBlocked: boolean }> => {
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  } catch (error) {
    if (!EXISTS.includes(nameOf(error))) throw error;
  }
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
