import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension, DECORATORS } from '@nestjs/swagger';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import type { Request, Response } from 'express';
import { AuthGuard } from '../auth/auth.guard.ts';
import { demandShallow } from './depth.ts';
import { RateLimits } from './rate-limits.ts';

const UNLIMITED = 'answers however often it is asked';

/** Marks the route for openapi/conventions.ts. */
export const UNLIMITED_ROUTE = 'x-unlimited';

/** For what machines of our own ask again and again: health and metrics. */
export const Unlimited = () =>
  applyDecorators(SetMetadata(UNLIMITED, true), ApiExtension(UNLIMITED_ROUTE, true));

/** Who asks, how often, and in what form: before anything is done for them. */
@Injectable()
export class AdmissionGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AuthGuard) private readonly auth: AuthGuard,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const handlers = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(UNLIMITED, handlers) === true)
      return this.auth.canActivate(context);
    try {
      await this.auth.canActivate(context);
    } catch (error) {
      // Guessing tokens counts as asking without one, and so does a sign-in that opens no account.
      if (error instanceof RoundsError && [401, 403].includes(error.status))
        await this.limits.count(request, response);
      throw error;
    }
    await this.limits.count(request, response);
    demandMediaType(request, this.reflector.getAllAndOverride(DECORATORS.API_CONSUMES, handlers));
    demandShallow(request.body);
    return true;
  }
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** @param consumed what `@ApiConsumes` documents; without it a route takes JSON */
const demandMediaType = (request: Request, consumed: readonly string[] | undefined): void => {
  if (request.method === 'GET' || !hasBody(request)) return;
  const takes = consumed ?? ['application/json'];
  const accepted = consumed === undefined ? ['json', '+json'] : [...consumed];
  if (request.is(accepted) !== false) return;
  throw new RoundsError('UNSUPPORTED_MEDIA_TYPE', `The body must be ${takes.join(' or ')}.`, {
    fields: [broken('Content-Type', 'unknown-option', { known: takes })],
  });
};
