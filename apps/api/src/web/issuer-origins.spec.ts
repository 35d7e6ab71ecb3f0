/** Before a real provider on this machine, whose token endpoint is at another port than its own. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { startOidcProvider, type OidcProvider } from '@rounds/adapters/testing/oidc-provider';
import { pino } from 'pino';
import { createIssuerOrigins } from './issuer-origins.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let provider: OidcProvider;
let clock: number;
let logged: string[];

beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.close());
beforeEach(() => {
  Object.assign(provider, { up: true, says: {} });
  clock = 0;
  logged = [];
});

const originsOf = (issuer: string | null = provider.issuer) =>
  createIssuerOrigins(issuer, {
    logger: pino({ level: 'warn' }, { write: (line: string) => logged.push(line) }),
    now: () => clock,
  });

const onlyIssuer = () => ({ asked: [provider.issuer], framed: [provider.issuer] });

it('are those of what the app asks and frames, and of nothing else that the issuer names', async () => {
  const pages = 'https://login.example.org/realm/authorize';
  provider.says = { authorization_endpoint: pages, userinfo_endpoint: 'https://other.example.org/me' };
  expect(await originsOf()()).toEqual({
    asked: [provider.issuer, provider.tokenOrigin],
    framed: ['https://login.example.org'],
  });
  expect(logged).toEqual([]);
});

it('are asked for once, and by nobody who waits when they are an hour old', async () => {
  const origins = originsOf();
  await Promise.all([origins(), origins()]);
  const before = await origins();
  provider.says = { token_endpoint: 'https://moved.example.org/token' };
  clock += HOUR_MS - 1;
  expect(await origins()).toEqual(before);
  clock += 1;
  expect(await origins()).toEqual(before);
  const moved = [provider.issuer, 'https://moved.example.org'];
  while ((await origins()).asked[1] !== moved[1]) await new Promise(setImmediate);
  expect((await origins()).asked).toEqual(moved);
});

it('are the issuer’s alone while it is away, which the log says; a minute later it is asked again', async () => {
  const origins = originsOf();
  provider.up = false;
  expect(await origins()).toEqual(onlyIssuer());
  expect(logged).toEqual([expect.stringContaining('The issuer did not say where it answers.')]);
  provider.up = true;
  clock += MINUTE_MS - 1;
  expect(await origins()).toEqual(onlyIssuer());
  clock += 1;
  expect((await origins()).asked).toEqual([provider.issuer, provider.tokenOrigin]);
});

it('stay as they were known while it is away', async () => {
  const origins = originsOf();
  const before = await origins();
  provider.up = false;
  clock += HOUR_MS;
  await origins();
  while (logged.length === 0) await new Promise(setImmediate);
  expect(await origins()).toEqual(before);
});

it.each([
  ['another issuer', { issuer: 'https://other.example.org' }],
  ['everybody', { token_endpoint: 'https://*/token' }],
  ['every host of a domain', { token_endpoint: 'https://*.example.org/token' }],
  ['a directive of its own', { token_endpoint: 'https://a;script-src/token' }],
  ['what is no page', { authorization_endpoint: 'javascript:void(0)' }],
  ['nothing', { token_endpoint: undefined }],
])('take nothing from a document that names %s', async (_what, says) => {
  provider.says = says;
  expect(await originsOf()()).toEqual(onlyIssuer());
});

it('are none where there is no issuer', async () => {
  expect(await originsOf(null)()).toEqual({ asked: [], framed: [] });
});

it('wait for an issuer that never answers no longer than they have time', async () => {
  const silent = createServer(() => undefined);
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const time = new AbortController();
  const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
  silent.once('request', () => {
    time.abort();
  });
  expect(await originsOf(issuer)()).toEqual({ asked: [issuer], framed: [issuer] });
  expect(timeout).toHaveBeenCalledWith(5_000);
  timeout.mockRestore();
  silent.close().closeAllConnections();
});
