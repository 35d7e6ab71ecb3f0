import { createRoundsClient } from '@rounds/client/client';
import { accessToken } from '../auth/session.ts';
import { send } from './send.ts';

/** Few and short: a person waits. What failed is said, with a button to try again. */
const RETRY = { attempts: 3, longestPauseMs: 5_000 };

export const api = createRoundsClient({
  baseUrl: location.origin,
  token: accessToken,
  fetch: send,
  retry: RETRY,
});
