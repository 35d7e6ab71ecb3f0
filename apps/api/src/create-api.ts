import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { systemClock } from '@rounds/adapters/clock';
import { createLogger, type Logger } from '@rounds/adapters/logging/logger';
import type { IncomingMessage } from 'node:http';
import { AppModule } from './app.module.ts';
import type { ApiConfig } from './config.ts';
import { compress } from './http/compress.ts';
import { allowOrigins } from './http/cors.ts';
import { nestLogger } from './http/nest-logger.ts';
import { forbidCaching, identifyRequest, recordRequests } from './http/request-id.ts';
import { securityHeaders } from './http/security-headers.ts';
import { Metrics } from './metrics/metrics.service.ts';
import { serveOpenApi } from './openapi/openapi.ts';
import type { AskIssuer } from './installation/issuer.ts';
import { ASK_ISSUER, type Clock } from './platform/tokens.ts';
import { LOGO_TYPES, MOST_LOGO_BYTES } from './templates/logos.service.ts';
import { serveWeb } from './web/serve-web.ts';

export interface ApiOverrides {
  /** Now, in epoch milliseconds; tests let days pass by it. Default: the system's clock. */
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Of the built web app. Default: none is served. */
  readonly webFolder?: string;
}

const isJson = (request: IncomingMessage): boolean =>
  /^application\/(?:[\w.-]+\+)?json\b/i.test(request.headers['content-type'] ?? '');

const isCodec = (request: IncomingMessage): boolean => request.url?.startsWith('/codec/') === true;

/** Signatures are over bytes: no parser may come between. */
const isHook = (request: IncomingMessage): boolean => request.url?.startsWith('/api/v1/hooks/') === true;

/** Nobody may fail to unsubscribe by their form: no parser refuses it before its own, lenient reader. */
const isUnsubscription = (request: IncomingMessage): boolean => request.url?.startsWith('/u/') === true;

/** Temporal's payloads may be large; everything else that callers send is small. */
const parseBodies = (app: NestExpressApplication): void => {
  app.useBodyParser('raw', {
    limit: '256kb',
    type: (request) => isHook(request) || isUnsubscription(request),
  });
  app.useBodyParser('json', { limit: '256kb', type: (request) => isJson(request) && !isCodec(request) });
  app.useBodyParser('json', { limit: '16mb', type: (request) => isJson(request) && isCodec(request) });
  app.useBodyParser('raw', { limit: MOST_LOGO_BYTES, type: [...LOGO_TYPES] });
  app.useBodyParser('urlencoded', { limit: '4kb', extended: false });
};

/**
 * Longer than the 60 seconds after which load balancers and clients let go of an idle connection: whoever closes
 * first must be the one that writes, or a request is lost in a connection that is just being closed.
 */
const IDLE_CONNECTION_MS = 75_000;

/**
 * The whole API, ready to listen. It starts while the servers that it needs are away: /readyz says which.
 *
 * @throws RoundsError CONFIGURATION, e.g. for the embedded issuer in production
 */
export const createApi = async (
  config: ApiConfig,
  overrides: ApiOverrides = {},
): Promise<NestExpressApplication> => {
  const logger = overrides.logger ?? createLogger('api', config.ROUNDS_LOG_LEVEL);
  const clock = overrides.clock ?? (() => systemClock().getTime());
  // Nest declares its options as a class and takes any object of that shape.
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, logger, clock), {
    logger: nestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  app.disable('x-powered-by').disable('etag').set('trust proxy', config.ROUNDS_TRUST_PROXY);
  app.use(
    identifyRequest,
    recordRequests(logger, app.get(Metrics)),
    forbidCaching,
    securityHeaders(config, app.get<AskIssuer>(ASK_ISSUER)),
    compress(),
  );
  allowOrigins(app, config);
  parseBodies(app);
  serveOpenApi(app);
  if (overrides.webFolder !== undefined) serveWeb(app, overrides.webFolder);
  await app.init();
  app.getHttpServer().keepAliveTimeout = IDLE_CONNECTION_MS;
  return app;
};
