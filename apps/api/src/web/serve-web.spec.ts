/** A Nest application without modules, and a built app of three files below a folder that begins with a dot. */
import { once } from 'node:events';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import type { ApiConfig } from '../config.ts';
import { ProblemFilter } from '../http/problem.filter.ts';
import { forbidCaching } from '../http/request-id.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { serveWeb } from './serve-web.ts';

@Module({})
class Nothing {}

const CONFIG = {
  AWS_REGION: 'eu-central-1',
  ROUNDS_S3_BUCKET: 'reports',
  ROUNDS_CORS_ORIGINS: [] as string[],
  ROUNDS_AUTH: 'oidc',
  ROUNDS_OIDC_ISSUER: 'https://issuer.example/realm',
  ROUNDS_OIDC_AUDIENCE: 'rounds',
} as ApiConfig;

const ENDPOINTS = {
  authorization: 'https://login.example/authorize',
  token: 'https://tokens.example/token',
  endSession: null,
};

const SCRIPT = 'export {};';

let app: NestExpressApplication;
let folder: string;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '.rounds-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Rounds</title>');
  await writeFile(join(folder, 'assets', 'index-1a2b3c.js'), SCRIPT);
  await writeFile(join(folder, 'assets', 'index-1a2b3c.js.br'), brotliCompressSync(SCRIPT));
  app = await NestFactory.create<NestExpressApplication>(Nothing, { logger: false });
  app.use(
    forbidCaching,
    securityHeaders(CONFIG, () => Promise.resolve(ENDPOINTS)),
  );
  app.useGlobalFilters(new ProblemFilter(pino({ level: 'silent' })));
  serveWeb(app, folder);
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

/** By the bytes: `fetch` would unpack them. */
const send = async (path: string, headers: Record<string, string>) => {
  const asked = httpGet(url + path, { agent: false, headers });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { headers: response.headers, body: await buffer(response) };
};

const get = (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init });

it('gives the one page at each address of the app, which is asked for anew each time', async () => {
  for (const path of ['/app', '/app/', '/app/subscriptions/sub_1?tab=history']) {
    const response = await get(path);
    expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
    expect(await response.text()).toContain('<title>Rounds</title>');
  }
});

it('gives a frame an empty page: its address is all that the app wants of it', async () => {
  const { headers, body } = await send('/app/signed-in?code=1', { 'Sec-Fetch-Dest': 'iframe' });
  expect([headers['content-type'], headers.vary]).toEqual(['text/html; charset=utf-8', 'Sec-Fetch-Dest']);
  expect(body.toString()).toBe('<!doctype html><html lang="en"><title>Rounds</title></html>');
  expect((await get('/app/signed-in?code=1')).headers.get('vary')).toBe('Sec-Fetch-Dest');
});

it('leads from the root to the app', async () => {
  const { status, headers } = await get('/');
  expect([status, headers.get('location')]).toEqual([302, '/app/']);
});

it('gives a file for good, and no page in the place of one that is gone', async () => {
  const response = await get('/app/assets/index-1a2b3c.js');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-type')).toContain('javascript');
  expect((await get('/app/assets/index-000000.js')).status).toBe(404);
});

it.each([
  ['br', 'gzip, br', 'br'],
  ['nothing', 'gzip', null],
  ['nothing', 'br;q=0', null],
])('sends a file compressed by %s to a browser that takes %s', async (_how, taken, encoding) => {
  const { headers, body } = await send('/app/assets/index-1a2b3c.js', { 'Accept-Encoding': taken });
  expect([headers['content-encoding'] ?? null, headers.vary]).toEqual([encoding, 'Accept-Encoding']);
  expect(headers['content-type']).toContain('javascript');
  expect((encoding === null ? body : brotliDecompressSync(body)).toString()).toBe(SCRIPT);
});

it.each([
  ['a range that it has not', { Range: 'bytes=99999999-' }],
  ['a condition that does not hold', { 'If-Match': '"x"' }],
  ['an address that is none', {}, '/app/assets/index-000000.js'],
])('lets nobody keep a refusal of %s', async (_of, headers, path = '/app/assets/index-1a2b3c.js') => {
  const response = await get(path, { headers });
  expect(response.ok).toBe(false);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

it('is read alone', async () => {
  expect((await get('/app/', { method: 'POST' })).status).toBe(404);
  expect((await get('/', { method: 'POST' })).status).toBe(404);
});

const policyAt = async (path: string) => {
  const header = (await get(path)).headers.get('content-security-policy') ?? '';
  return new Map(header.split(';').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
};

it('lets a page run its own scripts and styles alone, and ask nobody but the API, the issuer and the store', async () => {
  const policy = await policyAt('/app/');
  expect(policy.get('default-src')).toBe("'none'");
  expect([policy.get('script-src'), policy.get('style-src'), policy.get('font-src')]).toEqual([
    "'self'",
    "'self'",
    "'self'",
  ]);
  expect(policy.get('connect-src')).toBe(
    "'self' https://reports.s3.eu-central-1.amazonaws.com https://issuer.example https://tokens.example",
  );
  expect(policy.get('frame-src')).toBe("'self' blob: https://login.example");
});

it('is framed by nobody; the page that renews a token by the app itself', async () => {
  expect((await policyAt('/app/')).get('frame-ancestors')).toBe("'none'");
  expect((await policyAt('/app/signed-in')).get('frame-ancestors')).toBe("'self'");
});
