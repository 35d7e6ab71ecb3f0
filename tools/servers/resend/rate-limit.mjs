import { ApiError } from './api-error.mjs';

const WINDOW_MS = 1_000;

/**
 * So many requests in each second, as Resend counts them per team.
 *
 * @param {number} perSecond
 * @param {() => number} [now] ms
 * @returns {() => Record<string, string>} called once per request; gives the answer's headers
 * @throws {ApiError} 429 with `retry-after` in seconds
 */
export function createRateLimit(perSecond, now = Date.now) {
  let windowStart = 0;
  let used = 0;
  return () => {
    if (now() - windowStart >= WINDOW_MS) {
      windowStart = now();
      used = 0;
    }
    used += 1;
    const headers = {
      'ratelimit-limit': String(perSecond),
      'ratelimit-remaining': String(Math.max(0, perSecond - used)),
      'ratelimit-reset': '1',
    };
    if (used <= perSecond) return headers;
    const message = `Too many requests. You can only make ${perSecond} requests per second.`;
    throw new ApiError(429, 'rate_limit_exceeded', message, { ...headers, 'retry-after': '1' });
  };
}
