/** The API, as the user of `--user` (development) or of ROUNDS_TOKEN. */
import { createRoundsClient, type RoundsClient } from '@rounds/client/client';
import { RoundsError } from '@rounds/contracts/errors';
import { callerConfig } from './config.ts';
import { tokenFor } from './token.ts';

export interface CallerOptions {
  readonly user?: string;
  readonly auditReason?: string;
}

/** @throws RoundsError UNAUTHENTICATED when nobody is named */
export const connect = async ({ user, auditReason }: CallerOptions): Promise<RoundsClient> => {
  const { ROUNDS_API_URL, ROUNDS_TOKEN } = callerConfig();
  const token = user === undefined ? ROUNDS_TOKEN : await tokenFor(user);
  if (token === undefined)
    throw new RoundsError(
      'UNAUTHENTICATED',
      'Say who asks: give --user EMAIL, or a bearer token in ROUNDS_TOKEN.',
    );
  const explained = async (request: Request): Promise<Response> => {
    request.headers.set('Audit-Reason', encodeURIComponent(auditReason ?? ''));
    return fetch(request);
  };
  const how = auditReason === undefined ? {} : { fetch: explained };
  return createRoundsClient({ baseUrl: ROUNDS_API_URL, token, ...how });
};
