import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWTPayload } from 'jose';
import { startOidcProvider, type OidcProvider } from '../testing/oidc-provider.ts';
import { openEmbeddedIssuer, type IssuerConfig } from './embedded-issuer.ts';
import { createOidcVerifier } from './oidc-verifier.ts';
import type { EmailClaims } from './token-verifier.ts';

const A_DAY = /^\d{4}-\d\d-\d\d$/;

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
    await expect(other.verifier.verify(token)).resolves.toEqual({
      ...{ issuer: 'rounds-embedded', subject: 'anna@example.org' },
      ...{ email: 'anna@example.org', name: null, expiresAt: expect.any(Date) as Date },
      signIn: expect.stringMatching(A_DAY) as string,
    });
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

/** What every token of a provider holds. */
const ANNA = { sub: 'anna-1', email: 'Anna@Example.org', email_verified: true };

describe('tokens of an OpenID Connect provider', () => {
  let provider: OidcProvider;

  beforeAll(async () => {
    provider = await startOidcProvider();
  });
  afterAll(() => provider.close());

  const verifier = (claims?: EmailClaims) =>
    createOidcVerifier({ issuer: provider.issuer, audience: 'rounds', ...(claims && { claims }) });

  it('are accepted for the configured audience; issuer and subject are the person, the address is an attribute', async () => {
    const token = await provider.sign({ ...ANNA, name: 'Anna' });
    await expect(verifier().verify(token)).resolves.toEqual({
      ...{ issuer: provider.issuer, subject: 'anna-1', email: 'anna@example.org', name: 'Anna' },
      expiresAt: expect.any(Date) as Date,
      signIn: expect.stringMatching(A_DAY) as string,
    });
  });

  it('hold the address in the claims that are configured', async () => {
    const claims = { email: 'upn', verified: 'xms_edov' };
    const token = await provider.sign({ sub: 'anna-1', upn: 'anna@example.org', xms_edov: true });
    await expect(verifier(claims).verify(token)).resolves.toMatchObject({ email: 'anna@example.org' });
    await expect(verifier(claims).verify(await provider.sign(ANNA))).rejects.toThrow(
      'must have the claim upn',
    );
  });

  it.each([
    ['for another audience', {}, { audience: 'other' }, 'UNAUTHENTICATED', 'aud'],
    ['without an e-mail', { email: undefined }, {}, 'UNAUTHENTICATED', 'claim email'],
    ['without a subject', { sub: undefined }, {}, 'UNAUTHENTICATED', 'sub claim'],
    ['with a subject without end', { sub: 'x'.repeat(256) }, {}, 'UNAUTHENTICATED', 'sub claim'],
    ['unverified', { email_verified: false }, {}, 'UNAUTHENTICATED', 'does not vouch'],
    ['without a word on that', { email_verified: undefined }, {}, 'UNAUTHENTICATED', 'does not vouch'],
    ['verified in words', { email_verified: 'true' }, {}, 'UNAUTHENTICATED', 'does not vouch'],
    ['with the Kelvin sign', { email: '\u212aarl@example.org' }, {}, 'UNAUTHENTICATED', 'look like'],
    [
      'with a line break',
      { email: 'a@example.org\r\nBcc: b@example.org' },
      {},
      'UNAUTHENTICATED',
      'before the @',
    ],
    ['with two addresses', { email: 'a@example.org,b@example.org' }, {}, 'UNAUTHENTICATED', 'before the @'],
    ['with 5,000 characters', { email: `${'a'.repeat(5_000)}@b.org` }, {}, 'UNAUTHENTICATED', '254 bytes'],
    ['expired', {}, { expires: '-1m' }, 'TOKEN_EXPIRED', 'expired'],
  ])('are refused %s', async (_what, claims, options, code, words) => {
    const token = await provider.sign({ ...ANNA, ...claims } as JWTPayload, options);
    await expect(verifier().verify(token)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });

  it('wait for a provider that is away, and work when it is back', async () => {
    const patient = verifier();
    const token = await provider.sign(ANNA);
    provider.up = false;
    await expect(patient.verify(token)).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
    provider.up = true;
    await expect(patient.verify(token)).resolves.toMatchObject({ email: 'anna@example.org' });
  });
});
