import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { idFromKey } from './idempotency.interceptor.ts';

const ids = new WeakMap<Request, string>();

/**
 * What a handler that may be called several times for one request takes its ids from: the same at each call, and for
 * one Idempotency-Key at each request.
 */
export const wishIdOf = (request: Request): string => {
  const id = idFromKey(request) ?? ids.get(request) ?? randomBytes(12).toString('hex');
  ids.set(request, id);
  return id;
};
