/**
 * Pictures of screens, compared with those that were approved: `npm run pictures` makes them anew. What differs is
 * written to `.rounds/screens`. README shows some of them.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { differenceOf, smallPicture } from './alike.ts';
import { record, replay } from './recording.ts';
import { pathsTo, SCREENS, type ScreenName } from './screens.ts';
import { goTo, OPERATOR, READER, receive, settled, signIn, type OnStage } from './stage.ts';

const APPROVED = join(import.meta.dirname, 'approved');
const DIFFERENT = resolve(import.meta.dirname, '../../../../.rounds/screens');
/** Set by `npm run pictures`. Read now: a stage forgets all settings. */
const approves = process.env.ROUNDS_APPROVE === '1';

const DEVICES = {
  desktop: {},
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  dark: { colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>;

const SHOWN: Readonly<Record<keyof typeof DEVICES, readonly ScreenName[]>> = {
  desktop: SCREENS,
  phone: SCREENS,
  dark: ['subscription', 'report', 'documents'],
};

/** A report is long, and what its blocks look like is seen at its top. */
const isWhole = (screen: ScreenName): boolean => screen !== 'report';

const pictureOf = async (page: Page, screen: ScreenName): Promise<Buffer> => {
  await page.evaluate('document.fonts.ready');
  return page.screenshot({ fullPage: isWhole(screen), caret: 'hide', animations: 'disabled' });
};

const approve = async (name: string, picture: Buffer): Promise<void> => {
  await writeFile(join(APPROVED, `${name}.png`), await smallPicture(picture));
};

/** @returns what is wrong with it */
const faultOf = async (name: string, picture: Buffer): Promise<string[]> => {
  if (approves) await approve(name, picture);
  const difference = await differenceOf(await readFile(join(APPROVED, `${name}.png`)), picture);
  if (difference === undefined) return [];
  await mkdir(DIFFERENT, { recursive: true });
  await writeFile(join(DIFFERENT, `${name}.png`), picture);
  return [`${name}: ${difference}: see .rounds/screens, then correct it or \`npm run pictures\``];
};

export const pictures = (onStage: OnStage): void => {
  describe('its screens', () => {
    beforeAll(async () => {
      if (!approves) return;
      const { browser, reader } = onStage();
      await receive(reader, 'safety-weekly');
      const paths = await pathsTo(reader, await receive(reader, 'study-weekly'));
      const pages = new Map<string, Page>();
      for (const who of [READER, OPERATOR]) {
        const { page } = await browser.visit();
        await signIn(onStage(), page, who);
        pages.set(who, page);
      }
      await record(onStage, pages, paths);
      for (const page of pages.values()) await page.context().close();
    });

    /** @returns what is wrong with any of them */
    const faultsOn = async (device: keyof typeof DEVICES): Promise<string[]> => {
      const { page, context } = await onStage().browser.visit(DEVICES[device]);
      const { pathOf, lacking } = await replay(page);
      await signIn(onStage(), page, READER);
      const faults: string[] = [];
      for (const screen of SHOWN[device]) {
        await goTo(onStage(), page, pathOf(screen));
        await settled(page);
        faults.push(...(await faultOf(`${screen}-${device}`, await pictureOf(page, screen))));
      }
      await context.close();
      return [...faults, ...lacking.map((name) => `${name} was not recorded: \`npm run pictures\``)];
    };

    it('look as approved, at a desk, on a phone and in the dark', async () => {
      const devices = Object.keys(DEVICES) as (keyof typeof DEVICES)[];
      expect((await Promise.all(devices.map(faultsOn))).flat()).toEqual([]);
    });

    it('look the same whether the device was dark before, or became so meanwhile', async () => {
      const { page, context } = await onStage().browser.visit({ reducedMotion: 'no-preference' });
      await signIn(onStage(), page, READER);
      const looks = async () => {
        await settled(page);
        return page.evaluate<unknown>(
          `[...document.querySelectorAll('a, button, h1, h2, p, body')].map((each) => {
            const { color, backgroundColor, borderColor } = getComputedStyle(each);
            return [each.className, color, backgroundColor, borderColor];
          })`,
        );
      };
      await page.emulateMedia({ colorScheme: 'dark' });
      // Longer than any transition takes.
      await new Promise((done) => setTimeout(done, 500));
      const meanwhile = await looks();
      await page.reload();
      expect(meanwhile).toEqual(await looks());
      await context.close();
    });
  });
};
