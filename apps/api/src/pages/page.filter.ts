import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { ErrorCode, RoundsError } from '@rounds/contracts/errors';
import type { Request, Response } from 'express';
import { logFault } from '../http/problem.filter.ts';
import { requestIdOf } from '../http/request-id.ts';
import { toRoundsError } from '../http/to-rounds-error.ts';
import { LOGGER } from '../platform/tokens.ts';
import { html, type Html } from './html.ts';
import { page } from './layout.ts';
import { OfferingError } from './offering-error.ts';

const TITLES: Readonly<Partial<Record<ErrorCode, string>>> = {
  LINK_EXPIRED: 'This link has expired',
  LINK_REVOKED: 'This link was withdrawn',
  FORBIDDEN: 'You may not see this report any more',
  NOT_FOUND: 'This link leads nowhere',
  INVALID_INPUT: 'That did not work',
  DEPENDENCY_DOWN: 'Try again in a moment',
};

const wordsOf = (error: RoundsError): string =>
  error.status < 500 || error.code === 'DEPENDENCY_DOWN'
    ? error.message
    : 'Something went wrong here, and it is not your fault. Please try again later.';

const offered = ({ offer }: OfferingError): Html =>
  html`<form method="post" action="${offer.action}"><button>${offer.label}</button></form>`;

/** Refusals in words, for people who followed a link of a mail. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = toRoundsError(thrown);
    const requestId = requestIdOf(request);
    logFault(this.logger, error, requestId);
    if (response.headersSent) return;
    const offer = error instanceof OfferingError ? [offered(error)] : [];
    const body = html`<p>${wordsOf(error)}</p>
      ${offer}
      <p class="quiet">Request ${requestId}</p>`;
    response
      .status(error.status)
      .type('html')
      .send(page(TITLES[error.code] ?? 'Something went wrong', body));
  }
}
