/**
 * First signs in, then shows. What signing in needs is small and on its way beside the rest of the app, so this holds no
 * React.
 */
import { accessToken, completeSignIn, issuerAsked, signInUnseen } from './auth/session.ts';
import { askAhead } from './api/send.ts';
import { here } from './base.ts';
import './design/index.css';
import { applyTheme } from './design/theme.ts';
import { ASKED_AHEAD } from './screens/home/asked-ahead.ts';
import { fetchFirstWords, firstLanguage, loadVoice } from './words/load.ts';

const isAt = (path: string): boolean => location.href.startsWith(here(path));

/** From the issuer to where whoever signed in wanted to go; a refusal has a page of its own. */
const goOn = async (): Promise<void> => {
  history.replaceState(null, '', await completeSignIn());
};

/** What the first screen asks, as soon as somebody may. */
const askForFirstScreen = async (): Promise<void> => {
  const token = await accessToken();
  const ofHome = location.href === here() ? ASKED_AHEAD : [];
  for (const path of ['/api/v1/me', ...ofHome] as const) askAhead(path, token);
};

/** What index.html has under way: it is in the cache then, and has not run yet. */
const downloaded = async (): Promise<void> => {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')];
  await Promise.all(links.map(async ({ href }) => (await fetch(href)).arrayBuffer()));
};

/**
 * Whoever is not signed in at the issuer leaves to do so once the app is there: a download that is broken off by leaving
 * begins anew on the way back. Comes back where nobody can sign in.
 */
const leave = async (): Promise<void> => {
  await downloaded();
  await accessToken();
};

/**
 * Running the app takes a phone as long as fetching it: it does so while the issuer is on its way to answer. What fails
 * before is said by the page that asks again.
 */
const show = async (root: HTMLElement): Promise<void> => {
  void fetchFirstWords(firstLanguage()).catch(() => undefined);
  void issuerAsked.then(() => import('./app.tsx'));
  if (isAt('signed-in')) await goOn().then(askForFirstScreen, () => undefined);
  else if (!isAt('signed-out'))
    await signInUnseen()
      .then(askForFirstScreen, leave)
      .catch(() => undefined);
  const [{ showApp }, voice] = await Promise.all([import('./app.tsx'), loadVoice(firstLanguage())]);
  showApp(root, voice);
};

/** Whoever goes back from the issuer without having signed in finds the page as they left it: with nothing on its way. */
const beginAgain = ({ persisted }: PageTransitionEvent): void => {
  if (persisted && document.querySelector('.opening') !== null) location.reload();
};

const root = document.querySelector<HTMLElement>('#root');
applyTheme();
window.addEventListener('pageshow', beginAgain);
// In a frame of the app its address is all that is asked for.
if (root !== null && window.parent === window) void show(root);
