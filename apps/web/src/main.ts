/**
 * First signs in, then shows. What signing in needs is small and on its way beside the rest of the app, so this holds no
 * React.
 */
import { accessToken, completeSignIn, prepareSignIn } from './auth/session.ts';
import { here } from './base.ts';
import './design/index.css';
import { applyTheme } from './design/theme.ts';
import { fetchFirstWords, firstLanguage, loadVoice } from './words/load.ts';

const isAt = (path: string): boolean => location.href.startsWith(here(path));

/** From the issuer to where whoever signed in wanted to go; a refusal has a page of its own. */
const goOn = async (): Promise<void> => {
  history.replaceState(null, '', await completeSignIn());
};

/** What index.html has under way: it is in the cache then, and has not run yet. */
const downloaded = async (): Promise<void> => {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')];
  await Promise.all(links.map(async ({ href }) => (await fetch(href)).arrayBuffer()));
};

/**
 * Whoever has to sign in leaves once the app is there: a download that is broken off by leaving begins anew on the way
 * back. It runs only then, as running it takes a phone as long as fetching it. Comes back where nobody can sign in.
 */
const leave = async (): Promise<void> => {
  await Promise.all([prepareSignIn(), fetchFirstWords(firstLanguage()), downloaded()]);
  await accessToken();
};

/** What fails here is said by the page that asks again. */
const show = async (root: HTMLElement): Promise<void> => {
  if (!isAt('signed-out') && !isAt('signed-in')) await leave().catch(() => undefined);
  const [{ showApp }, voice] = await Promise.all([
    import('./app.tsx'),
    loadVoice(firstLanguage()),
    isAt('signed-in') && goOn().catch(() => undefined),
  ]);
  showApp(root, voice);
};

/** A frame in which a token is renewed: it hands over what the issuer said, and shows nothing. */
const isRenewal = window.parent !== window && isAt('signed-in');

/** Whoever goes back from the issuer without having signed in finds the page as they left it: with nothing on its way. */
const beginAgain = ({ persisted }: PageTransitionEvent): void => {
  if (persisted && document.querySelector('.opening') !== null) location.reload();
};

const root = document.querySelector<HTMLElement>('#root');
applyTheme();
window.addEventListener('pageshow', beginAgain);
if (isRenewal) void completeSignIn();
else if (root !== null) void show(root);
