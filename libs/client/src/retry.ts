/** Tries again what may be done twice, when the API says when, or when the connection broke. */
import { RoundsUnreachable } from './problem.ts';

export type Fetch = (request: Request) => Promise<Response>;

export interface RetryOptions {
  /** Times that a request is sent at most. Default: 4. 1: never again. */
  readonly attempts?: number;
  /** Longest pause, ms: a Retry-After that asks for more is not waited for. Default: 30 000. */
  readonly longestPauseMs?: number;
}

const FIRST_PAUSE_MS = 250;
const SAFE_TWICE = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];

/** 409 comes with Retry-After while the first request of an Idempotency-Key is at work. */
const MAY_PASS = [409, 429, 502, 503, 504];

const isSafeTwice = ({ method, headers }: Request): boolean =>
  SAFE_TWICE.includes(method) || headers.has('Idempotency-Key');

/** Seconds, or an HTTP date, which counts from the one that the answer bears itself. ms; null: it does not say. */
const retryAfterMs = ({ headers }: Response): number | null => {
  const value = headers.get('Retry-After');
  if (value === null) return null;
  const seconds = Number(value);
  const ms = Number.isNaN(seconds)
    ? Date.parse(value) - Date.parse(headers.get('Date') ?? '')
    : seconds * 1000;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
};

/** Doubling, and each a little different: callers who were turned away together do not come back together. */
const pauseMs = (attempt: number): number => FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random());

/** @throws the signal's reason when it fires meanwhile */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

const attempt = async (send: Fetch, request: Request): Promise<Response | RoundsUnreachable> => {
  try {
    return await send(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    return new RoundsUnreachable(`No API answers at ${new URL(request.url).origin}.`, { cause: error });
  }
};

/** How long to wait before the next try; null: this is how it ended. */
const nextPause = (outcome: Response | RoundsUnreachable, tried: number, longest: number): number | null => {
  if (outcome instanceof RoundsUnreachable) return pauseMs(tried);
  if (!MAY_PASS.includes(outcome.status)) return null;
  const asked = retryAfterMs(outcome);
  if (outcome.status === 409 && asked === null) return null;
  const ms = asked ?? pauseMs(tried);
  return ms > longest ? null : ms;
};

/** @throws RoundsUnreachable once the attempts are used up without an answer */
export const withRetries = (send: Fetch, options: RetryOptions = {}): Fetch => {
  const { attempts = 4, longestPauseMs = 30_000 } = options;
  return async (request) => {
    const most = isSafeTwice(request) ? attempts : 1;
    for (let tried = 1; ; tried += 1) {
      // A body can be read once: the next try needs its own.
      const outcome = await attempt(send, tried < most ? request.clone() : request);
      const ms = tried < most ? nextPause(outcome, tried, longestPauseMs) : null;
      if (ms === null) {
        if (outcome instanceof RoundsUnreachable) throw outcome;
        return outcome;
      }
      if (outcome instanceof Response) await outcome.body?.cancel();
      await pause(ms, request.signal);
    }
  };
};
