/** Encryption at rest that was asked for is there, or a process says that it is not and does not start. */
import { RoundsError } from '@rounds/contracts/errors';
import { GetBucketEncryptionCommand, type S3Client } from '@aws-sdk/client-s3';
import { faultOf } from '../temporal/fault-of.ts';
import type { StoreConfig } from './s3-config.ts';

export const unencrypted = (asked: string): RoundsError =>
  new RoundsError(
    'CONFIGURATION',
    `ROUNDS_S3_ENCRYPTION asks for ${asked}, and this store does not encrypt so what it is given. Leave the setting out only where the disks below are encrypted.`,
  );

/**
 * Asked at the start of each process that holds objects. A store that is away starts nobody's alarm: each object that
 * is put is answered with how it was encrypted.
 *
 * @throws RoundsError CONFIGURATION when the bucket does not encrypt as was asked for
 */
export const demandEncryption = async (client: S3Client, config: StoreConfig): Promise<void> => {
  const { ROUNDS_S3_BUCKET: bucket, ROUNDS_S3_ENCRYPTION: asked } = config;
  if (asked === undefined) return;
  try {
    const { ServerSideEncryptionConfiguration: found } = await client.send(
      new GetBucketEncryptionCommand({ Bucket: bucket }),
    );
    const algorithms = (found?.Rules ?? []).map(
      (rule) => rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
    );
    if (!algorithms.includes(asked)) throw unencrypted(asked);
  } catch (error) {
    const fault = faultOf(error, 'the look at the bucket');
    if (fault.code === 'CONFIGURATION') throw fault;
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status === 403)
      throw new RoundsError(
        'CONFIGURATION',
        'ROUNDS_S3_ENCRYPTION is set, and these credentials may not see how the bucket encrypts (s3:GetEncryptionConfiguration).',
        { cause: error },
      );
    // 501: the store knows no such setting.
    if (fault.code === 'DEPENDENCY_DOWN' && status !== 501) return;
    throw unencrypted(asked);
  }
};
