import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
// Nest injects by the class, which it finds in the decorators' metadata.
// oxlint-disable-next-line typescript/consistent-type-imports
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { entityTag, isKnown } from './entity-tag.ts';

const VERSION_FIELD = 'version field';

/** Marks the route for openapi/conventions.ts: whether the answer has an ETag. */
export const VERSIONED = 'x-versioned';

/** Gives the answer its ETag, and 304 to a reader who holds it already. */
@Injectable()
class EntityTagInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const field = this.reflector.get<string>(VERSION_FIELD, context.getHandler());
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((body: Readonly<Record<string, unknown>>) => {
        const tag = entityTag(Number(body[field]), body);
        response.setHeader('ETag', tag);
        if (request.method !== 'GET' || !isKnown(request.get('If-None-Match'), tag)) return body;
        response.status(304);
        return undefined;
      }),
    );
  }
}

/**
 * For a route that answers with one thing that has versions: ETag, 304 for If-None-Match. A change beside it asks
 * `demandMatch(caller, version)` once it has read what it changes.
 *
 * @param field of the answer: the integer that grows with each change
 */
export const Versioned = (field = 'revision'): MethodDecorator =>
  applyDecorators(
    SetMetadata(VERSION_FIELD, field),
    UseInterceptors(EntityTagInterceptor),
    ApiExtension(VERSIONED, true),
  );

/** For a change that answers with something else: If-Match holds there too. */
export const Conditional = (): MethodDecorator => ApiExtension(VERSIONED, false);
