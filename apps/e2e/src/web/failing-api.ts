/** An API that answers with a fault, late, or not at all: each screen says so, and nothing is lost or sent twice. */
import type { Page, Route } from 'playwright-core';
import { axeFindings, type Visitor } from '../browser.ts';
import { until } from '../caller.ts';
import { goTo, listOf, lastMade, OTHER, READER, signIn, type Made, type OnStage } from './stage.ts';

type Answering = (route: Route) => Promise<void>;

const refusing =
  (status: number, headers: Record<string, string> = {}): Answering =>
  (route) =>
    route.fulfill({ status, headers, body: 'no' });

const broken: Answering = (route) => route.abort();

const late: Answering = async (route) => {
  await new Promise((resolve) => setTimeout(resolve, 700));
  await route.continue();
};

/** The API does what it is asked for, and nobody hears of it. */
const lost: Answering = async (route) => {
  await route.fetch();
  await route.abort();
};

const UNREACHABLE = 'Rounds cannot be reached';

/** The client tries three times by itself what may pass. */
const TRIES = 3;

/** What may happen to a request, what its reader is told, and how often it was sent until then. */
const FAULTS: readonly (readonly [told: string, answering: Answering, tries: number])[] = [
  ['Something went wrong here', refusing(500), 1],
  ['Too busy just now', refusing(429, { 'Retry-After': '60' }), 1],
  [UNREACHABLE, broken, TRIES],
];

interface Screen {
  readonly path: string;
  /** Without whose answer it has nothing to show. */
  readonly asks: string;
  readonly shows: (page: Page) => Promise<void>;
}

const SCREENS: Readonly<Record<string, (made: Made) => Screen>> = {
  home: () => ({
    path: '',
    asks: '/api/v1/me/reports',
    shows: (page) => page.getByRole('link', { name: 'Weekly report' }).first().waitFor(),
  }),
  subscribe: () => ({
    path: 'subscribe',
    asks: '/api/v1/report-types',
    shows: (page) => page.getByRole('button', { name: 'Subscribe', exact: true }).waitFor(),
  }),
  subscription: ({ subscriptionId }) => ({
    path: `subscriptions/${subscriptionId}`,
    asks: `/api/v1/subscriptions/${subscriptionId}`,
    shows: (page) => page.getByRole('button', { name: 'Send one now' }).waitFor(),
  }),
  report: ({ jobId }) => ({
    path: `reports/${jobId}`,
    asks: `/api/v1/jobs/${jobId}/view`,
    shows: (page) => page.getByRole('heading', { name: 'What needs attention' }).waitFor(),
  }),
};

/** Of the API's path alone, whatever stands behind it. */
const isAt = (path: string) => (url: URL) => url.pathname === path;

const told = (page: Page, title: string) => page.getByRole('heading', { name: title }).waitFor();

