/** Signing in as the web app does in development, by hand over real HTTP, with the API and MongoDB. */
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { openApiBed, type ApiBed } from './api-bed.ts';

const APP = 'http://127.0.0.1/signed-in';
const VERIFIER = randomBytes(32).toString('base64url');
const WISH = {
  client_id: 'rounds-web',
  redirect_uri: APP,
  response_type: 'code',
  scope: 'openid email',
  state: 'as-it-was',
  nonce: 'once',
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
};

let bed: ApiBed;

beforeAll(async () => {
  bed = await openApiBed('embedded', {
    workers: false,
    env: { ROUNDS_CORS_ORIGINS: 'http://127.0.0.1:5173' },
  });
  await bed.addStudy('S1');
  await bed.grant('anna@example.org', 'S1', { unblinded: true });
});
afterAll(() => bed.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(bed.url + path, { headers, redirect: 'manual' });

const post = (path: string, form: Record<string, string>) =>
  fetch(bed.url + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });

const authorize = (wish: object = {}, cookie = '') =>
  get(`/oidc/authorize?${new URLSearchParams({ ...WISH, ...wish })}`, cookie === '' ? {} : { cookie });

/** Where the browser is led, and what it is told on the way. */
const ledTo = (response: Response) => {
  const url = new URL(response.headers.get('location') ?? '', bed.url);
  return { at: url.origin + url.pathname, ...Object.fromEntries(url.searchParams) } as Record<string, string>;
};

const signIn = async (email = 'anna@example.org'): Promise<string> => {
  const response = await post('/oidc/sign-in?return=/', { email });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
};

const codeOf = async (cookie: string): Promise<string> => ledTo(await authorize({}, cookie)).code ?? '';

const exchange = async (code: string, form: Record<string, string> = {}) => {
  const { client_id, redirect_uri } = WISH;
  const asked = { grant_type: 'authorization_code', client_id, redirect_uri, code_verifier: VERIFIER };
  const response = await post('/oidc/token', { ...asked, code, ...form });
  return { status: response.status, json: (await response.json()) as Record<string, string> };
};

describe('a sign-in in development', () => {
  it('is found by discovery', async () => {
    const issuer = 'http://127.0.0.1/oidc';
    await expect((await get('/oidc/.well-known/openid-configuration')).json()).resolves.toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      code_challenge_methods_supported: ['S256'],
    });
  });

  it('asks who one is, offers whom it knows, and goes on with what was asked', async () => {
    const asked = ledTo(await authorize({ login_hint: 'ben@example.org', prompt: 'login' }));
    expect(asked).toMatchObject({ at: `${bed.url}/oidc/sign-in`, hint: 'ben@example.org' });
    const page = await (await get(`/oidc/sign-in?${new URLSearchParams(asked)}`)).text();
    expect(page).toContain('value="ben@example.org"');
    expect(page).toContain('<button name="email" value="anna@example.org">');
    expect(page).toContain('S1: all sites, unblinded');
    expect(page).not.toContain('<script');
    const [path, query] = (asked.return ?? '').split('?');
    expect(path).toBe('/oidc/authorize');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual(WISH);
  });

  it('gives the app a code, and for the code tokens that open the account', async () => {
    const cookie = await signIn();
    const back = ledTo(await authorize({}, cookie));
    expect(back).toMatchObject({ at: APP, state: 'as-it-was', iss: 'http://127.0.0.1/oidc' });
    const { status, json } = await exchange(back.code ?? '');
    expect([status, json.token_type]).toEqual([200, 'Bearer']);
    const me = await bed.call('GET', '/api/v1/me', { token: json.access_token ?? '' });
    expect(me.json).toMatchObject({ email: 'anna@example.org', studies: [{ id: 'S1', unblinded: true }] });
    const keys = createLocalJWKSet((await (await get('/oidc/jwks')).json()) as JSONWebKeySet);
    const { payload } = await jwtVerify(json.id_token ?? '', keys, { audience: 'rounds-web' });
    expect(payload).toMatchObject({ iss: 'http://127.0.0.1/oidc', nonce: 'once', email: 'anna@example.org' });
  });

  it('lasts over a page that is loaded anew, in a cookie that no script reads', async () => {
    const response = await post('/oidc/sign-in', { email: 'Anna@example.org' });
    expect(response.headers.get('set-cookie')).toMatch(/; Path=\/oidc; .*HttpOnly; SameSite=Lax$/);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(ledTo(await authorize({ prompt: 'none' }, cookie))).toHaveProperty('code');
    expect(ledTo(await authorize({ prompt: 'none' }))).toMatchObject({ at: APP, error: 'login_required' });
    expect(ledTo(await authorize({ prompt: 'login' }, cookie)).at).toBe(`${bed.url}/oidc/sign-in`);
  });

  it('ends when the app ends it', async () => {
    const query = new URLSearchParams({ post_logout_redirect_uri: APP, state: 's' });
    const response = await get(`/oidc/end-session?${query}`);
    expect(ledTo(response)).toEqual({ at: APP, state: 's' });
    expect(response.headers.get('set-cookie')).toContain('rounds-session-=;');
    expect(ledTo(await get('/oidc/end-session?post_logout_redirect_uri=http://evil.example/')).at).toBe(
      `${bed.url}/oidc/sign-in`,
    );
  });

  it('asks again where the address is none', async () => {
    const response = await post('/oidc/sign-in', { email: 'anna' });
    expect([response.status, response.headers.get('set-cookie')]).toEqual([400, null]);
    expect(await response.text()).toContain('role="alert"');
  });
});

