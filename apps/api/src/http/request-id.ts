import { randomUUID } from 'node:crypto';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { NextFunction, Request, Response } from 'express';
import type { Metrics } from '../metrics/metrics.service.ts';

const HEADER = 'X-Request-Id';
const ACCEPTABLE = /^[\w-]{8,64}$/;

const ids = new WeakMap<Request, string>();

export const requestIdOf = (request: Request): string => ids.get(request) ?? 'unknown';

/** Every answer is about someone's rights at that moment: nobody keeps it. */
export const forbidCaching = (_request: Request, response: Response, next: NextFunction): void => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/** Keeps a caller's request id, so that one id follows a request through every system; else makes one. */
export const identifyRequest = (request: Request, response: Response, next: NextFunction): void => {
  const offered = request.get(HEADER);
  const id = offered !== undefined && ACCEPTABLE.test(offered) ? offered : randomUUID();
  ids.set(request, id);
  response.setHeader(HEADER, id);
  next();
};

/** The route's pattern, never the address itself: links carry their secret in the path. */
export const routeOf = (request: Request): string => {
  const route = request.route as { path?: unknown } | undefined;
  return typeof route?.path === 'string' ? route.path : 'no route';
};

/** One line and one observation an answer. */
export const recordRequests =
  (logger: Logger, metrics: Pick<Metrics, 'observe'>) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const started = performance.now();
    response.once('finish', () => {
      const { method } = request;
      const ms = Math.round(performance.now() - started);
      const answered = { method, route: routeOf(request), status: response.statusCode };
      logger.info({ requestId: requestIdOf(request), ...answered, ms });
      metrics.observe({ ...answered, seconds: ms / 1000 });
    });
    next();
  };
