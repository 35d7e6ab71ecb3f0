import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RoundsError } from '@rounds/contracts/errors';
import type { Request, Response } from 'express';
import { AuthGuard } from '../auth/auth.guard.ts';
import { isOperator, setCaller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { CONFIG } from '../platform/tokens.ts';

/** Origin of a URL, undefined without one. */
export const originOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : new URL(url).origin;

/**
 * Who may have payloads decoded: an operator by bearer token; while developing also the configured Web UI,
 * which holds no token there.
 */
@Injectable()
export class CodecGuard implements CanActivate {
  constructor(
    @Inject(AuthGuard) private readonly auth: AuthGuard,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const fromUi = this.allowUi(request, response);
    if (request.method === 'OPTIONS') return true;
    if (fromUi && this.config.ROUNDS_ENV === 'development') return true;
    const caller = await this.auth.authenticate(request);
    if (!isOperator(caller)) throw new RoundsError('FORBIDDEN', 'Only an operator may decode payloads.');
    setCaller(request, caller);
    return true;
  }

  /** The browser lets the Web UI read the answer, and no other page. */
  private allowUi(request: Request, response: Response): boolean {
    response.vary('Origin');
    const ui = originOf(this.config.ROUNDS_TEMPORAL_UI_URL);
    if (ui === undefined || request.get('Origin') !== ui) return false;
    response.setHeader('Access-Control-Allow-Origin', ui);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Methods', 'POST');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Namespace');
    response.setHeader('Access-Control-Max-Age', '600');
    return true;
  }
}
