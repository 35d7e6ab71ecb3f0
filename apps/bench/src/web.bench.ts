/**
 * How long the app's first screen takes on a phone with slow 4G, as browsers emulate it, until it stands with what the
 * API told: at the first visit, signing in at the issuer included, where one is signed in there; and when one comes again.
 */
import { hasBrowser, openBrowser } from '@rounds/e2e/browser';
import { READER, signIn } from '@rounds/e2e/web/stage';
import type { BrowserContext, Page } from 'playwright-core';
import { rounded } from './measure.ts';
import { withStack, type Stack } from './stack/stack.ts';

const VISITS = 5;

const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  acceptDownloads: false,
};

/** ms, bytes a second: 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

interface Visit {
  readonly ms: number;
  /** Through the network, until then. */
  readonly kilobytes: number;
  readonly requests: number;
}

/** @param slowdown of the processor */
const visit = async (page: Page, url: string, slowdown: number): Promise<Visit> => {
  const devtools = await page.context().newCDPSession(page);
  let [bytes, requests] = [0, 0];
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += encodedDataLength > 0 ? 1 : 0;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const started = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.home-reports, .home-nothing').waitFor();
  const ms = performance.now() - started;
  await page.close();
  return { ms: rounded(ms), kilobytes: rounded(bytes / 1000), requests };
};

const median = (visits: readonly Visit[]): Visit | undefined =>
  visits.toSorted((a, b) => a.ms - b.ms)[Math.floor(visits.length / 2)];

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const measure = async (
  browser: Awaited<ReturnType<typeof openBrowser>>,
  cookies: Cookies,
  url: string,
  slowdown: number,
) => {
  const first: Visit[] = [];
  const again: Visit[] = [];
  for (let n = 0; n < VISITS; n += 1) {
    const { context, page } = await browser.visit(PHONE);
    await context.addCookies(cookies);
    first.push(await visit(page, url, slowdown));
    again.push(await visit(await context.newPage(), url, slowdown));
    await context.close();
  }
  return { first: median(first), again: median(again) };
};

const sessionOf = async (
  stack: Stack,
  browser: Awaited<ReturnType<typeof openBrowser>>,
): Promise<Cookies> => {
  const { context, page } = await browser.visit();
  await signIn({ home: stack }, page, READER);
  const cookies = await context.cookies(`${stack.urls.api}/oidc/`);
  await context.close();
  return cookies;
};

const measureApp = async (stack: Stack) => {
  const browser = await openBrowser();
  try {
    const url = `${stack.urls.api}/app/`;
    const cookies = await sessionOf(stack, browser);
    const wholeProcessor = await measure(browser, cookies, url, 1);
    const phone = await measure(browser, cookies, url, 4);
    return { ratio: rounded((phone.first?.ms ?? 0) / (phone.again?.ms ?? 1)), phone, wholeProcessor };
  } finally {
    await browser.close();
  }
};

export const webBench = () =>
  hasBrowser ? withStack({}, measureApp) : Promise.resolve({ skipped: 'There is no Chromium.' });
