import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RoundsError } from '@rounds/contracts/errors';
import type { Request } from 'express';
import type { ApiConfig } from '../../config.ts';
import { CONFIG } from '../../platform/tokens.ts';
import { appOrigins } from './served.ts';

const LOCAL = ['localhost', '127.0.0.1', '::1'];

const hostnameOf = (host: string): string =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname.replaceAll(/[[\]]/g, '') : '';

/** A page of anybody's may name this machine by a domain of its own (DNS rebinding): it gets no sign-in by that name. */
@Injectable()
export class OwnHostGuard implements CanActivate {
  private readonly hosts: readonly string[];

  constructor(@Inject(CONFIG) config: ApiConfig) {
    this.hosts = [...LOCAL, ...appOrigins(config).map((origin) => new URL(origin).hostname)];
  }

  canActivate(context: ExecutionContext): boolean {
    // The header itself: what a proxy is said to have seen, the page of a rebinding could say too.
    const { host = '' } = context.switchToHttp().getRequest<Request>().headers;
    if (this.hosts.includes(hostnameOf(host))) return true;
    throw new RoundsError('FORBIDDEN', 'People sign in by the address that ROUNDS_PUBLIC_URL names.');
  }
}
