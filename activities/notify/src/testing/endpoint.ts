/** A Resend-compatible endpoint of the test's own, where the shared one is too patient. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serverSetting } from '@rounds/adapters/testing/servers';

const tool = (path: string): string => fileURLToPath(new URL(`../../../../tools/${path}`, import.meta.url));

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const isUp = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
};

export interface EndpointOptions {
  readonly requestsPerSecond: number;
  /** Where it posts its signed events; unset: nowhere. */
  readonly webhookUrl?: string;
}

export const startEndpoint = async ({ requestsPerSecond, webhookUrl = '' }: EndpointOptions) => {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'rounds-endpoint-'));
  // Its events bear the moment: on any day it must live on the same one as the API that checks them.
  const clock = pathToFileURL(tool('jest/shifted-clock.mjs')).href;
  const child = spawn(process.execPath, ['--import', clock, tool('servers/resend-endpoint.mjs')], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      MAIL_FOLDER: folder,
      SMTP_URL: serverSetting('ROUNDS_SMTP_URL'),
      INBOX_URL: serverSetting('ROUNDS_INBOX_URL'),
      API_KEY: serverSetting('RESEND_API_KEY'),
      WEBHOOK_SECRET: serverSetting('RESEND_WEBHOOK_SECRET'),
      WEBHOOK_URL: webhookUrl,
      REQUESTS_PER_SECOND: String(requestsPerSecond),
      ROUNDS_CLOCK_AHEAD_MS: process.env.ROUNDS_CLOCK_AHEAD_MS ?? '0',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100 && !(await isUp(url)); tries += 1) await delay(50);
  return {
    url,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
};
