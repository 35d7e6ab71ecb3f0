/** How people sign in by a browser. */
import { EMBEDDED_AUDIENCE } from '@rounds/adapters/auth/embedded-issuer';
import { issuerUrl, servesSignIn } from '../auth/embedded/served.ts';
import type { ApiConfig } from '../config.ts';
import type { InstallationAnswer } from './installation.dto.ts';

type SignIn = Omit<NonNullable<InstallationAnswer['signIn']>, 'endpoints'>;

/** Null: they cannot. */
export const signInOf = (config: ApiConfig): SignIn | null => {
  const { ROUNDS_OIDC_CLIENT_ID: clientId, ROUNDS_OIDC_SCOPES: scopes } = config;
  const { ROUNDS_OIDC_ISSUER: authority, ROUNDS_OIDC_AUDIENCE: audience } = config;
  if (servesSignIn(config))
    return { authority: issuerUrl(config), clientId, scopes, audience: EMBEDDED_AUDIENCE };
  if (config.ROUNDS_AUTH === 'embedded' || authority === undefined || audience === undefined) return null;
  return { authority, clientId, scopes, audience };
};

/** Whose pages and answers are not the API's own. Null: nobody's are needed. */
export const foreignIssuer = (config: ApiConfig): string | null =>
  servesSignIn(config) ? null : (signInOf(config)?.authority ?? null);
