/** Where the issuer answers people who sign in by a browser: it may do so at other origins than its own. */
import { discover } from '@rounds/adapters/auth/discovery';
import type { Logger } from '@rounds/adapters/logging/logger';
import { z } from 'zod';
import { ownEndpoints, servesSignIn } from '../auth/embedded/served.ts';
import type { ApiConfig } from '../config.ts';
import { forLog } from '../platform/for-log.ts';
import type { Clock } from '../platform/tokens.ts';
import type { IssuerEndpoints } from './installation.dto.ts';
import { signInOf } from './sign-in.ts';

/** Never fails. Null: it has not said so yet, or there is none. */
export type AskIssuer = () => Promise<IssuerEndpoints | null>;

/** ms. Long enough that it is hardly ever asked, short enough that a move of its addresses is known within the hour. */
const FRESH_MS = 3_600_000;
/** ms. After a failure; meanwhile what was known goes on counting. */
const AGAIN_MS = 60_000;

/** A URL takes more as a host than a policy may be given: `*` would be everybody, and `;` a directive of its own. */
const PLAIN_ORIGIN = /^https?:\/\/[\w.:[\]-]+$/;
const address = z.url().refine((url) => PLAIN_ORIGIN.test(new URL(url).origin));

const shape = z.object({
  authorization_endpoint: address,
  token_endpoint: address,
  end_session_endpoint: address.optional(),
});

const ask = async (issuer: string): Promise<IssuerEndpoints> => {
  const found = await discover(issuer, shape);
  return {
    authorization: found.authorization_endpoint,
    token: found.token_endpoint,
    endSession: found.end_session_endpoint ?? null,
  };
};

interface Deps {
  readonly logger: Logger;
  readonly now: Clock;
}

/** Asked by the first who wants to know, not at start: the API comes up while the issuer is away. */
const askForeign = (issuer: string, { logger, now }: Deps): AskIssuer => {
  let known: IssuerEndpoints | null = null;
  let goodUntil = 0;
  let asking: Promise<void> | undefined;

  const askAnew = async (): Promise<void> => {
    try {
      known = await ask(issuer);
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
    if (now() >= goodUntil) asking ??= askAnew();
    // Whoever comes first waits for it; afterwards nobody does.
    if (known === null) await asking;
    return known;
  };
};

export const createAskIssuer = (config: ApiConfig, deps: Deps): AskIssuer => {
  const authority = signInOf(config)?.authority;
  if (servesSignIn(config)) return () => Promise.resolve(ownEndpoints(config));
  return authority === undefined ? () => Promise.resolve(null) : askForeign(authority, deps);
};
