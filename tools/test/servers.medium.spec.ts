import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Client, Connection } from '@temporalio/client';
import { startServers } from '../servers/index.mjs';
import type { Servers } from '../servers/index.mjs';
import { newFolder, until } from './support.ts';

/** Temporal and S3 of a home of its own, beside the one that jest's set-up started for everyone. */

const CODEC = 'http://127.0.0.1:9/codec';
let servers: Servers;
let connection: Connection;
const setting = (name: string) => servers.env[name] ?? '';

beforeAll(async () => {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    ROUNDS_CACHE: process.env.ROUNDS_CACHE,
  };
  servers = await startServers({
    home: await newFolder(),
    only: ['temporal', 's3'],
    codecEndpoint: CODEC,
    env,
  });
  connection = await Connection.connect({ address: setting('TEMPORAL_ADDRESS') });
});

afterAll(async () => {
  await connection.close();
  await servers.stop();
});

describe('the embedded Temporal', () => {
  it('has the namespace, kept for 30 days, with the search attributes, and a Web UI that knows the codec', async () => {
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'rounds' });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: 'rounds',
    });
    const names = ['StudyId', 'ReportType', 'RunStatus', 'SubscriptionId', 'RequestedBy', 'Period'];
    expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(names));
    const settings = await fetch(`${setting('ROUNDS_TEMPORAL_UI_URL')}/api/v1/settings`);
    expect(await settings.json()).toMatchObject({ Codec: { Endpoint: CODEC } });
  });

  it('keeps what was started when it is killed', async () => {
    const client = new Client({ connection, namespace: 'rounds' });
    const handle = await client.workflow.start('subscription', {
      taskQueue: 'nobody',
      workflowId: 'subscription/kept',
    });
    const pid = servers.supervisor.services.find(({ name }) => name === 'temporal')?.pid;
    process.kill(pid ?? 0, 'SIGKILL');
    const found = await until(() => handle.describe());
    expect(found).toMatchObject({ runId: handle.firstExecutionRunId, status: { name: 'RUNNING' } });
  });
});

describe('the embedded S3', () => {
  const client = (secretAccessKey: string) =>
    new S3Client({
      endpoint: setting('AWS_ENDPOINT_URL_S3'),
      region: setting('AWS_REGION'),
      credentials: { accessKeyId: setting('AWS_ACCESS_KEY_ID'), secretAccessKey },
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });

  it('serves its key alone, by signature and by signed link', async () => {
    const own = client(setting('AWS_SECRET_ACCESS_KEY'));
    await own.send(new CreateBucketCommand({ Bucket: 'reports' }));
    await own.send(new PutObjectCommand({ Bucket: 'reports', Key: 'week/9', Body: 'figures' }));
    const link = await getSignedUrl(own, new GetObjectCommand({ Bucket: 'reports', Key: 'week/9' }), {
      expiresIn: 60,
    });
    expect(await (await fetch(link)).text()).toBe('figures');
    expect((await fetch(link.replace('week/9', 'week/8'))).status).toBe(403);
    expect((await fetch(link.split('?')[0] ?? '')).ok).toBe(false);
    const stranger = client('another secret');
    await expect(stranger.send(new ListBucketsCommand({}))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
  });
});
