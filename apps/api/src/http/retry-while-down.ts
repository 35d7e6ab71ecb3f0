/**
 * For requests that must not be refused because a server is being started again: they wait and are tried again,
 * for as long as callers usually wait for an answer.
 */
import { setTimeout as delay } from 'node:timers/promises';
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { toRoundsError } from './to-rounds-error.ts';

/** Less than the half minute after which most callers and proxies give up. */
const RETRY_FOR_MS = 25_000;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 1_000;

/**
 * Tries again while a server that is needed does not answer.
 *
 * @param work may be done several times
 * @param forMs from now on; what is being tried then may end later
 */
export const retryWhileDown = async <T>(work: () => Promise<T>, forMs = RETRY_FOR_MS): Promise<T> => {
  const end = performance.now() + forMs;
  for (let wait = FIRST_DELAY_MS; ; wait = Math.min(wait * 2, LONGEST_DELAY_MS)) {
    try {
      return await work();
    } catch (error) {
      if (toRoundsError(error).code !== 'DEPENDENCY_DOWN' || performance.now() + wait > end) throw error;
      await delay(wait);
    }
  }
};

const RETRIED = 'waits for servers that are started again';

export const isRetriedWhileDown = (reflector: Reflector, context: ExecutionContext): boolean =>
  reflector.get<boolean | undefined>(RETRIED, context.getHandler()) === true;

@Injectable()
class RetryWhileDownInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    // `handle()` calls the handler anew at each subscription.
    return defer(() => retryWhileDown(() => lastValueFrom(next.handle())));
  }
}

/** The handler may be called several times for one request: what it makes takes its id from `identityOf`. */
export const RetryWhileDown = (): MethodDecorator =>
  applyDecorators(SetMetadata(RETRIED, true), UseInterceptors(RetryWhileDownInterceptor));
