import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { TokenVerifier } from '@rounds/adapters/auth/token-verifier';
import { RoundsError } from '@rounds/contracts/errors';
import { DEFAULT_LANGUAGE } from '@rounds/contracts/language';
import { broken } from '@rounds/contracts/rules';
import type { Request } from 'express';
import { isRetriedWhileDown, retryWhileDown } from '../http/retry-while-down.ts';
import { reasonOf } from '../http/reason.ts';
import { requestIdOf } from '../http/request-id.ts';
import { TOKEN_VERIFIER } from '../platform/tokens.ts';
import { AccountsService } from './accounts.service.ts';
import { setCaller, type Caller } from './caller.ts';

const OPEN = 'open to everyone';

/** Marks the route for openapi/conventions.ts. */
export const OPEN_ROUTE = 'x-open';

/** For what needs no token: health, pages that a mailed link opens. Everything else needs one. */
export const Open = () => applyDecorators(SetMetadata(OPEN, true), ApiExtension(OPEN_ROUTE, true));

export const isOpen = (reflector: Reflector, context: ExecutionContext): boolean =>
  reflector.getAllAndOverride<boolean | undefined>(OPEN, [context.getHandler(), context.getClass()]) === true;

const bearerOf = (request: Request): string => {
  const [scheme, token, ...rest] = (request.get('Authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined && token !== '' && rest.length === 0)
    return token;
  throw new RoundsError('UNAUTHENTICATED', 'This needs a bearer token in the Authorization header.', {
    fields: [broken('Authorization', 'not-a-bearer-token')],
  });
};

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TOKEN_VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(AccountsService) private readonly accounts: AccountsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isOpen(this.reflector, context)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const authenticate = () => this.authenticate(request);
    const isAwaited = isRetriedWhileDown(this.reflector, context);
    setCaller(request, await (isAwaited ? retryWhileDown(authenticate) : authenticate()));
    return true;
  }

  /** @throws RoundsError UNAUTHENTICATED, TOKEN_EXPIRED or FORBIDDEN */
  async authenticate(request: Request): Promise<Caller> {
    const requestId = requestIdOf(request);
    const identity = await this.verifier.verify(bearerOf(request));
    const user = await this.accounts.of(identity, requestId);
    const { _id: userId, roles, language = DEFAULT_LANGUAGE } = user;
    const ifMatch = request.get('If-Match');
    return {
      ...{ userId, email: user.email, name: user.name, roles, language },
      ...{ requestId, ifMatch, reason: reasonOf(request), tokenEndsAt: identity.expiresAt },
    };
  }
}
