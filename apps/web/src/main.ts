/**
 * First signs in, then shows. What signing in needs is small and on its way beside the rest of the app, so this holds no
 * React.
 */
import { accessToken, completeSignIn, prepareSignIn } from './auth/session.ts';
import { here } from './base.ts';
import './design/index.css';
import { applyTheme } from './design/theme.ts';
import { firstLanguage, loadVoice } from './words/load.ts';

const isAt = (path: string): boolean => location.href.startsWith(here(path));

/** From the issuer to where whoever signed in wanted to go; a refusal has a page of its own. */
const goOn = async (): Promise<void> => {
  history.replaceState(null, '', await completeSignIn());
};

/**
 * Whoever has to sign in leaves once the app is there: a download that is broken off by leaving begins anew on the way
 * back. What fails here is said by the page that asks again.
 */
const show = async (root: HTMLElement): Promise<void> => {
  const [{ showApp }, voice] = await Promise.all([
    import('./app.tsx'),
    loadVoice(firstLanguage()),
    (isAt('signed-in') ? goOn() : prepareSignIn()).catch(() => undefined),
  ]);
  const isForSomebody = !isAt('signed-out') && !isAt('signed-in');
  if (isForSomebody) await accessToken().catch(() => undefined);
  showApp(root, voice);
};

/** A frame in which a token is renewed: it hands over what the issuer said, and shows nothing. */
const isRenewal = window.parent !== window && isAt('signed-in');

const root = document.querySelector<HTMLElement>('#root');
applyTheme();
if (isRenewal) void completeSignIn();
else if (root !== null) void show(root);
