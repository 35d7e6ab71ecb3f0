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
import type { Response } from 'express';
import type { Observable } from 'rxjs';

const DEPRECATION = 'deprecation';

/** Marks the route for openapi/conventions.ts. */
export const DEPRECATED_ROUTE = 'x-deprecated';

export interface Deprecation {
  /** ISO date from which nobody should begin to use it. */
  readonly since: string;
  /** ISO date after which it may be gone; absent while that is not decided. */
  readonly sunset?: string;
  /** Path of what to use instead. */
  readonly successor: string;
}

/** RFC 9745 (Deprecation), RFC 8594 (Sunset), RFC 5829 (successor-version). */
export const deprecationHeaders = ({ since, sunset, successor }: Deprecation): Record<string, string> => ({
  Deprecation: `@${Date.parse(since) / 1000}`,
  ...(sunset === undefined ? {} : { Sunset: new Date(sunset).toUTCString() }),
  Link: `<${successor}>; rel="successor-version"`,
});

@Injectable()
class DeprecationInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handlers = [context.getHandler(), context.getClass()];
    const headers = this.reflector.getAllAndOverride<Record<string, string>>(DEPRECATION, handlers);
    // Before the work, so that a refusal says it too.
    context.switchToHttp().getResponse<Response>().set(headers);
    return next.handle();
  }
}

/** For routes, or a controller of routes, that others have replaced. */
export const Deprecated = (deprecation: Deprecation): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(DEPRECATION, deprecationHeaders(deprecation)),
    UseInterceptors(DeprecationInterceptor),
    ApiExtension(DEPRECATED_ROUTE, true),
  );
