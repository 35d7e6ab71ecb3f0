/** How long to wait before a call is tried again. */
import { HOUR_MS } from '@rounds/contracts/durations';

const FIRST_MS = 5_000;
const MOST_MS = HOUR_MS;
/** A receiver that asks for more than this is tried again all the same. */
const MOST_ASKED_MS = 6 * HOUR_MS;

/**
 * Doubling from five seconds to an hour; half of it is chance, so that calls that failed together do not come
 * back together.
 *
 * @param attempt 1 for the first one that failed
 * @param random of [0, 1)
 */
export const backOffMs = (attempt: number, random: number = Math.random()): number => {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 30));
  return Math.round(full / 2 + (full / 2) * random);
};

/** Seconds or an HTTP date (RFC 9110); null for anything else, or none. */
export const askedMs = (retryAfter: string | undefined, now: number): number | null => {
  if (retryAfter === undefined) return null;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isFinite(ms) ? Math.min(MOST_ASKED_MS, Math.max(0, ms)) : null;
};
