import { RoundsError } from '@rounds/contracts/errors';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Readable } from 'node:stream';
import type { ObjectStore } from './object-store.ts';

export interface S3Config {
  readonly AWS_REGION: string;
  readonly AWS_ACCESS_KEY_ID: string;
  readonly AWS_SECRET_ACCESS_KEY: string;
  readonly AWS_ENDPOINT_URL_S3?: string | undefined;
  readonly ROUNDS_S3_BUCKET: string;
}

export const createS3Client = (config: S3Config): S3Client =>
  new S3Client({
    region: config.AWS_REGION,
    credentials: { accessKeyId: config.AWS_ACCESS_KEY_ID, secretAccessKey: config.AWS_SECRET_ACCESS_KEY },
    ...(config.AWS_ENDPOINT_URL_S3 === undefined
      ? {}
      : { endpoint: config.AWS_ENDPOINT_URL_S3, forcePathStyle: true }),
    // Servers other than AWS refuse or ignore the SDK's newer default checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);

const orMissing = async <T>(key: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) throw new RoundsError('NOT_FOUND', `There is no object ${key}.`, { cause: error });
    throw error;
  }
};

export const createS3ObjectStore = (client: S3Client, bucket: string): ObjectStore => {
  const get = async (key: string) => {
    const { Body } = await orMissing(key, client.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
    if (Body === undefined) throw new RoundsError('NOT_FOUND', `The object ${key} has no body.`);
    return Body;
  };
  const listed = async function* (prefix: string) {
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
      for (const { Key: key, LastModified: putAt } of page.Contents ?? [])
        if (key !== undefined) yield { key, putAt };
  };
  return {
    put: async (key, body, mediaType) => {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: mediaType }),
      );
    },
    get: async (key) => Buffer.from(await (await get(key)).transformToByteArray()),
    // In Node the SDK's body is always a Readable; its type also covers browsers.
    stream: async (key) => (await get(key)) as Readable,
    size: async (key) => {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return head.ContentLength ?? 0;
      } catch (error) {
        if (isMissing(error)) return null;
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
      await client.send(new HeadBucketCommand({ Bucket: bucket }));
    },
  };
};
