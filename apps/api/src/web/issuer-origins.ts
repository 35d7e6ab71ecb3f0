/** Where the web app goes to sign people in: an issuer may answer at other origins than its own. */
import { discover } from '@rounds/adapters/auth/discovery';
import type { Logger } from '@rounds/adapters/logging/logger';
import { z } from 'zod';
import { forLog } from '../platform/for-log.ts';
import type { Clock } from '../platform/tokens.ts';

/** For the policy of its pages: exactly what they do there. To leave for a page of the issuer needs no leave. */
export interface IssuerOrigins {
  /** Asked by scripts: what the issuer says of itself, and for tokens. */
  readonly asked: readonly string[];
  /** Shown in the hidden frame in which a token is renewed. */
  readonly framed: readonly string[];
}

/** ms. Long enough that it is hardly ever asked, short enough that a move of its addresses is known within the hour. */
const FRESH_MS = 3_600_000;
/** ms. After a failure; meanwhile what was known goes on counting. */
const AGAIN_MS = 60_000;

/** A URL takes more as a host than a policy may be given: `*` would be everybody, and `;` a directive of its own. */
const PLAIN = /^https?:\/\/[\w.:[\]-]+$/;
const origin = z
  .url()
  .transform((url) => new URL(url).origin)
  .pipe(z.string().regex(PLAIN));

const endpoints = z.object({ authorization_endpoint: origin, token_endpoint: origin });

const originsOf = (issuer: string, framed = issuer, token = issuer): IssuerOrigins => ({
  asked: [...new Set([issuer, token])],
  framed: [framed],
});

/**
 * Asked for at the first page, not at start: the API comes up while the issuer is away.
 *
 * @param issuer null: there is none, or it is the API itself
 * @returns never fails: where nothing is known, of the issuer's own origin
 */
export const createIssuerOrigins = (
  issuer: string | null,
  { logger, now }: { readonly logger: Logger; readonly now: Clock },
): (() => Promise<IssuerOrigins>) => {
  if (issuer === null) return () => Promise.resolve({ asked: [], framed: [] });
  const own = new URL(issuer).origin;
  let known: IssuerOrigins | undefined;
  let goodUntil = 0;
  let asking: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    try {
      const found = await discover(issuer, endpoints);
      known = originsOf(own, found.authorization_endpoint, found.token_endpoint);
      goodUntil = now() + FRESH_MS;
    } catch (error) {
      goodUntil = now() + AGAIN_MS;
      logger.warn(
        { issuer, fault: forLog(error) },
        'The issuer did not say where it answers. What was known before counts, else its own origin alone.',
      );
    }
    asking = undefined;
  };

  return async () => {
    if (now() >= goodUntil) asking ??= ask();
    // Whoever comes first waits for it; afterwards nobody does.
    if (known === undefined) await asking;
    return known ?? originsOf(own);
  };
};
