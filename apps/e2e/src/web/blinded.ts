/** All that the app shows a blinded reader and all that it is answered for that, searched for the study's arms. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Visitor } from '../browser.ts';
import { callerOf, type Caller } from '../caller.ts';
import { readPdf } from '../read-pdf.ts';
import { armsIn, armsOf, type Arms } from './arms.ts';
import { pathsTo } from './screens.ts';
import { goTo, lastMade, READER, receive, settled, signIn, type Made, type OnStage } from './stage.ts';

const BLINDED = 'blinded@example.org';

/** The report is the last one: it stays open. */
const pathsFor = async (caller: Caller, made: Made): Promise<string[]> => {
  const { report, ...others } = await pathsTo(caller, made);
  return [...Object.values(others), report];
};

/** @returns what each place says: an address that was asked, or a screen as it stands, attributes and all */
const everythingAt = async (page: Page, onStage: OnStage, paths: readonly string[]) => {
  const places = new Map<string, string>();
  const answered: Promise<unknown>[] = [];
  await page.route('**/api/v1/**', (route) => {
    const answer = async () => {
      const response = await route.fetch();
      places.set(`${route.request().method()} ${route.request().url()}`, await response.text());
      // It may have been left meanwhile.
      await route.fulfill({ response }).catch(() => undefined);
    };
    answered.push(answer());
  });
  for (const path of paths) {
    await goTo(onStage(), page, path);
    await settled(page);
    await Promise.all(answered);
    await settled(page);
    places.set(path === '' ? 'home' : path, await page.content());
  }
  await page.unrouteAll();
  return places;
};

/** Of the report that is open. */
const wordsOfPdf = async (page: Page): Promise<string> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the PDF' }).click(),
  ]);
  const { pages, around } = await readPdf(await readFile(await file.path()));
  return [...pages, around].join('\n');
};

const found = (places: ReadonlyMap<string, string>, arms: Arms) =>
  [...places]
    .map(([place, text]) => [place, armsIn(text, arms)] as const)
    .filter(([, names]) => names.length > 0);

export const aBlindedReader = (onStage: OnStage): void => {
  describe('a blinded reader', () => {
    let arms: Arms;
    let visitor: Visitor;

    beforeAll(async () => {
      arms = await armsOf(onStage().home);
      expect(arms.names).toContain('Zelnorvant 10 mg');
      expect(arms.codes).toContain('ZEL10');
    });
    beforeEach(async () => {
      visitor = await onStage().browser.visit();
    });
    afterEach(() => visitor.context.close());

    it('is shown no arm on any screen, and answered none for it', async () => {
      const { page } = visitor;
      const caller = await callerOf(onStage().home, BLINDED);
      const made = await receive(caller, 'study-weekly');
      await signIn(onStage(), page, BLINDED);
      const places = await everythingAt(page, onStage, await pathsFor(caller, made));
      expect([...places.keys()].filter((place) => place.includes(`/jobs/${made.jobId}/view`))).toHaveLength(
        1,
      );
      expect(found(places, arms)).toEqual([]);
      expect(armsIn(await wordsOfPdf(page), arms)).toEqual([]);
      expect(visitor.complaints()).toEqual([]);
    });

    it('is the only one: the same search finds all of them in what others are shown and answered', async () => {
      const { page } = visitor;
      const { jobId } = await lastMade(onStage().reader);
      await signIn(onStage(), page, READER);
      const path = `reports/${jobId}`;
      const places = await everythingAt(page, onStage, [path]);
      const view = [...places.keys()].find((place) => place.includes('/view')) ?? '';
      for (const place of [path, view])
        expect([place, armsIn(places.get(place) ?? '', arms)]).toEqual([
          place,
          expect.arrayContaining([...arms.names]) as string[],
        ]);
      expect(armsIn(await wordsOfPdf(page), arms)).toEqual(expect.arrayContaining([...arms.names]));
    });
  });
};
