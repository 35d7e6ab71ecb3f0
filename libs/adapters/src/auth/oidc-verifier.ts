/** Tokens of an OpenID Connect provider: its keys are found by discovery, kept, and read again when they rotate. */
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { discover } from './discovery.ts';
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

const withKeys = z.object({ jwks_uri: z.url() });

const discoverKeys = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const { jwks_uri: keys } = await discover(issuer, withKeys);
  return createRemoteJWKSet(new URL(keys));
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
