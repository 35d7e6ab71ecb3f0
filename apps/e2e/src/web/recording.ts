/**
 * What the API answered when the approved pictures were made: a picture can be compared only with one of the same data
 * on the same day. All other tests ask the API itself.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@rounds/adapters/clock';
import type { Page, Request } from 'playwright-core';
import { SCREENS, visitorOf, type Paths, type ScreenName } from './screens.ts';
import { goTo, READER, settled, type OnStage } from './stage.ts';

const FILE = join(import.meta.dirname, 'approved', 'answers.json');

type Answers = Record<string, unknown>;

interface Recording {
  readonly at: string;
  readonly paths: Paths;
  /** By who asked. */
  readonly answers: Readonly<Record<string, Answers>>;
}

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

/** Keeps what the page is answered. @returns the answers, and until when all of them are there */
const listen = async (page: Page) => {
  const answers: Answers = {};
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
  return { answers, all: () => Promise.all(answered) };
};

/** Goes to each screen, and keeps what it is answered. @param pages of who sees them, signed in */
export const record = async (
  onStage: OnStage,
  pages: ReadonlyMap<string, Page>,
  paths: Paths,
): Promise<void> => {
  const at = new Date(systemClock()).toISOString();
  const answers: Record<string, Answers> = {};
  for (const [who, page] of pages) {
    const heard = await listen(page);
    for (const name of SCREENS.filter((each) => visitorOf(each) === who)) {
      await goTo(onStage(), page, paths[name]);
      await settled(page);
      await heard.all();
      await settled(page);
    }
    answers[who] = heard.answers;
  }
  await writeFile(FILE, JSON.stringify({ at, paths, answers } satisfies Recording));
};

/** The app on that page is answered what was recorded, on the day on which it was. */
export const replay = async (page: Page) => {
  const { at, paths, answers } = JSON.parse(await readFile(FILE, 'utf8')) as Recording;
  const lacking: string[] = [];
  let who = READER;
  await page.clock.setFixedTime(at);
  await page.route('**/api/v1/**', async (route) => {
    const name = nameOf(route.request());
    if (route.request().url().endsWith(ASKED_LIVE)) return route.continue();
    const known = answers[who] ?? {};
    if (name in known) return route.fulfill({ json: known[name] });
    lacking.push(name);
    return route.abort();
  });
  return {
    /** What was not recorded. */
    lacking,
    /** Where a screen is, answered from now on as whoever it was recorded of. */
    pathOf: (name: ScreenName): string => {
      who = visitorOf(name);
      return paths[name];
    },
  };
};
