/**
 * The issuer of development: signs tokens for anyone who can read its key file, which is why it refuses to
 * exist in production. The API and `rounds token` share it by the file; the API lets people sign in by it in a browser
 * (apps/api/src/auth/embedded).
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RoundsError } from '@rounds/contracts/errors';
import {
  SignJWT,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import { z } from 'zod';
import { normalAddress } from '../mail/email-address.ts';
import {
  createTokenVerifier,
  STANDARD_CLAIMS,
  type AcceptedTokens,
  type TokenVerifier,
} from './token-verifier.ts';

export const issuerEnvironment = z.object({
  /** Private key of the embedded issuer (JWK); made when missing. */
  ROUNDS_ISSUER_KEY_FILE: z.string().min(1).default('.rounds/issuer.jwk.json'),
});

export interface IssuerConfig extends z.infer<typeof issuerEnvironment> {
  readonly ROUNDS_ENV: 'development' | 'staging' | 'production';
}

export interface IssueOptions {
  /** Life of the token; 12 hours unless told. Negative makes one that has expired. */
  readonly seconds?: number;
  /** The session that it comes of. */
  readonly sid?: string;
}

export interface EmbeddedIssuer {
  issue(email: string, options?: IssueOptions): Promise<string>;
  readonly verifier: TokenVerifier;
  /** Who may read what it signs for a client: OpenID Connect's `jwks_uri`. */
  readonly publicKeys: { readonly keys: readonly JWK[] };
  /** @param claims `iss`, `sub` and `aud` among them */
  signIdToken(claims: JWTPayload, seconds: number): Promise<string>;
  /** What it gives to a browser and gets back: held by nobody here, so that a restart forgets no session. */
  seal(purpose: SealPurpose, claims: JWTPayload, seconds: number): Promise<string>;
  /** Null: another purpose, another key, or its time is over. */
  unseal(purpose: SealPurpose, sealed: string): Promise<JWTPayload | null>;
}

export type SealPurpose = 'session' | 'code';

export const EMBEDDED_AUDIENCE = 'rounds';

const ACCEPTED: AcceptedTokens = {
  ...{ issuer: 'rounds-embedded', audience: EMBEDDED_AUDIENCE, algorithms: ['ES256'] },
  claims: STANDARD_CLAIMS,
};
const TWELVE_HOURS_S = 12 * 60 * 60;

/** Linked into place whole: of two processes that start at once one makes the key and both read that one. */
const createKeyFile = async (file: string): Promise<void> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const readKeyFile = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};

const importKey = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, 'ES256');
  if (key instanceof Uint8Array) throw new TypeError('not an elliptic-curve key');
  return key;
};

interface Keys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** With its thumbprint as `kid`. */
  readonly publicJwk: JWK & { readonly kid: string };
}

const openKeys = async (file: string): Promise<Keys> => {
  if ((await readKeyFile(file)) === null) await createKeyFile(file);
  try {
    const jwk = JSON.parse((await readKeyFile(file)) ?? '') as JWK;
    const { kty, crv, x, y } = jwk;
    const open = { kty, crv, x, y } as JWK;
    return {
      ...{ privateKey: await importKey(jwk), publicKey: await importKey(open) },
      publicJwk: { ...open, kid: await calculateJwkThumbprint(open), alg: 'ES256', use: 'sig' },
    };
  } catch (error) {
    throw new RoundsError('CONFIGURATION', `ROUNDS_ISSUER_KEY_FILE: ${file} holds no ES256 private key.`, {
      cause: error,
    });
  }
};

/** No seal passes for a token, nor for one of another purpose: each names its own audience. */
const audienceOf = (purpose: SealPurpose): string => `${ACCEPTED.issuer}/${purpose}`;

const unsealed = async (key: CryptoKey, purpose: SealPurpose, sealed: string): Promise<JWTPayload | null> => {
  try {
    const options = { audience: audienceOf(purpose), algorithms: ['ES256'], requiredClaims: ['exp'] };
    return (await jwtVerify(sealed, key, options)).payload;
  } catch {
    return null;
  }
};

/** @throws RoundsError CONFIGURATION in production, and when the key file holds something else. */
export const openEmbeddedIssuer = async (config: IssuerConfig): Promise<EmbeddedIssuer> => {
  if (config.ROUNDS_ENV === 'production')
    throw new RoundsError(
      'CONFIGURATION',
      'The embedded issuer signs for anyone who can read its key: in production use ROUNDS_AUTH=oidc.',
    );
  const { privateKey, publicKey, publicJwk } = await openKeys(config.ROUNDS_ISSUER_KEY_FILE);
  const sign = (claims: JWTPayload, seconds: number): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: publicJwk.kid })
      .setIssuedAt()
      .setExpirationTime(`${seconds} seconds`)
      .sign(privateKey);
  return {
    issue: (email, { seconds = TWELVE_HOURS_S, sid } = {}) => {
      const { issuer: iss, audience: aud } = ACCEPTED;
      const person = { sub: normalAddress(email), email, email_verified: true };
      return sign({ iss, aud, ...person, ...(sid !== undefined && { sid }) }, seconds);
    },
    verifier: createTokenVerifier(publicKey, ACCEPTED),
    publicKeys: { keys: [publicJwk] },
    signIdToken: sign,
    seal: (purpose, claims, seconds) => sign({ ...claims, aud: audienceOf(purpose) }, seconds),
    unseal: (purpose, sealed) => unsealed(publicKey, purpose, sealed),
  };
};
