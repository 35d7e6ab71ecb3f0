/** What an OpenID Connect provider says of itself (OpenID Connect Discovery, 4). */
import { RoundsError } from '@rounds/contracts/errors';
import { z } from 'zod';

const TIMEOUT_MS = 5_000;

const speaker = z.object({ issuer: z.string() });

/**
 * @param issuer as in the provider's `iss` claim
 * @param shape of what is looked for
 * @throws RoundsError CONFIGURATION where another issuer speaks there; what `fetch` and zod throw where nothing of use does
 */
export const discover = async <T>(issuer: string, shape: z.ZodType<T>): Promise<T> => {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const found: unknown = await response.json();
  if (speaker.parse(found).issuer !== issuer)
    throw new RoundsError('CONFIGURATION', `ROUNDS_OIDC_ISSUER: ${url} speaks for another issuer.`);
  return shape.parse(found);
};
