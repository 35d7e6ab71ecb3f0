import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, exportJWK, generateKeyPair, type JWTPayload } from 'jose';
import { openEmbeddedIssuer, type IssuerConfig } from './embedded-issuer.ts';
import { createOidcVerifier } from './oidc-verifier.ts';

describe('the embedded issuer', () => {
  let folder: string;
  const config = (): IssuerConfig => ({
    ROUNDS_ENV: 'development',
    ROUNDS_ISSUER_KEY_FILE: join(folder, 'keys', 'issuer.jwk.json'),
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-issuer-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('makes its key once, readable by its owner alone, and shares it by the file', async () => {
    const [one, other] = await Promise.all([openEmbeddedIssuer(config()), openEmbeddedIssuer(config())]);
    const token = await one.issue('Anna@Example.org');
    await expect(other.verifier.verify(token)).resolves.toEqual({ email: 'anna@example.org', name: null });
    expect((await stat(config().ROUNDS_ISSUER_KEY_FILE)).mode & 0o777).toBe(0o600);
  });

  it('names an expired token apart from a wrong one', async () => {
    const issuer = await openEmbeddedIssuer(config());
    const { verifier } = issuer;
    await expect(
      verifier.verify(await issuer.issue('a@example.org', { seconds: -60 })),
    ).rejects.toMatchObject({
      code: 'TOKEN_EXPIRED',
    });
    const [head, body] = (await issuer.issue('a@example.org')).split('.');
    for (const token of ['', 'nonsense', `${head ?? ''}.${body ?? ''}.AAAA`])
      await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
  });

  it('refuses a token that another key signed', async () => {
    const other = join(folder, 'other.jwk.json');
    const stranger = await openEmbeddedIssuer({ ...config(), ROUNDS_ISSUER_KEY_FILE: other });
    const { verifier } = await openEmbeddedIssuer(config());
    await expect(verifier.verify(await stranger.issue('a@example.org'))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('refuses to exist in production', async () => {
    await expect(openEmbeddedIssuer({ ...config(), ROUNDS_ENV: 'production' })).rejects.toMatchObject({
      code: 'CONFIGURATION',
      message: expect.stringContaining('ROUNDS_AUTH=oidc') as string,
    });
  });

  it('names the file that holds no key, and leaves it as it is', async () => {
    const file = join(folder, 'broken.json');
    await writeFile(file, '{"kty":"oct"}');
    const broken = openEmbeddedIssuer({ ...config(), ROUNDS_ISSUER_KEY_FILE: file });
    await expect(broken).rejects.toThrow(file);
    expect(await readFile(file, 'utf8')).toBe('{"kty":"oct"}');
  });
});

describe('tokens of an OpenID Connect provider', () => {
  let server: Server;
  let issuer: string;
  let up = true;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;

  const sign = (claims: JWTPayload, { audience = 'rounds', expires = '5m' } = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(keys.privateKey);

  beforeAll(async () => {
    keys = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one' };
    server = createServer((request, response) => {
      if (!up) response.destroy();
      else if (request.url === '/keys') response.end(JSON.stringify({ keys: [jwk] }));
      else response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('are accepted for the configured audience, by their e-mail', async () => {
    const verifier = createOidcVerifier({ issuer, audience: 'rounds' });
    const token = await sign({ email: 'Anna@Example.org', name: 'Anna' });
    await expect(verifier.verify(token)).resolves.toEqual({ email: 'anna@example.org', name: 'Anna' });
  });

  it.each([
    ['for another audience', { email: 'a@example.org' }, { audience: 'other' }, 'UNAUTHENTICATED', 'aud'],
    ['without an e-mail', {}, {}, 'UNAUTHENTICATED', 'email claim'],
    ['unverified', { email: 'a@example.org', email_verified: false }, {}, 'UNAUTHENTICATED', 'verified'],
    ['expired', { email: 'a@example.org' }, { expires: '-1m' }, 'TOKEN_EXPIRED', 'expired'],
  ])('are refused %s', async (_what, claims, options, code, words) => {
    const verifier = createOidcVerifier({ issuer, audience: 'rounds' });
    await expect(verifier.verify(await sign(claims, options))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });

  it('wait for a provider that is away, and work when it is back', async () => {
    const verifier = createOidcVerifier({ issuer, audience: 'rounds' });
    const token = await sign({ email: 'a@example.org' });
    up = false;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
    up = true;
    await expect(verifier.verify(token)).resolves.toMatchObject({ email: 'a@example.org' });
  });
});
