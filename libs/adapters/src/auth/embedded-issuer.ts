/**
 * The issuer of development: signs tokens for anyone who can read its key file, which is why it refuses to
 * exist in production. The API and `rounds token` share it by the file.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RoundsError } from '@rounds/contracts/errors';
import { SignJWT, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
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

export interface EmbeddedIssuer {
  /** @param options.seconds life of the token; 12 hours unless told. Negative makes one that has expired. */
  issue(email: string, options?: { seconds?: number }): Promise<string>;
  readonly verifier: TokenVerifier;
}

const ACCEPTED: AcceptedTokens = {
  ...{ issuer: 'rounds-embedded', audience: 'rounds', algorithms: ['ES256'] },
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

const openKeys = async (file: string): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> => {
  if ((await readKeyFile(file)) === null) await createKeyFile(file);
  try {
    const jwk = JSON.parse((await readKeyFile(file)) ?? '') as JWK;
    const { kty, crv, x, y } = jwk;
    return { privateKey: await importKey(jwk), publicKey: await importKey({ kty, crv, x, y } as JWK) };
  } catch (error) {
    throw new RoundsError('CONFIGURATION', `ROUNDS_ISSUER_KEY_FILE: ${file} holds no ES256 private key.`, {
      cause: error,
    });
  }
};

/** @throws RoundsError CONFIGURATION in production, and when the key file holds something else. */
export const openEmbeddedIssuer = async (config: IssuerConfig): Promise<EmbeddedIssuer> => {
  if (config.ROUNDS_ENV === 'production')
    throw new RoundsError(
      'CONFIGURATION',
      'The embedded issuer signs for anyone who can read its key: in production use ROUNDS_AUTH=oidc.',
    );
  const { privateKey, publicKey } = await openKeys(config.ROUNDS_ISSUER_KEY_FILE);
  return {
    issue: (email, { seconds = TWELVE_HOURS_S } = {}) =>
      new SignJWT({ email, email_verified: true })
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
        .setIssuer(ACCEPTED.issuer)
        .setAudience(ACCEPTED.audience)
        .setSubject(normalAddress(email))
        .setIssuedAt()
        .setExpirationTime(`${seconds} seconds`)
        .sign(privateKey),
    verifier: createTokenVerifier(publicKey, ACCEPTED),
  };
};
