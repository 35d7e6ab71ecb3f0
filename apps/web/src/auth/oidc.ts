/** The part of signing in that needs the library; loaded only where somebody signs in. */
import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import type { SignInSettings } from '../api/config.ts';
import { here } from '../base.ts';

/**
 * Code flow with PKCE. Tokens stay in memory: a page that is loaded anew asks the issuer again, which knows whoever
 * signed in there. What waits for the way back (state, verifier) is kept by the tab and good for one sign-in.
 */
export const makeManager = ({ authority, clientId, scopes, audience }: SignInSettings): UserManager =>
  new UserManager({
    authority,
    client_id: clientId,
    scope: scopes,
    redirect_uri: here('signed-in'),
    silent_redirect_uri: here('signed-in'),
    post_logout_redirect_uri: here('signed-out'),
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
    loadUserInfo: false,
    monitorSession: false,
    extraQueryParams: { audience },
  });

export type { User, UserManager };
