import { ErrorTimeout, type INavigator } from 'oidc-client-ts';

const ANSWERS_WITHIN_MS = 5_000;

/** Rejects where the issuer shows a page of its own instead: of that nothing may be read. */
const cameTo = (frame: HTMLIFrameElement, url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(new ErrorTimeout('The issuer did not send back from the frame.'));
    };
    const timer = setTimeout(giveUp, ANSWERS_WITHIN_MS);
    frame.addEventListener('load', () => {
      clearTimeout(timer);
      try {
        const address = frame.contentWindow?.location.href;
        if (address === undefined) giveUp();
        else resolve(address);
      } catch {
        giveUp();
      }
    });
    frame.src = url;
    document.body.append(frame);
  });

/**
 * In which the issuer is asked whether somebody is signed in there. Where it has come to is read from outside: the page
 * there needs no script, which would take a phone as long as the way.
 *
 * @param asked is called when it is on its way
 */
export const unseenFrame = (asked: () => void): INavigator => ({
  prepare: () => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    const close = (): void => {
      frame.remove();
    };
    const navigate = async ({ url }: { readonly url: string }): Promise<{ url: string }> => {
      const came = cameTo(frame, url);
      asked();
      return { url: await came.finally(close) };
    };
    return Promise.resolve({ navigate, close });
  },
  callback: () => Promise.resolve(),
});
