/** A real browser before a whole Rounds: as somebody sits before it, with what it complained of. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const { resolveChromium } = await import('../../../tools/servers/chromium.mjs');
const found = await resolveChromium({
  say: (line) => {
    console.warn(line);
  },
});

/** Where none is to be had the line above has said so. */
export const hasBrowser = found !== undefined;

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser found wrong: refused by the policy, thrown, not there. Emptied when read. */
  readonly complaints: () => string[];
  /** Hosts that were asked for anything. */
  readonly hosts: ReadonlySet<string>;
}

export const openBrowser = async () => {
  const libraries = found?.libraries;
  const browser = await chromium.launch({
    executablePath: found?.program ?? '',
    // A container is the sandbox of a test. Letters are as wide in each build.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    ...(libraries !== undefined && { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
  });
  /** @param device where it is not the usual one */
  const visit = async (device: BrowserContextOptions = {}): Promise<Visitor> => {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 800 },
      acceptDownloads: true,
      ...device,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    const hosts = new Set<string>();
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      const { url } = message.location();
      complaints.push(URL.canParse(url) ? `${message.text()} (${new URL(url).pathname})` : message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => {
      if (request.url().startsWith('http')) hosts.add(new URL(request.url()).host);
    });
    return { page, context, complaints: () => complaints.splice(0), hosts };
  };
  return { version: browser.version(), visit, close: () => browser.close() };
};

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const VIOLATIONS = { resultTypes: ['violations'] };

/** What axe is asked in which theme. In dark `light-dark()` gives other colours, and nothing else is another. */
const ASKED = [
  ['light', VIOLATIONS],
  ['dark', { ...VIOLATIONS, runOnly: ['color-contrast', 'link-in-text-block'] }],
] as const;

/** What axe finds on the page as it is, in light and in dark; nothing is right. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  // Around the page's policy, which would let no other script in.
  await page.evaluate(await readFile(AXE, 'utf8'));
  const findings: string[] = [];
  for (const [colorScheme, options] of ASKED) {
    await page.emulateMedia({ colorScheme });
    const run = `axe.run(document, ${JSON.stringify(options)})`;
    const { violations } = await page.evaluate<{ violations: Finding[] }>(run);
    for (const { id, nodes } of violations)
      findings.push(
        ...nodes.map(({ html, failureSummary }) => `${colorScheme} ${id}: ${html} ${failureSummary ?? ''}`),
      );
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return findings;
};