describe('a code', () => {
  it.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
    ['another address', { redirect_uri: 'http://127.0.0.1/elsewhere' }, 'invalid_grant'],
    ['another client', { client_id: 'other' }, 'invalid_grant'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('is refused with %s', async (_what, form, error) => {
    const code = await codeOf(await signIn());
    await expect(exchange(code, { ...form })).resolves.toMatchObject({ status: 400, json: { error } });
  });

  it('is nothing that a session could stand for', async () => {
    const cookie = await signIn();
    await expect(exchange(cookie.slice(cookie.indexOf('=') + 1))).resolves.toMatchObject({
      json: { error: 'invalid_grant' },
    });
  });

  it('is good once', async () => {
    const code = await codeOf(await signIn());
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).status).toBe(400);
  });

  it('and a session are no bearer tokens', async () => {
    const cookie = await signIn();
    for (const token of [await codeOf(cookie), cookie.slice(cookie.indexOf('=') + 1)])
      expect((await bed.call('GET', '/api/v1/me', { token })).status).toBe(401);
  });
});

describe('nobody is led', () => {
  it.each([
    ['to another origin', { redirect_uri: 'https://evil.example/signed-in' }],
    ['to something that is no address', { redirect_uri: 'javascript:alert(1)' }],
    ['by another client', { client_id: 'other' }],
  ])('%s', async (_what, wish) => {
    const response = await authorize(wish, await signIn());
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    ['without a challenge', { code_challenge: '' }, 'invalid_request'],
    ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['for tokens at once', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['for something else than a sign-in', { scope: 'email' }, 'invalid_scope'],
  ])('anywhere but back with a refusal %s', async (_what, wish, error) => {
    const back = ledTo(await authorize(wish, await signIn()));
    expect(back).toMatchObject({ at: APP, error, state: 'as-it-was' });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
    'to %s from the page',
    async (path) => {
      const response = await post(`/oidc/sign-in?return=${encodeURIComponent(path)}`, {
        email: 'a@example.org',
      });
      expect(response.status).toBe(400);
    },
  );

  it('in at all by a name that another page gave this machine', async () => {
    const status = await new Promise((resolve) => {
      request(`${bed.url}/oidc/sign-in`, { headers: { host: 'evil.example' } }, ({ statusCode }) => {
        resolve(statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });
});

describe('pages of the server that builds the app', () => {
  it('may sign in and read the answers', async () => {
    const origin = 'http://127.0.0.1:5173';
    const response = await get('/oidc/.well-known/openid-configuration', { origin });
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    const cookie = await signIn();
    expect(ledTo(await authorize({ redirect_uri: `${origin}/signed-in` }, cookie))).toHaveProperty('code');
  });
});

it('is not there elsewhere than in development', async () => {
  const staging = await openApiBed('embedded-staging', { workers: false, env: { ROUNDS_ENV: 'staging' } });
  try {
    for (const path of ['sign-in', 'authorize', 'jwks', '.well-known/openid-configuration'])
      expect((await fetch(`${staging.url}/oidc/${path}`)).status).toBe(404);
  } finally {
    await staging.close();
  }
});
