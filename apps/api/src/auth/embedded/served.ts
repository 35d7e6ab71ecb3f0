/** Where the embedded issuer lets people sign in, and for whose pages. */
import type { ApiConfig } from '../../config.ts';
import type { IssuerEndpoints } from '../../installation/installation.dto.ts';

export const ISSUER_PATH = '/oidc';

type Where = Pick<ApiConfig, 'ROUNDS_PUBLIC_URL' | 'ROUNDS_CORS_ORIGINS'>;

/** Whoever reaches its page can be anyone: elsewhere than in development it signs for who holds its key alone. */
export const servesSignIn = ({
  ROUNDS_AUTH,
  ROUNDS_ENV,
}: Pick<ApiConfig, 'ROUNDS_AUTH' | 'ROUNDS_ENV'>): boolean =>
  ROUNDS_AUTH === 'embedded' && ROUNDS_ENV === 'development';

/** OpenID Connect's `iss`. */
export const issuerUrl = ({ ROUNDS_PUBLIC_URL }: Pick<Where, 'ROUNDS_PUBLIC_URL'>): string =>
  new URL(ISSUER_PATH, ROUNDS_PUBLIC_URL).href;

export const ownEndpoints = (where: Pick<Where, 'ROUNDS_PUBLIC_URL'>): IssuerEndpoints => {
  const issuer = issuerUrl(where);
  return {
    authorization: `${issuer}/authorize`,
    token: `${issuer}/token`,
    endSession: `${issuer}/end-session`,
  };
};

/** Of the web app: its own, and in development that of the server that builds its pages. */
export const appOrigins = ({ ROUNDS_PUBLIC_URL, ROUNDS_CORS_ORIGINS }: Where): string[] => [
  new URL(ROUNDS_PUBLIC_URL).origin,
  ...ROUNDS_CORS_ORIGINS,
];

/** Whether people may be led there once they have signed in or out. */
export const isOfApp = (url: string, where: Where): boolean =>
  URL.canParse(url) && appOrigins(where).includes(new URL(url).origin);
