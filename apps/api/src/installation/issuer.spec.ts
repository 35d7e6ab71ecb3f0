/** Before a real provider on this machine, whose token endpoint is at another port than its own. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { startOidcProvider, type OidcProvider } from '@rounds/adapters/testing/oidc-provider';
import { pino } from 'pino';
import type { ApiConfig } from '../config.ts';
import { issuerOrigins } from '../web/issuer-origins.ts';
import { createAskIssuer } from './issuer.ts';
import { foreignIssuer } from './sign-in.ts';

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

const asking = (issuer = provider.issuer) => {
  const config = { ROUNDS_AUTH: 'oidc', ROUNDS_OIDC_ISSUER: issuer, ROUNDS_OIDC_AUDIENCE: 'rounds' };
  const ask = createAskIssuer(config as ApiConfig, {
    logger: pino({ level: 'warn' }, { write: (line: string) => logged.push(line) }),
    now: () => clock,
  });
  return { ask, origins: async () => issuerOrigins(issuer, await ask()) };
};

const onlyIssuer = () => ({ asked: [provider.issuer], framed: [provider.issuer] });

it('tells where it answers; of that the policy names what the app asks and frames, and nothing else', async () => {
  const [authorization, endSession] = [
    'https://login.example.org/realm/authorize',
    'https://login.example.org/out',
  ];
  provider.says = {
    ...{ authorization_endpoint: authorization, end_session_endpoint: endSession },
    userinfo_endpoint: 'https://other.example.org/me',
  };
  const { ask, origins } = asking();
  expect(await ask()).toEqual({ authorization, token: `${provider.tokenOrigin}/token`, endSession });
  expect(await origins()).toEqual({
    asked: [provider.issuer, provider.tokenOrigin],
    framed: ['https://login.example.org'],
  });
  expect(logged).toEqual([]);
});

it('is asked once, and by nobody who waits when that is an hour old', async () => {
  const { ask } = asking();
  await Promise.all([ask(), ask()]);
  const before = await ask();
  const token = 'https://moved.example.org/token';
  provider.says = { token_endpoint: token };
  clock += HOUR_MS - 1;
  expect(await ask()).toEqual(before);
  clock += 1;
  expect(await ask()).toEqual(before);
  while ((await ask())?.token !== token) await new Promise(setImmediate);
});

it('counts by its own origin alone while it is away, which the log says; a minute later it is asked again', async () => {
  const { origins } = asking();
  provider.up = false;
  expect(await origins()).toEqual(onlyIssuer());
  expect(logged).toEqual([expect.stringContaining('The issuer did not say where it answers.')]);
  provider.up = true;
  clock += MINUTE_MS - 1;
  expect(await origins()).toEqual(onlyIssuer());
  clock += 1;
  expect((await origins()).asked).toEqual([provider.issuer, provider.tokenOrigin]);
});

it('stays known as it was while it is away', async () => {
  const { ask } = asking();
  const before = await ask();
  provider.up = false;
  clock += HOUR_MS;
  await ask();
  while (logged.length === 0) await new Promise(setImmediate);
  expect(await ask()).toEqual(before);
});

it.each([
  ['another issuer', { issuer: 'https://other.example.org' }],
  ['everybody', { token_endpoint: 'https://*/token' }],
  ['every host of a domain', { token_endpoint: 'https://*.example.org/token' }],
  ['a directive of its own', { token_endpoint: 'https://a;script-src/token' }],
  ['what is no page', { authorization_endpoint: 'javascript:void(0)' }],
  ['nothing', { token_endpoint: undefined }],
])('is believed nothing where it names %s', async (_what, says) => {
  provider.says = says;
  const { ask, origins } = asking();
  expect(await ask()).toBeNull();
  expect(await origins()).toEqual(onlyIssuer());
});

it('is the API itself in development, which names no other origin', async () => {
  const config = {
    ROUNDS_AUTH: 'embedded',
    ROUNDS_ENV: 'development',
    ROUNDS_PUBLIC_URL: 'http://127.0.0.1:8080',
  };
  const ask = createAskIssuer(config as ApiConfig, { logger: pino({ level: 'silent' }), now: () => clock });
  expect(await ask()).toMatchObject({ token: 'http://127.0.0.1:8080/oidc/token' });
  expect(issuerOrigins(foreignIssuer(config as ApiConfig), await ask())).toEqual({ asked: [], framed: [] });
});

it('is waited for no longer than it has time', async () => {
  const silent = createServer(() => undefined);
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const time = new AbortController();
  const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
  silent.once('request', () => {
    time.abort();
  });
  expect(await asking(issuer).ask()).toBeNull();
  expect(timeout).toHaveBeenCalledWith(5_000);
  timeout.mockRestore();
  silent.close().closeAllConnections();
});
