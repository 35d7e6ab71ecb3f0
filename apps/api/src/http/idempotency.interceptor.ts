import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  SetMetadata,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import {
  createIdempotencyRepository,
  type IdempotencyRepository,
  type KeptAnswer,
} from '@rounds/adapters/mongo/idempotency.repository';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import type { Request, Response } from 'express';
import { catchError, from, mergeMap, of, type Observable } from 'rxjs';
import { isOpen } from '../auth/auth.guard.ts';
import { callerOf } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { isRetriedWhileDown, retryWhileDown } from './retry-while-down.ts';
import { uploadOf } from './upload.interceptor.ts';

const atOnce = <T>(work: () => Promise<T>): Promise<T> => work();

const ACCEPTABLE = /^[\x21-\x7e]{1,255}$/;
const TRY_AGAIN_MS = 1_000;

/** Of everything that the caller wants: the body, and the file beside it. */
const hashOf = (request: Request): string => {
  const file = uploadOf(request);
  const body = canonicalJson(request.body ?? null);
  return sha256Of(file === undefined ? body : `${body}|${sha256Of(file.buffer)}|${file.originalname}`);
};

/** The key of one caller on one route; undefined without the header. */
const keyOf = (request: Request): string | undefined => {
  const key = request.get('Idempotency-Key');
  if (key === undefined) return undefined;
  if (!ACCEPTABLE.test(key))
    throw new RoundsError('INVALID_INPUT', 'The Idempotency-Key is not valid.', {
      fields: [broken('Idempotency-Key', 'not-an-idempotency-key')],
    });
  return `${callerOf(request).userId}|${request.method} ${request.path}|${key}`;
};

/** Of requests with a key: the id that it stands for, and whether it was answered before. */
const keyed = new WeakMap<Request, { readonly id: string; readonly isAnswered: boolean }>();

/**
 * What a handler derives ids from: doing the work of a key again, because the first try died before its
 * answer was kept, then makes the same thing and no second one. Undefined without a key.
 */
export const idFromKey = (request: Request): string | undefined => keyed.get(request)?.id;

/** Whether the same request was answered before: then a handler of `AnswersAnew` makes nothing, and shows what there is. */
export const isAnswered = (request: Request): boolean => keyed.get(request)?.isAnswered ?? false;

const ANSWERS_ANEW = 'answers anew';

/**
 * For a handler whose answer tells a state that changes, or holds a secret: it is asked again, and its answer never
 * kept.
 */
export const AnswersAnew = () => SetMetadata(ANSWERS_ANEW, true);

/**
 * Same key and same body: the same thing, as it is now. Another body: 409. Refusals are not kept. Routes without a
 * bearer token are left alone: done twice they do no more than once, and what they answer (files' addresses, decrypted
 * payloads) must not be kept.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @Inject(createIdempotencyRepository) private readonly answers: IdempotencyRepository,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const counts = request.method === 'POST' && !isOpen(this.reflector, context);
    const key = counts ? keyOf(request) : undefined;
    if (key === undefined) return next.handle();
    const persist = isRetriedWhileDown(this.reflector, context) ? retryWhileDown : atOnce;
    const { id, kept } = await persist(() => this.take(key, hashOf(request)));
    keyed.set(request, { id, isAnswered: kept !== null });
    const anew = this.reflector.get<boolean | undefined>(ANSWERS_ANEW, context.getHandler()) === true;
    if (kept !== null) response.set('Idempotent-Replayed', 'true');
    if (kept !== null && !anew) return of(replay(response, kept));
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        const answer = anew ? null : body;
        const headers = headersOf(response);
        await persist(() => this.answers.keep(key, { status: response.statusCode, body: answer, headers }));
        return body;
      }),
      catchError((error: unknown) => from(this.refuse(key, error))),
    );
  }

  private async take(key: string, bodyHash: string): Promise<{ id: string; kept: KeptAnswer | null }> {
    const taken = await this.answers.take(key, bodyHash, new Date(this.now()));
    switch (taken.state) {
      case 'free':
        return { id: taken.seed, kept: null };
      case 'answered':
        return { id: taken.seed, kept: taken.answer };
      case 'other-body':
        throw new RoundsError(
          'IDEMPOTENCY_KEY_REUSED',
          'This Idempotency-Key was used with another body: take a new key for a new request.',
          { fields: [broken('Idempotency-Key', 'idempotency-key-used')] },
        );
      case 'busy':
        throw new RoundsError('CONFLICT', 'The first request with this Idempotency-Key is still at work.', {
          retryAfterMs: TRY_AGAIN_MS,
        });
    }
  }

  private async refuse(key: string, error: unknown): Promise<never> {
    await this.answers.release(key);
    throw error;
  }
}

const KEPT_HEADERS = ['Location', 'ETag', 'Preference-Applied'];

const headersOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = response.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const replay = (response: Response, { status, body, headers }: KeptAnswer): unknown => {
  response.status(status).set({ ...headers });
  return body;
};
