import { Catch, Inject, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import { RoundsError } from '@rounds/contracts/errors';
import type { Request, Response } from 'express';
import { forLog } from '../platform/for-log.ts';
import { LOGGER } from '../platform/tokens.ts';
import { allowedMethods } from './allowed-methods.ts';
import { PROBLEM_MEDIA_TYPE, toProblem } from './problem.ts';
import { requestIdOf } from './request-id.ts';
import { toRoundsError } from './to-rounds-error.ts';

/** The one place where errors become answers, except for people's pages (pages/page.filter.ts). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const allowed = thrown instanceof NotFoundException ? allowedMethods(request) : [];
    const error = allowed.length > 0 ? notAllowed(request, allowed) : toRoundsError(thrown);
    const requestId = requestIdOf(request);
    logFault(this.logger, error, requestId);
    // The client has gone, or the answer has begun: nothing more can be said.
    if (response.headersSent) return;
    // Whatever the route said of a good answer: a refusal is of this request alone.
    response.setHeader('Cache-Control', 'no-store');
    setRetryAfter(response, error);
    if (allowed.length > 0) response.setHeader('Allow', allowed.join(', '));
    if (error.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response
      .status(error.status)
      .type(PROBLEM_MEDIA_TYPE)
      .send(JSON.stringify(toProblem(error, requestId)));
  }
}

/** Nest knows no route for it; of our own errors none is a NotFoundException. */
const notAllowed = ({ method, path }: Request, allowed: readonly string[]): RoundsError =>
  new RoundsError('METHOD_NOT_ALLOWED', `${path} takes ${allowed.join(', ')}, not ${method}.`);

/** Only what is not the client's own business; the access log counts all. */
export const logFault = (logger: Logger, error: RoundsError, requestId: string): void => {
  const { code, status, message, fields } = error;
  if (status === 503) logger.warn({ requestId, code, fields }, message);
  else if (status >= 500)
    logger.error({ requestId, code, fault: forLog(error.cause ?? error) }, 'A request failed.');
};

const RETRY_AFTER_MS = 5_000;

const setRetryAfter = (response: Response, error: RoundsError): void => {
  const retryAfterMs = error.retryAfterMs ?? (error.status === 503 ? RETRY_AFTER_MS : undefined);
  if (retryAfterMs !== undefined) response.setHeader('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
};
