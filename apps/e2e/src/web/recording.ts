/**
 * What the API answered when the approved pictures were made: a picture can be compared only with one of the same data
 * on the same day. All other tests ask the API itself.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@rounds/adapters/clock';
import type { Page, Request } from 'playwright-core';
import { goTo, settled, STUDY, type Made, type OnStage } from './stage.ts';

const FILE = join(import.meta.dirname, 'approved', 'answers.json');

export const SCREENS = ['home', 'subscribe', 'subscription', 'report', 'imports'] as const;
export type ScreenName = (typeof SCREENS)[number];

interface Recording {
  readonly at: string;
  readonly paths: Readonly<Record<ScreenName, string>>;
  readonly answers: Readonly<Record<string, unknown>>;
}

const pathsTo = ({ subscriptionId, jobId }: Made): Recording['paths'] => ({
  home: '',
  subscribe: 'subscribe',
  subscription: `subscriptions/${subscriptionId}`,
  report: `reports/${jobId}`,
  imports: `studies/${STUDY}/imports`,
});

/** Who asks is left out: it is always the same reader. */
const nameOf = (request: Request): string => {
  const { pathname, search } = new URL(request.url());
  return [request.method(), `${pathname}${search}`, request.postData()].filter(Boolean).join(' ');
};

/** How to sign in is asked of the API itself. */
const ASKED_LIVE = '/api/v1/config';

interface View {
  readonly report: { readonly sections: readonly unknown[] };
}

/** Of a report its picture has the top alone. */
const shortened = (answer: unknown): unknown => {
  if (typeof answer !== 'object' || answer === null || !('report' in answer)) return answer;
  const { report } = answer as View;
  return { ...answer, report: { ...report, sections: report.sections.slice(0, 1) } };
};

/** Goes to each screen, and keeps what it is answered. */
export const record = async (onStage: OnStage, page: Page, made: Made): Promise<void> => {
  const answers: Record<string, unknown> = {};
  const answered: Promise<unknown>[] = [];
  await page.route('**/api/v1/**', (route) => {
    const answer = async () => {
      const response = await route.fetch();
      if (!route.request().url().endsWith(ASKED_LIVE))
        answers[nameOf(route.request())] = shortened(await response.json());
      // It may have been left meanwhile.
      await route.fulfill({ response }).catch(() => undefined);
    };
    answered.push(answer());
  });
  const at = new Date(systemClock()).toISOString();
  const paths = pathsTo(made);
  for (const path of Object.values(paths)) {
    await goTo(onStage(), page, path);
    await settled(page);
    await Promise.all(answered);
    await settled(page);
  }
  await page.unrouteAll();
  await writeFile(FILE, JSON.stringify({ at, paths, answers } satisfies Recording));
};

/** The app on that page is answered what was recorded, on the day on which it was. @returns what was not recorded */
export const replay = async (page: Page): Promise<{ paths: Recording['paths']; lacking: string[] }> => {
  const { at, paths, answers } = JSON.parse(await readFile(FILE, 'utf8')) as Recording;
  const lacking: string[] = [];
  await page.clock.setFixedTime(at);
  await page.route('**/api/v1/**', async (route) => {
    const name = nameOf(route.request());
    if (route.request().url().endsWith(ASKED_LIVE)) return route.continue();
    if (name in answers) return route.fulfill({ json: answers[name] });
    lacking.push(name);
    return route.abort();
  });
  return { paths, lacking };
};
