/** The part of signing in that needs the library; loaded only where somebody signs in. */
import { InMemoryWebStorage, UserManager, WebStorageStateStore, type OidcMetadata } from 'oidc-client-ts';
import type { SignInSettings } from '../api/config.ts';
import { here } from '../base.ts';

const KEPT = 'rounds.issuer';

interface Kept {
  readonly authority: string;
  readonly metadata: Partial<OidcMetadata>;
}

/** What the issuer said of itself when the way there began: to ask again on the way back would take a while. */
const keptOf = (authority: string): Pick<Kept, 'metadata'> | null => {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Kept | null;
  return kept?.authority === authority ? { metadata: kept.metadata } : null;
};

const keep = (kept: Kept): void => {
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
};

/** Leaves for the issuer, which sends back to `returnTo`. */
export const leaveFor = async (manager: UserManager, returnTo: string): Promise<void> => {
  const { authority } = manager.settings;
  keep({ authority, metadata: await manager.metadataService.getMetadata() });
  await manager.signinRedirect({ state: returnTo });
};

/**
 * Code flow with PKCE. Tokens stay in memory: a page that is loaded anew asks the issuer again, which knows whoever
 * signed in there. What waits for the way back (state, verifier) is kept by the tab and good for one sign-in.
 */
export const makeManager = ({ authority, clientId, scopes, audience }: SignInSettings): UserManager =>
  new UserManager({
    authority,
    ...keptOf(authority),
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

export type { UserManager };
