import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { RoundsError } from '@rounds/contracts/errors';
import type { Request, Response } from 'express';
import { LOGGER } from '../platform/tokens.ts';
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
    const error = toRoundsError(thrown);
    const requestId = requestIdOf(request);
    logFault(this.logger, error, requestId);
    // The client has gone, or the answer has begun: nothing more can be said.
    if (response.headersSent) return;
    setRetryAfter(response, error);
    if (error.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response
      .status(error.status)
      .type(PROBLEM_MEDIA_TYPE)
      .send(JSON.stringify(toProblem(error, requestId)));
  }
}

/** Only our own faults: a client's are its own business, and the access log counts them. */
export const logFault = (logger: Logger, error: RoundsError, requestId: string): void => {
  if (error.status >= 500)
    logger.error({ requestId, code: error.code, err: error.cause ?? error }, error.message);
};

const setRetryAfter = (response: Response, { retryAfterMs }: RoundsError): void => {
  if (retryAfterMs !== undefined) response.setHeader('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
};
