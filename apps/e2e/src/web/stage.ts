/** What the tests in a browser share: one Rounds with its sample study, one browser, and how to get somewhere in it. */
import type { Page } from 'playwright-core';
import type { openBrowser } from '../browser.ts';
import type { Caller } from '../caller.ts';
import type { Home } from '../rounds-home.ts';

/** Sees everything of the sample study. */
export const READER = 'monitor@example.org';
/** Sees two sites, and no arms. */
export const OTHER = 'site@example.org';
export const OPERATOR = 'operator@example.org';
export const STUDY = 'ROUNDS-DEMO';

export interface Stage {
  readonly home: Home;
  readonly browser: Awaited<ReturnType<typeof openBrowser>>;
  readonly reader: Caller;
}

/** The stage stands when the tests run, not yet when they are named. */
export type OnStage = () => Stage;

/** Looks at each change, not every half second as a locator does that waits. */
const SETTLED = `new Promise((done) => {
  const look = () => {
    if (document.querySelector('h1') === null || document.querySelector('.loading') !== null) return;
    changes.disconnect();
    done();
  };
  const changes = new MutationObserver(look);
  changes.observe(document, { childList: true, subtree: true });
  look();
})`;

/** Until all is there that the screen asked for. */
export const settled = async (page: Page): Promise<void> => {
  await page.evaluate(SETTLED);
};

export const signIn = async ({ home }: Pick<Stage, 'home'>, page: Page, who: string): Promise<void> => {
  await page.goto(`${home.urls.api}/oidc/sign-in?return=/app/`);
  await page.getByLabel('E-mail address').fill(who);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${home.urls.api}/app/`);
  await settled(page);
};

/** @param path within the app, without a slash before it */
export const goTo = async ({ home }: Pick<Stage, 'home'>, page: Page, path: string): Promise<void> => {
  await page.goto(`${home.urls.api}/app/${path}`);
};

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly jobId: string;
    readonly subscriptionId: string | null;
    readonly status: string;
  }[];
}

export const listOf = async (caller: Caller, path: string): Promise<Listed['items']> => {
  const { status, body } = await caller.call('GET', path);
  expect([path, status]).toEqual([path, 200]);
  return (body as Listed).items;
};

export interface Made {
  readonly subscriptionId: string;
  readonly jobId: string;
}

/** The last report that came to the caller by a subscription. */
export const lastMade = async (caller: Caller): Promise<Made> => {
  const jobs = await listOf(caller, '/jobs?limit=100');
  const { jobId = '', subscriptionId = '' } =
    jobs.find((job) => job.status === 'completed' && job.subscriptionId !== null) ?? {};
  return { jobId, subscriptionId: subscriptionId ?? '' };
};

const SCHEDULE = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' };

/** Subscribes, and has one sent now. */
export const receive = async (caller: Caller, reportType: string): Promise<Made> => {
  const wish = { studyId: STUDY, reportType, schedule: SCHEDULE, formats: ['pdf'] };
  const subscription = (await caller.call('POST', '/subscriptions', wish)).body as { readonly id: string };
  const run = await caller.call('POST', `/subscriptions/${subscription.id}/run-now`, {});
  const { jobId } = run.body as { readonly jobId: string };
  expect(await caller.finished(jobId)).toMatchObject({ status: 'completed' });
  return { subscriptionId: subscription.id, jobId };
};
