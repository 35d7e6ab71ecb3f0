/** Where pages that work without scripts lead to in the web app. */
import type { ApiConfig } from '../config.ts';
import { signInOf } from '../installation/sign-in.ts';
import { WEB_PATH } from './serve-web.ts';

const below = (...parts: readonly string[]): string => [WEB_PATH, ...parts.map(encodeURIComponent)].join('/');

const PAGES = {
  report: (jobId: string) => below('reports', jobId),
  subscription: (id: string) => below('subscriptions', id),
  /** Where everybody begins. */
  home: () => `${WEB_PATH}/`,
};

/** Null where nobody can sign in by a browser: the app would lead no further. */
export const appPage = (config: ApiConfig, page: keyof typeof PAGES, id: string): string | null =>
  signInOf(config) === null ? null : PAGES[page](id);
