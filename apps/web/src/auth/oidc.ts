/** The part of signing in that needs the library; loaded only where somebody signs in. */
import { InMemoryWebStorage, UserManager, WebStorageStateStore, type OidcMetadata } from 'oidc-client-ts';
import type { SignInSettings } from '../api/config.ts';
import { here } from '../base.ts';
import { unseenFrame } from './frame.ts';

/** Found by the API already, where it could: to ask the issuer itself takes a way there and back. */
const metadataOf = ({ authority, endpoints }: SignInSettings): { metadata?: Partial<OidcMetadata> } =>
  endpoints === null
    ? {}
    : {
        metadata: {
          issuer: authority,
          authorization_endpoint: endpoints.authorization,
          token_endpoint: endpoints.token,
          ...(endpoints.endSession !== null && { end_session_endpoint: endpoints.endSession }),
        },
      };

/**
 * Code flow with PKCE. Tokens stay in memory: a page that is loaded anew asks the issuer again, which knows whoever
 * signed in there. What waits for the way back (state, verifier) is kept by the tab and good for one sign-in.
 *
 * @param asked is called whenever the issuer has been asked in a frame
 */
export const makeManager = (settings: SignInSettings, asked: () => void): UserManager =>
  new UserManager(
    {
      authority: settings.authority,
      ...metadataOf(settings),
      client_id: settings.clientId,
      scope: settings.scopes,
      redirect_uri: here('signed-in'),
      silent_redirect_uri: here('signed-in'),
      post_logout_redirect_uri: here('signed-out'),
      response_type: 'code',
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: true,
      loadUserInfo: false,
      monitorSession: false,
      extraQueryParams: { audience: settings.audience },
    },
    undefined,
    undefined,
    unseenFrame(asked),
  );

export type { UserManager };
