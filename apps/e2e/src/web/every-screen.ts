/** What holds on every screen: on a narrow window, at twice the size, in forced colours, without motion. */
import type { Page } from 'playwright-core';
import type { Visitor } from '../browser.ts';
import { pathsTo, SCREENS, visitorOf, type Paths, type ScreenName } from './screens.ts';
import { goTo, OPERATOR, READER, settled, signIn, type OnStage } from './stage.ts';

const DESK = { width: 1280, height: 800 };
/** A small phone, which is a desk at four times the size; a desk at twice the size. */
const WINDOWS = [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
];

const LETTERS = 16;

/** How far somebody would have to scroll aside. */
const aside = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** As somebody sets it in their browser. @param pixels of a letter that no page has made larger or smaller */
const setLetters = async (page: Page, pixels: number): Promise<void> => {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } });
  await browser.detach();
};

/** @returns in which windows it is wider than they are */
const tooWide = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const window of WINDOWS) {
    await page.setViewportSize(window);
    if ((await aside(page)) > 0) found.push(`${window.width} pixels`);
  }
  await page.setViewportSize(DESK);
  await setLetters(page, 2 * LETTERS);
  if ((await aside(page)) > 0) found.push('letters of twice the size');
  await setLetters(page, LETTERS);
  return found;
};

/**
 * Goes to one of each kind of thing that takes the focus, as the keyboard does: a report has hundreds that are alike. A
 * field shows it on its box, a choice on its line, a part of a date or time on itself.
 */
const WITHOUT_FOCUS = `(async () => {
  const isSeen = (each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  const places = 'a[href], button, input, select, summary, iframe, [tabindex="0"]';
  const kinds = new Set();
  const found = [];
  for (const each of document.querySelectorAll(places)) {
    const kind = [each.tagName, each.className, each.parentElement?.className].join();
    // What the keyboard passes by.
    if (each.tabIndex < 0 || kinds.has(kind)) continue;
    kinds.add(kind);
    each.focus();
    if (document.activeElement !== each) continue;
    await new Promise((done) => setTimeout(done));
    const shows = [each, each.closest('label'), each.closest('.field-box'), each.parentElement];
    if (!shows.some((one) => one !== null && isSeen(one))) found.push(each.outerHTML.slice(0, 200));
  }
  return found;
})()`;

/** Of each pair, what is chosen, current or meant, and what is not. */
const STATES = [
  ['.choice-option[data-selected]', '.choice-option:not([data-selected])'],
  ['.shell-nav a[aria-current]', '.shell-nav a:not([aria-current])'],
  ['.parts a[data-status=active]', '.parts a:not([data-status=active])'],
  ['.month-comes', 'span.month-day'],
  ['.button-main:not([data-disabled])', '.button-usual:not([data-disabled])'],
  ['.button[data-disabled]', '.button-usual:not([data-disabled])'],
];

/** By lines, grounds, letters and marks; colours as the device forces them. */
const ALIKE = `(() => {
  const looks = (each) => JSON.stringify(['', '::before', '::after'].map((part) => {
    const style = getComputedStyle(each, part);
    return ['content', 'color', 'backgroundColor', 'borderTop', 'borderBottom', 'outline', 'textDecorationLine']
      .map((name) => style[name]);
  }));
  return ${JSON.stringify(STATES)}
    .map((pair) => pair.map((name) => document.querySelector(name)))
    .filter(([one, other]) => one !== null && other !== null && looks(one) === looks(other))
    .map(([one]) => one.outerHTML.slice(0, 200));
})()`;

/** What a button or a field is known by, where no ground has a colour. */
const WITHOUT_FRAME = `[...document.querySelectorAll('.button, .field-box, .choice-option, .file-drop')]
  .filter((each) => each.checkVisibility())
  .filter((each) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(each);
    return borderTopStyle === 'none' || borderTopWidth === '0px';
  })
  .map((each) => each.outerHTML.slice(0, 200))`;

const lostInForcedColours = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.keyboard.press('Tab');
  const found = [
    ...(await page.evaluate<string[]>(WITHOUT_FRAME)),
    ...(await page.evaluate<string[]>(ALIKE)),
    ...(await page.evaluate<string[]>(WITHOUT_FOCUS)),
  ];
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
};

export const everyScreen = (onStage: OnStage): void => {
  describe('every screen', () => {
    let reader: Visitor;
    let operator: Visitor;
    let paths: Paths;

    const open = async (name: ScreenName): Promise<Page> => {
      const { page } = visitorOf(name) === OPERATOR ? operator : reader;
      await goTo(onStage(), page, paths[name]);
      await settled(page);
      return page;
    };

    beforeAll(async () => {
      paths = await pathsTo(onStage().reader);
      [reader, operator] = [await onStage().browser.visit(), await onStage().browser.visit()];
      await signIn(onStage(), reader.page, READER);
      await signIn(onStage(), operator.page, OPERATOR);
    });
    afterAll(async () => {
      await reader.context.close();
      await operator.context.close();
    });

    it.each(SCREENS)(
      'fits any window and any size of letters, and shows in forced colours what is chosen and where the focus is: %s',
      async (name) => {
        const page = await open(name);
        expect(await tooWide(page)).toEqual([]);
        expect(await lostInForcedColours(page)).toEqual([]);
      },
    );

    it('moves nothing where the device asks for rest', async () => {
      const { page } = reader;
      let answer = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/api/v1/me/reports*', async (route) => {
        await held;
        await route.continue();
      });
      await goTo(onStage(), page, '');
      await page.locator('.loading').waitFor();
      const moving = (): Promise<number> => page.evaluate<number>('document.getAnimations().length');
      expect(await moving()).toBe(0);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      expect(await moving()).toBeGreaterThan(0);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      answer();
      await settled(page);
      await page.unrouteAll();
    });
  });
};