export const aFailingApi = (onStage: OnStage): void => {
  describe('where the API does not answer as it should', () => {
    let visitor: Visitor;
    let page: Page;
    let made: Made;

    beforeAll(async () => {
      const { browser, reader } = onStage();
      visitor = await browser.visit();
      ({ page } = visitor);
      await signIn(onStage(), page, READER);
      made = await lastMade(reader);
    });
    afterAll(() => visitor.context.close());
    afterEach(() => page.unrouteAll({ behavior: 'ignoreErrors' }));

    /** Each request of this kind is answered in this way, until another is set. @returns their keys */
    const answer = async (method: string, path: string, first: Answering) => {
      let answering = first;
      const keys: (string | undefined)[] = [];
      await page.route(isAt(path), async (route) => {
        if (route.request().method() !== method) {
          await route.fallback();
          return;
        }
        keys.push(route.request().headers()['idempotency-key']);
        await answering(route);
      });
      return {
        keys,
        from: (next: Answering) => {
          answering = next;
        },
      };
    };

    it.each(Object.entries(SCREENS))(
      '%s says why it shows nothing, until it is tried again',
      async (_name, of) => {
        const { path, asks, shows } = of(made);
        const api = await answer('GET', asks, refusing(500));
        await goTo(onStage(), page, path);
        for (const [at, [title]] of FAULTS.entries()) {
          await told(page, title);
          if (at === 0) expect(await axeFindings(page)).toEqual([]);
          api.from(FAULTS[at + 1]?.[1] ?? late);
          await page.getByRole('button', { name: 'Try again' }).click();
        }
        await page.locator('.loading').first().waitFor();
        await shows(page);
      },
    );

    it('asks again by itself, when it was told to', async () => {
      const api = await answer('GET', '/api/v1/me/reports', async (route) => {
        api.from((next) => next.continue());
        await refusing(429, { 'Retry-After': '1' })(route);
      });
      await goTo(onStage(), page, '');
      await page.getByRole('link', { name: 'Weekly report' }).first().waitFor();
      expect(api.keys).toHaveLength(2);
    });

    it('says that it takes long, and gives up where no answer ever comes', async () => {
      const waiting = await visitor.context.newPage();
      await waiting.clock.install();
      await waiting.route(isAt('/api/v1/me/reports'), () => undefined);
      await goTo(onStage(), waiting, '');
      await waiting.locator('.loading').first().waitFor();
      await waiting.clock.runFor('00:07');
      await waiting.getByText('This takes longer than usual.').waitFor();
      await waiting.clock.runFor('01:40');
      await told(waiting, UNREACHABLE);
      await waiting.close();
    });

    it('keeps what was filled in on Subscribe, and subscribes once', async () => {
      const before = await listOf(onStage().reader, '/subscriptions?limit=100');
      const api = await answer('POST', '/api/v1/subscriptions', refusing(500));
      await goTo(onStage(), page, 'subscribe?report=safety-weekly');
      await page.getByRole('radio', { name: 'Friday' }).check({ force: true });
      await page.getByRole('checkbox', { name: 'Excel' }).check({ force: true });
      const somebodyElse = page.getByLabel('Somebody else');
      await somebodyElse.fill(OTHER);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await somebodyElse.fill('half@');
      const subscribe = page.getByRole('button', { name: 'Subscribe', exact: true });
      let sent = 0;
      for (const [title, answering, tries] of [...FAULTS, [UNREACHABLE, lost, TRIES]] as const) {
        api.from(answering);
        await subscribe.click();
        sent += tries;
        await until('all tries', () => Promise.resolve(api.keys.length === sent || null));
        await told(page, title);
        await subscribe.waitFor();
        expect(await page.getByRole('radio', { name: 'Friday' }).isChecked()).toBe(true);
        expect(await page.getByRole('checkbox', { name: 'Excel' }).isChecked()).toBe(true);
        expect(await page.locator('.chosen-people').getByText(OTHER).count()).toBe(1);
        expect(await somebodyElse.inputValue()).toBe('half@');
      }
      api.from((route) => route.continue());
      await subscribe.click();
      await page.getByText(/^Subscribed\. The first report comes on /).waitFor();
      expect(new Set(api.keys).size).toBe(1);
      expect(api.keys[0]).toMatch(/^[\da-f-]{36}$/);
      expect(await listOf(onStage().reader, '/subscriptions?limit=100')).toHaveLength(before.length + 1);
    });

    it('sends one at once by the first press, however often it is pressed after an answer was lost', async () => {
      const { subscriptionId } = made;
      const jobs = `/jobs?subscriptionId=${subscriptionId}&limit=100`;
      const before = await listOf(onStage().reader, jobs);
      const api = await answer('POST', `/api/v1/subscriptions/${subscriptionId}/run-now`, lost);
      await goTo(onStage(), page, `subscriptions/${subscriptionId}`);
      await page.getByRole('button', { name: 'Send one now' }).click();
      await page.getByText('it is not certain whether this was done').waitFor();
      api.from((route) => route.continue());
      // Once it is seen that one is being made, there is nothing to press until it is sent.
      await page.getByRole('button', { name: 'Send one now' }).click({ timeout: 60_000 });
      await page.getByText('it is not certain whether this was done').waitFor({ state: 'detached' });
      expect(new Set(api.keys).size).toBe(1);
      expect(await listOf(onStage().reader, jobs)).toHaveLength(before.length + 1);
    });

    it('shows as it is what was done without an answer', async () => {
      const { subscriptionId } = made;
      await answer('POST', `/api/v1/subscriptions/${subscriptionId}/pause`, lost);
      await goTo(onStage(), page, `subscriptions/${subscriptionId}`);
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('it is not certain whether this was done').waitFor();
      await page.getByText('Paused: nothing comes until it is resumed.').waitFor();
      await page.getByRole('button', { name: 'Resume' }).click();
      await page.getByText('It comes again.').waitFor();
    });
  });
};
