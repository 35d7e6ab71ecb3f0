import helmet from 'helmet';
import type { NextFunction, Request, Response } from 'express';
import { appOrigins, servesSignIn } from '../auth/embedded/served.ts';
import type { ApiConfig } from '../config.ts';
import type { AskIssuer } from '../installation/issuer.ts';
import { foreignIssuer } from '../installation/sign-in.ts';
import { issuerOrigins, type IssuerOrigins } from '../web/issuer-origins.ts';
import { isSignedInPage, isWebPage } from '../web/serve-web.ts';

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

/**
 * The web app: its own scripts, styles and typefaces, nothing inline, nobody else's. It asks this API, the issuer and,
 * for files, the object store; a report is shown from memory (`blob:`). In a frame of its own it renews a token.
 */
const webPolicy = (config: ApiConfig, { asked, framed }: IssuerOrigins, isFramed: boolean) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'", storeOrigin(config), ...asked],
  frameSrc: ["'self'", 'blob:', ...framed],
  formAction: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: [isFramed ? "'self'" : "'none'"],
});

export const securityHeaders = (config: ApiConfig, askIssuer: AskIssuer) => {
  const common = { referrerPolicy: { policy: 'no-referrer' as const } };
  const withPolicy = (directives: Record<string, string[]>) =>
    helmet({ ...common, contentSecurityPolicy: { useDefaults: false, directives } });
  const issuer = foreignIssuer(config);
  const pages = withPolicy(pagePolicy(config));
  const docs = withPolicy(docsPolicy);
  const policyFor = async (request: Request) => {
    if (request.path.startsWith('/api/docs')) return docs;
    if (!isWebPage(request)) return pages;
    const origins = issuerOrigins(issuer, await askIssuer());
    return withPolicy(webPolicy(config, origins, isSignedInPage(request)));
  };
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const setHeaders = await policyFor(request);
    setHeaders(request, response, next);
  };
};
