/** Who is signed in. One for each page that is open; tokens are in memory alone. */
import { appConfig } from '../api/config.ts';
import { here } from '../base.ts';
import type { UserManager } from './oidc.ts';

export class SignInUnavailable extends Error {
  override readonly name = 'SignInUnavailable';
}

let sayAsked: () => void = () => undefined;

/** Settles when the issuer was asked in a frame: from then on there is time until it answers. */
export const issuerAsked = new Promise<void>((resolve) => {
  sayAsked = resolve;
});

let made: Promise<UserManager> | undefined;

const makeManager = async (): Promise<UserManager> => {
  const [{ signIn }, oidc] = await Promise.all([appConfig(), import('./oidc.ts')]);
  if (signIn === null) throw new SignInUnavailable('Nobody can sign in here by a browser.');
  return oidc.makeManager(signIn, sayAsked);
};

const manager = (): Promise<UserManager> => {
  made ??= makeManager().catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  return made;
};

/**
 * Whoever is signed in at the issuer is so here, without leaving: it is asked in a frame.
 * @throws where the API or the issuer is not there, or would first ask whoever sits before it
 */
export const signInUnseen = async (): Promise<void> => {
  await (await manager()).signinSilent();
};

/** The page is about to be left. */
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

let leaving: Promise<void> | undefined;

const leave = async (returnTo: string): Promise<void> => {
  await (await manager()).signinRedirect({ state: returnTo });
};

/** Leaves for the issuer, which sends back to `returnTo`, an address of this app. Once, whoever asks for it. */
export const signIn = async (returnTo: string = location.href): Promise<never> => {
  leaving ??= leave(returnTo).catch((error: unknown) => {
    leaving = undefined;
    throw error;
  });
  await leaving;
  return await never<never>();
};

/** Of who is signed in; whoever is not goes to sign in first. */
export const accessToken = async (): Promise<string> => {
  const user = await (await manager()).getUser();
  return user !== null && user.expired !== true ? user.access_token : await signIn();
};

const isOfHere = (address: unknown): address is string =>
  typeof address === 'string' && address.startsWith(here());

/** The way back from the issuer. @returns where whoever signed in wanted to go @throws what the issuer refused */
export const completeSignIn = async (): Promise<string> => {
  const user = await (await manager()).signinCallback();
  return isOfHere(user?.state) ? user.state : here();
};

const tabs = new BroadcastChannel('rounds.session');

/** Ends the session here, in the other tabs, and at the issuer where it has a way for that. */
export const signOut = async (): Promise<never> => {
  tabs.postMessage('signed-out');
  const ready = await manager();
  if ((await ready.metadataService.getEndSessionEndpoint()) === undefined)
    location.assign(here('signed-out'));
  else await ready.signoutRedirect();
  return await never<never>();
};

/** Calls back when another tab signs out. */
export const onSignedOut = (leave: () => void): void => {
  tabs.addEventListener('message', ({ data }) => {
    if (data !== 'signed-out') return;
    made = undefined;
    leave();
  });
};
