import { hasBrowser } from './browser.ts';

/** Of the file's tests; skipped where no browser is to be had. */
export const inBrowser = hasBrowser ? describe : describe.skip;
