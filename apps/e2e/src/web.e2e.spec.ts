/** The web app in a real browser, before the built programs, embedded servers, mail and files. */
import type { Page } from 'playwright-core';
import { axeFindings, openBrowser, type Visitor } from './browser.ts';
import { callerOf, until, type Caller } from './caller.ts';
import { inBrowser } from './in-browser.ts';
import { startHome, type Home } from './rounds-home.ts';
import { aBlindedReader } from './web/blinded.ts';
import { documents } from './web/documents.ts';
import { everyScreen } from './web/every-screen.ts';
import { aFailingApi } from './web/failing-api.ts';
import { anIssuerElsewhere } from './web/issuer-elsewhere.ts';
import { pictures } from './web/pictures.ts';
import { aReportNow } from './web/report-now.ts';
import { severalAtOnce } from './web/several-at-once.ts';
import { OPERATOR, OTHER, READER, signIn as signInTo, type Stage } from './web/stage.ts';

let home: Home;
let reader: Caller;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let visitor: Visitor;
let page: Page;

const onStage = (): Stage => ({ home, reader, browser });

const signIn = (who: string, there: Page = page): Promise<void> => signInTo({ home }, there, who);

const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 });

/** By the keyboard alone, to where the focus is on something of this name. */
const tabTo = async (name: string, most = 60): Promise<void> => {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const named = `document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent`;
    if ((await page.evaluate<string | null>(named))?.trim() === name) return;
  }
  throw new Error(`The keyboard did not come to “${name}” within ${most} steps.`);
};

