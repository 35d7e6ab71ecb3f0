import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { UserDocument } from '@rounds/contracts/collections';
import type { Language } from '@rounds/contracts/language';
import { RoundsError } from '@rounds/contracts/errors';
import type { Request } from 'express';

/** The user whose token the request bears. */
export interface Caller {
  readonly userId: string;
  readonly email: string;
  readonly name: string | null;
  readonly roles: UserDocument['roles'];
  readonly language: Language;
  /** For what lasts longer than a request. */
  readonly tokenEndsAt: Date;
  /** Names the request, in the logs and in the audit trail. */
  readonly requestId: string;
  /** Why they do it, for the audit trail. */
  readonly reason?: string | undefined;
  /** The request's If-Match, for http/entity-tag.ts. */
  readonly ifMatch?: string | undefined;
}

const callers = new WeakMap<Request, Caller>();

export const setCaller = (request: Request, caller: Caller): void => {
  callers.set(request, caller);
};

export const findCaller = (request: Request): Caller | undefined => callers.get(request);

/** @throws RoundsError UNAUTHENTICATED on a route that the guard leaves open. */
export const callerOf = (request: Request): Caller => {
  const caller = callers.get(request);
  if (caller === undefined) throw new RoundsError('UNAUTHENTICATED', 'This needs a bearer token.');
  return caller;
};

/** Operators see every subscription and job, not what reports say: that takes a membership. */
export const isOperator = ({ roles }: Caller): boolean => roles.includes('operator');

/** Auditors see what operators see and change nothing. */
export const seesAll = (caller: Caller): boolean => isOperator(caller) || caller.roles.includes('auditor');

/** @throws RoundsError FORBIDDEN */
export const demandOperator = (caller: Caller): void => {
  if (!isOperator(caller)) throw new RoundsError('FORBIDDEN', 'Only an operator may do this.');
};

/** @throws RoundsError FORBIDDEN */
export const demandSeesAll = (caller: Caller): void => {
  if (!seesAll(caller)) throw new RoundsError('FORBIDDEN', 'Only an operator or an auditor may see this.');
};

export const FromCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest()),
);
