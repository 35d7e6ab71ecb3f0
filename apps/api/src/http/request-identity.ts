import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { idFromKey, isAnswered } from './idempotency.interceptor.ts';

const ids = new WeakMap<Request, string>();

/** What tells a request from all others, and is the same for one that is repeated with its Idempotency-Key. */
export interface RequestIdentity {
  /** From which the ids of what is made derive, 24 hex digits. */
  readonly id: string;
  /** It was answered before: what is not there any more is no longer kept, and not made again. */
  readonly isAnswered: boolean;
}

/** The same at each call for one request: a handler may be called several times for it. */
export const identityOf = (request: Request): RequestIdentity => {
  const id = idFromKey(request) ?? ids.get(request) ?? randomBytes(12).toString('hex');
  ids.set(request, id);
  return { id, isAnswered: isAnswered(request) };
};
