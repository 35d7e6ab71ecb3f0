/** Vite serves the app's sources before an API that answers what this test says. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const POLICY = "default-src 'none';script-src 'self';style-src 'self';connect-src 'self' https://store";

const SERVE = `
const { serveSources } = await import('./tools/web-dev.mjs');
const [api, cacheDir] = process.argv.slice(1);
const { portsOf } = await import('./tools/servers/ports.mjs');
console.log((await serveSources({ api, port: await portsOf(cacheDir).take('web'), cacheDir })).url);
`;

const folder = mkdtempSync(join(tmpdir(), 'rounds-vite-'));
const api = createServer((request, response) => {
  response.setHeader('Content-Security-Policy', POLICY).end(`the API: ${request.url ?? ''}`);
});
let vite: ChildProcess;
let url: string;

beforeAll(async () => {
  await once(api.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', SERVE, origin, folder], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  vite = child;
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  url = line.toString().trim();
}, 30_000);
afterAll(async () => {
  const ended = once(vite, 'exit');
  vite.kill();
  await ended;
  api.close().closeAllConnections();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, url), { headers: { Accept: 'text/html', ...headers } });

it('gives each address of the app its page, under the policy of the API and a nonce for what Vite puts in', async () => {
  const response = await get('/app/subscriptions/sub_1');
  const page = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  const [, nonce = 'none'] = /'nonce-([^']+)'/.exec(policy) ?? [];
  expect(policy).toMatch(
    /^default-src 'none';script-src 'self' 'nonce-[^ ]+';style-src 'self' 'nonce-[^ ]+';connect-src /,
  );
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(page).toContain('/app/src/main.ts');
  // Else the policy would keep it from running.
  for (const [script] of page.matchAll(/<script[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
});

it('serves the sources, with the words of all screens', async () => {
  expect(await (await get('/app/src/main.ts')).text()).toContain('/app/src/auth/session.ts');
  expect(await (await get('/app/src/words/de.json?import&more')).text()).toContain('Zentren');
});

it('leaves all else to the API, and what a frame of the app ends at', async () => {
  expect(await (await get('/api/v1/me')).text()).toBe('the API: /api/v1/me');
  const framed = await get('/app/signed-in?code=1', { 'Sec-Fetch-Dest': 'iframe' });
  expect(await framed.text()).toBe('the API: /app/signed-in?code=1');
  expect(await (await get('/app/signed-in?code=1')).text()).toContain('/app/src/main.ts');
});
