import { RoundsError } from '@rounds/contracts/errors';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Readable } from 'node:stream';
import { unencrypted } from './encryption.ts';
import type { ObjectStore } from './object-store.ts';
import type { S3Config, StoreConfig } from './s3-config.ts';

const keyPairOf = (config: S3Config) => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (accessKeyId === undefined || secretAccessKey === undefined) return {};
  const { AWS_SESSION_TOKEN: sessionToken } = config;
  return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) } };
};

export const createS3Client = (config: S3Config): S3Client =>
  new S3Client({
    region: config.AWS_REGION,
    ...keyPairOf(config),
    ...(config.AWS_ENDPOINT_URL_S3 === undefined
      ? {}
      : { endpoint: config.AWS_ENDPOINT_URL_S3, forcePathStyle: true }),
    // Servers other than AWS refuse or ignore the SDK's newer default checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);

const isRefused = (error: unknown): boolean =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 403;

/** `ping` lists no more than one key, of a prefix that who pings may list. */
const PINGED = 'artefacts/';

export const createS3ObjectStore = (client: S3Client, config: StoreConfig): ObjectStore => {
  const { ROUNDS_S3_BUCKET: bucket, ROUNDS_S3_ENCRYPTION: encryption, ROUNDS_S3_KMS_KEY: kmsKey } = config;
  const encrypted = encryption && {
    ServerSideEncryption: encryption,
    ...(kmsKey && { SSEKMSKeyId: kmsKey }),
  };
  /** Where a role may list its prefixes alone, AWS refuses a missing object as it refuses a forbidden one. */
  const isAbsent = async (error: unknown, key: string): Promise<boolean> => {
    if (isMissing(error)) return true;
    if (!isRefused(error)) return false;
    try {
      const { Contents = [] } = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 }),
      );
      return Contents[0]?.Key !== key;
    } catch {
      return false;
    }
  };
  const orAbsent = async (error: unknown, key: string): Promise<unknown> =>
    (await isAbsent(error, key))
      ? new RoundsError('NOT_FOUND', `There is no object ${key}.`, { cause: error })
      : error;
  const get = async (key: string) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body !== undefined) return Body;
    } catch (error) {
      throw await orAbsent(error, key);
    }
    throw new RoundsError('NOT_FOUND', `The object ${key} has no body.`);
  };
  const listed = async function* (prefix: string) {
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
      for (const { Key: key, LastModified: putAt } of page.Contents ?? [])
        if (key !== undefined) yield { key, putAt };
  };
  return {
    put: async (key, body, mediaType) => {
      const { ServerSideEncryption } = await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: mediaType, ...encrypted }),
      );
      if (encryption !== undefined && ServerSideEncryption !== encryption) throw unencrypted(encryption);
    },
    get: async (key) => Buffer.from(await (await get(key)).transformToByteArray()),
    // In Node the SDK's body is always a Readable; its type also covers browsers.
    stream: async (key) => (await get(key)) as Readable,
    size: async (key) => {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return head.ContentLength ?? 0;
      } catch (error) {
        if (await isAbsent(error, key)) return null;
        throw error;
      }
    },
    keys: async function* (prefix) {
      for await (const { key } of listed(prefix)) yield key;
    },
    // One that does not say its age is never old enough to be removed.
    entries: async function* (prefix) {
      for await (const { key, putAt } of listed(prefix)) if (putAt !== undefined) yield { key, putAt };
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    retain: async (key, until) => {
      const Retention = { Mode: 'GOVERNANCE' as const, RetainUntilDate: until };
      try {
        await client.send(new PutObjectRetentionCommand({ Bucket: bucket, Key: key, Retention }));
      } catch (error) {
        throw await orAbsent(error, key);
      }
    },
    presign: (key, { fileName, mediaType, seconds }) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          ResponseContentType: mediaType,
          ResponseContentDisposition: `attachment; filename="${fileName}"`,
        }),
        { expiresIn: seconds },
      ),
    ping: async () => {
      await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: PINGED, MaxKeys: 1 }));
    },
  };
};
