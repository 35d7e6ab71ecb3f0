/** Tokens of an OpenID Connect provider: its keys are found by discovery, kept, and read again when they rotate. */
import { RoundsError } from '@rounds/contracts/errors';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import {
  createTokenVerifier,
  OIDC_ALGORITHMS,
  STANDARD_CLAIMS,
  type EmailClaims,
  type TokenVerifier,
} from './token-verifier.ts';

export interface OidcConfig {
  /** As in the provider's `iss` claim. */
  readonly issuer: string;
  readonly audience: string;
  readonly claims?: EmailClaims;
}

const DISCOVERY_TIMEOUT_MS = 5_000;
const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

const discoverKeys = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS) });
  const found = discovery.parse(await response.json());
  if (found.issuer !== issuer)
    throw new RoundsError('CONFIGURATION', `ROUNDS_OIDC_ISSUER: ${url} speaks for another issuer.`);
  return createRemoteJWKSet(new URL(found.jwks_uri));
};

/** Discovers at the first token, not at start: the API comes up while the provider is away. */
export const createOidcVerifier = ({
  issuer,
  audience,
  claims = STANDARD_CLAIMS,
}: OidcConfig): TokenVerifier => {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const findKey: JWTVerifyGetKey = async (header, token) => {
    keys ??= discoverKeys(issuer).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return (await keys)(header, token);
  };
  return createTokenVerifier(findKey, { issuer, audience, claims, algorithms: OIDC_ALGORITHMS });
};
