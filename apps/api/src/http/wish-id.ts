import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { idFromKey, isAnswered } from './idempotency.interceptor.ts';

const ids = new WeakMap<Request, string>();

/** Which wish a request is. */
export interface Wish {
  /** What a handler takes ids from, 24 hex digits. */
  readonly id: string;
  /** It was answered before: what is not there any more is no longer kept, and not made again. */
  readonly isAnswered: boolean;
}

/**
 * For a handler that may be called several times for one request: the same id at each call, and for one
 * Idempotency-Key at each request.
 */
export const wishOf = (request: Request): Wish => {
  const id = idFromKey(request) ?? ids.get(request) ?? randomBytes(12).toString('hex');
  ids.set(request, id);
  return { id, isAnswered: isAnswered(request) };
};
