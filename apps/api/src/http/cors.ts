import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import { ISSUER_PATH } from '../auth/embedded/served.ts';
import type { ApiConfig } from '../config.ts';

const API_PATH = '/api/';

const ALLOWED = [
  'Audit-Reason',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Last-Event-ID',
  'Prefer',
  'X-Request-Id',
];

/** What a page of another origin may read of an answer, beside its body. */
const EXPOSED = [
  'Deprecation',
  'ETag',
  'Idempotent-Replayed',
  'Link',
  'Location',
  'Preference-Applied',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Sunset',
  'X-Request-Id',
];

/**
 * Lets pages of the configured origins call the API: they send their bearer token themselves, so no cookie is
 * involved; those of the embedded issuer's session are not sent. The codec endpoint has its own rule (codec/codec.guard.ts): the Web UI alone.
 */
export const allowOrigins = (app: NestExpressApplication, { ROUNDS_CORS_ORIGINS }: ApiConfig): void => {
  const options = {
    origin: ROUNDS_CORS_ORIGINS,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ALLOWED,
    exposedHeaders: EXPOSED,
    maxAge: 600,
  };
  app.enableCors((request: Request, decide: (error: Error | null, options: object) => void) => {
    const isForPages = [API_PATH, `${ISSUER_PATH}/`].some((path) => request.path.startsWith(path));
    decide(null, isForPages ? options : { origin: false });
  });
};
