import helmet from 'helmet';
import type { NextFunction, Request, Response } from 'express';
import { appOrigins, servesSignIn } from '../auth/embedded/served.ts';
import type { ApiConfig } from '../config.ts';

/** Where pre-signed URLs lead; a form may lead there by redirect only if the policy names it. */
const storeOrigin = ({ AWS_ENDPOINT_URL_S3, AWS_REGION, ROUNDS_S3_BUCKET }: ApiConfig): string =>
  AWS_ENDPOINT_URL_S3 === undefined
    ? `https://${ROUNDS_S3_BUCKET}.s3.${AWS_REGION}.amazonaws.com`
    : new URL(AWS_ENDPOINT_URL_S3).origin;

/** Likewise of the sign-in page: it leads to the app. */
const signedInOrigins = (config: ApiConfig): string[] => (servesSignIn(config) ? appOrigins(config) : []);

const pagePolicy = (config: ApiConfig) => ({
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  formAction: ["'self'", storeOrigin(config), ...signedInOrigins(config)],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
});

/** Swagger's page has a style element and images of its own; it asks this API alone. */
const docsPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

export const securityHeaders = (config: ApiConfig) => {
  const common = { referrerPolicy: { policy: 'no-referrer' as const } };
  const withPolicy = (directives: Record<string, string[]>) =>
    helmet({ ...common, contentSecurityPolicy: { useDefaults: false, directives } });
  const pages = withPolicy(pagePolicy(config));
  const docs = withPolicy(docsPolicy);
  return (request: Request, response: Response, next: NextFunction): void => {
    (request.path.startsWith('/api/docs') ? docs : pages)(request, response, next);
  };
};