inBrowser('the web app', () => {
  beforeAll(async () => {
    [home, browser] = await Promise.all([startHome(), openBrowser()]);
    const { bringSample } = await import('../../../tools/dev.mjs');
    await bringSample(home, home.home);
    reader = await callerOf(home, READER);
    visitor = await browser.visit();
    ({ page } = visitor);
    console.info(`Chromium ${browser.version}`);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await home.stop();
  });

  afterEach(() => {
    expect(visitor.complaints()).toEqual([]);
  });

  it('takes whoever opens it to sign in, and back to where they wanted to go', async () => {
    await page.goto(`${home.urls.api}/app/subscribe?report=safety-weekly`);
    await page.getByRole('button', { name: READER }).click();
    await heading('Subscribe to a report').waitFor();
    expect(await page.getByRole('radio', { name: /Weekly safety report/ }).isChecked()).toBe(true);
    expect(page.url()).toBe(`${home.urls.api}/app/subscribe?report=safety-weekly`);
  });

  it('keeps no token where a script of another page could read it', async () => {
    const kept = await page.evaluate<string>('JSON.stringify({ ...localStorage, ...sessionStorage })');
    expect(kept).not.toMatch(/eyJ|access_token|id_token(?!_)/);
    expect(await visitor.context.cookies(`${home.urls.api}/app/`)).toEqual([]);
  });

  it('asks each question once, also those that are asked before the app runs', async () => {
    const other = await visitor.context.newPage();
    const asked: string[] = [];
    other.on('request', (request) => {
      if (request.url().includes('/api/v1/')) asked.push(`${request.method()} ${request.url()}`);
    });
    await other.goto(`${home.urls.api}/app/`);
    await other.getByText('No report comes to you yet').waitFor();
    expect(asked).toEqual([...new Set(asked)]);
    expect(other.url()).toBe(`${home.urls.api}/app/`);
    await other.close();
  });

  it('renews a token before it ends, without leaving the page', async () => {
    const other = await visitor.context.newPage();
    await other.clock.install();
    await other.goto(`${home.urls.api}/app/`);
    await other.getByRole('heading', { name: 'What you receive' }).waitFor();
    const renewed = other.waitForResponse('**/oidc/token');
    await other.clock.fastForward('59:05');
    expect((await renewed).status()).toBe(200);
    expect(other.url()).toBe(`${home.urls.api}/app/`);
    await other.close();
  });

  it('says what there is to do where nothing comes yet', async () => {
    await page.getByRole('link', { name: 'My reports' }).click();
    await page.getByText('No report comes to you yet').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('subscribes by the keyboard alone, within a minute of signing in', async () => {
    await visitor.context.clearCookies();
    const began = performance.now();
    await signIn(READER);
    await page.getByRole('link', { name: 'Subscribe to a report' }).waitFor();
    await tabTo('Subscribe to a report');
    await page.keyboard.press('Enter');
    await heading('Subscribe to a report').waitFor();
    await page
      .getByText(/^Mon, .+ 08:00 CES?T$/)
      .first()
      .waitFor();
    await tabTo('Subscribe');
    await page.keyboard.press('Enter');
    await heading('Weekly report').waitFor();
    expect(performance.now() - began).toBeLessThan(60_000);
    await page.getByText(/^Subscribed\. The first report comes on /).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  }, 60_000);

  it('shows the next five as one types, and warns of a second one that is equal', async () => {
    await page.getByRole('link', { name: 'Subscribe', exact: true }).click();
    await page.getByRole('radio', { name: 'Friday' }).check({ force: true });
    await page
      .getByText(/^Fri, .+ 08:00 CES?T$/)
      .first()
      .waitFor();
    expect(await page.locator('.next-runs li').count()).toBe(5);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Monday' }).check({ force: true });
    await page.getByRole('button', { name: 'Subscribe', exact: true }).click();
    await page.getByText('You already have a subscription like this one').waitFor();
    await page.getByRole('link', { name: 'See the one that you have' }).click();
    await heading('Weekly report').waitFor();
    // The browser tells of each refusal; this one was meant.
    expect(visitor.complaints().filter((text) => !text.includes('409'))).toEqual([]);
  });

  it('sends one now; its mail’s link leads to the report', async () => {
    await page.getByRole('button', { name: 'Send one now' }).click();
    await page.locator('.history').getByText('Sent', { exact: true }).waitFor({ timeout: 60_000 });
    const mail = await until('the mail', async () => (await reader.mails())[0] ?? null);
    const [link = ''] = /https?:\/\/\S+\/r\/[\w.~-]+/.exec(mail.text) ?? [];
    await page.goto(link);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /PDF/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    await page.goto(`${home.urls.api}/app/`);
    await page.getByText(/You have opened it/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  }, 120_000);

  it('leaves one out and takes it back, pauses and takes it back', async () => {
    await page.getByRole('link', { name: 'Weekly report' }).click();
    const ways = page.getByRole('button', { name: /^Leave out the report of/ });
    await ways.nth(1).click();
    await page.getByRole('button', { name: /^Send the report of .+ as planned$/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/comes as planned/).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused: nothing comes until it is resumed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It comes again.').waitFor();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
  });

  it('moves one by the keyboard alone, and lets nothing come for a while', async () => {
    await page
      .getByRole('button', { name: /^Move the report of/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('spinbutton', { name: /hour/ }).focus();
    await page.keyboard.press('ArrowUp');
    await page.getByText(/^It then comes on .+ 09:00 CES?T\.$/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await tabTo('Move it');
    await page.keyboard.press('Enter');
    await page.getByText(/^Moved: it comes on .+ 09:00 CES?T\.$/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/comes as planned/).waitFor();
    await page.getByRole('button', { name: 'Nothing for a while' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Nothing for a while' }).click();
    await page.locator('.planned-snoozed').first().waitFor();
    await page.getByRole('button', { name: 'Let it come again' }).click();
    await page.getByText('It comes again as planned.').waitFor();
  });

  it('shows a wish that is refused as it was before, with the reason', async () => {
    const path = '**/api/v1/subscriptions/*/skip-next';
    await page.route(path, (route) => route.fulfill({ status: 500, body: 'no' }));
    const ways = page.getByRole('button', { name: /^Leave out the report of/ });
    const before = await ways.count();
    await ways.first().click();
    await page.getByText('Not done; it is as it was.', { exact: false }).waitFor();
    expect(await ways.count()).toBe(before);
    await page.unroute(path);
    expect(visitor.complaints().filter((text) => !text.includes('500'))).toEqual([]);
  });

  it('says what somebody else changed meanwhile, and overwrites nothing unseen', async () => {
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await heading('Change: Weekly report').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Tuesday' }).check({ force: true });
    await page
      .getByText(/^Tue, .+ 08:00 CES?T$/)
      .first()
      .waitFor();
    const [, id = ''] = /subscriptions\/(.+)\/change$/.exec(page.url()) ?? [];
    const there = await reader.call('PATCH', `/subscriptions/${id}`, { formats: ['pdf', 'xlsx'] });
    expect(there.status).toBe(200);
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.getByText('Changed there: Files.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Keep my changes, take the rest from there' }).click();
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.getByText('Every Tuesday at 08:00, Europe/Berlin').waitFor();
    await page.getByText('PDF and Excel').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Every Monday at 08:00, Europe/Berlin').waitFor();
    await page.getByText('PDF and Excel').waitFor();
    expect(visitor.complaints().filter((text) => !text.includes('412'))).toEqual([]);
  });

  it('leaves out days of one’s own, chosen by the keyboard, and says so', async () => {
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.getByLabel('On holidays').selectOption({ label: 'Leave it out' });
    await page.getByLabel('Whose holidays').selectOption({ label: 'None: days of your own alone' });
    const first = (await page.locator('.next-runs time').first().textContent()) ?? '';
    await page.getByRole('button', { name: 'Choose days' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const [day = ''] = /\d+ \p{Lu}\p{Ll}+/u.exec(first) ?? [];
    const focused = (): Promise<string> =>
      page.evaluate<string>(`document.activeElement?.getAttribute('aria-label') ?? ''`);
    for (let ahead = 0; ahead < 40 && !(await focused()).includes(` ${day}`); ahead += 1)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    // Two that follow each other are one entry.
    await page.locator('.own-days-chosen li').waitFor();
    await page.locator('.next-runs time').filter({ hasText: first }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.getByText('2 days of your own: left out').waitFor();
    await page.getByText('One of your own holidays.').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It comes on holidays too').waitFor();
  });

  it('asks before it cancels, and says what ends', async () => {
    await page.getByRole('button', { name: 'Cancel the subscription' }).click();
    await page.getByText(`${READER} gets it no more.`).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  });

  it('lets who receives it by another’s subscription see it, leave and come back', async () => {
    const subscription = new URL(page.url()).pathname.replace('/app/', '/');
    const added = await reader.call('PATCH', subscription, { recipients: [READER, OTHER] });
    expect(added.status).toBe(200);
    const other = await browser.visit();
    await signIn(OTHER, other.page);
    await other.page.getByRole('link', { name: 'Weekly report' }).click();
    await other.page.getByText('Sites 101 and 102. Treatment arms are hidden.').waitFor();
    expect(await axeFindings(other.page)).toEqual([]);
    await other.page.getByRole('button', { name: 'Unsubscribe' }).click();
    await other.page.getByText('It does not come to you: you have unsubscribed.').waitFor();
    await page.reload();
    await page.getByText('has unsubscribed').waitFor();
    await other.page.getByRole('button', { name: 'Receive it again' }).click();
    await other.page.getByRole('button', { name: 'Unsubscribe' }).waitFor();
    expect(other.complaints()).toEqual([]);
    await other.context.close();
  });

  it('speaks the language that the reader chooses, in every tab', async () => {
    const other = await visitor.context.newPage();
    await other.goto(`${home.urls.api}/app/`);
    await other.getByRole('heading', { name: 'What you receive' }).waitFor();
    await page.getByRole('link', { name: /^Your account/ }).click();
    await heading('Your account').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Deutsch' }).check({ force: true });
    await page.locator('html[lang=de]').waitFor();
    await other.locator('html[lang=de]').waitFor();
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    await page.locator('html[lang=en]').waitFor();
    await other.close();
  });

  it.each([
    [500, 'Something went wrong here'],
    [403, 'Not for you to see'],
  ])('says so where the API answers %p, and goes on when it is asked again', async (status, title) => {
    const path = '**/api/v1/me/reports*';
    await page.route(path, (route) => route.fulfill({ status, body: 'no' }));
    await page.goto(`${home.urls.api}/app/`);
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute(path);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Weekly report' }).waitFor();
    expect(visitor.complaints().filter((text) => !text.includes(String(status)))).toEqual([]);
  });

  it('says that it is offline, and leaves in sight what there was', async () => {
    await visitor.context.setOffline(true);
    await page.getByText('You are offline.', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Weekly report' }).waitFor();
    await visitor.context.setOffline(false);
    await page.getByText('You are offline.', { exact: false }).waitFor({ state: 'detached' });
    visitor.complaints();
  });

  it('shows a data manager what came in of which domain', async () => {
    await visitor.context.clearCookies();
    await signIn(READER);
    await page.getByRole('link', { name: 'Studies' }).click();
    await page.getByRole('link', { name: 'ROUNDS-DEMO' }).click();
    await page.getByRole('heading', { name: 'Last deliveries by domain' }).waitFor();
    await page.getByText('Everything came in as it was sent.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'LB', exact: true }).click();
    await page.getByRole('columnheader', { name: 'Began' }).waitFor();
    expect(page.url()).toMatch(/\/studies\/ROUNDS-DEMO\/imports\?domain=LB$/);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByText('No row was refused.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('gives a person sight of arms only with a reason, and takes it back', async () => {
    await visitor.context.clearCookies();
    await signIn(OPERATOR);
    await page.goto(`${home.urls.api}/app/studies/ROUNDS-DEMO/members`);
    await page.getByRole('row', { name: /site@example\.org/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name or e-mail address').fill('chair@example.org');
    // Before the list is there, the key would close the dialog.
    await page.getByText('Nobody is known by that.', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByText('See treatment arms', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Add a person' }).click();
    await dialog.getByText('Say why.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel('Why').fill('Chair of the DSMB');
    await dialog.getByRole('button', { name: 'Add a person' }).click();
    const row = page.getByRole('row', { name: /chair@example\.org/ });
    await row.getByText('All sites. Shows treatment arms.').waitFor();
    await row.getByRole('button', { name: /^Remove/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await row.waitFor({ state: 'detached' });
  });

  pictures(onStage);
  documents(onStage);
  aFailingApi(onStage);
  aReportNow(onStage);
  aBlindedReader(onStage);
  anIssuerElsewhere(onStage);
  severalAtOnce(onStage);
  everyScreen(onStage);

  it('asks nobody but Rounds and its own store of files', () => {
    const own = [home.urls.api, home.env.AWS_ENDPOINT_URL_S3 ?? ''].map((url) => new URL(url).host);
    expect([...visitor.hosts].filter((host) => !own.includes(host))).toEqual([]);
  });

  it('signs out, and leads an address that there is not back', async () => {
    await page.goto(`${home.urls.api}/app/no-such-page`);
    await heading('Not found').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${home.urls.api}/app/account`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading('You are signed out').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
