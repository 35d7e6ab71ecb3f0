/** One subscription changed in several places at once: nobody overwrites unseen, and nobody loses what they filled in. */
import type { Page } from 'playwright-core';
import { axeFindings, type Visitor } from '../browser.ts';
import { goTo, lastMade, READER, signIn, type OnStage } from './stage.ts';

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const choose = (page: Page, name: string) => radio(page, name).check({ force: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save the changes' });
const isTold = (page: Page, fields: string) =>
  page.getByText(`Changed there: ${fields}.`, { exact: false }).waitFor();

export const severalAtOnce = (onStage: OnStage): void => {
  describe('a subscription that is open in several places', () => {
    let here: Visitor;
    let elsewhere: Visitor;
    let path: string;

    const open = async (page: Page): Promise<void> => {
      await goTo(onStage(), page, path);
      await save(page).waitFor();
    };

    beforeAll(async () => {
      const { subscriptionId } = await lastMade(onStage().reader);
      path = `subscriptions/${subscriptionId}/change`;
      [here, elsewhere] = [await onStage().browser.visit(), await onStage().browser.visit()];
      for (const { page } of [here, elsewhere]) await signIn(onStage(), page, READER);
    });
    afterAll(async () => {
      await here.context.close();
      await elsewhere.context.close();
    });

    it('is told at once in another tab, which keeps what was filled in and may take the newer one', async () => {
      const { page } = here;
      const other = await here.context.newPage();
      await open(page);
      await open(other);
      await choose(other, 'Thursday');
      await choose(page, 'Only when something changed');
      await save(page).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      await isTold(other, 'Send it');
      expect(await radio(other, 'Thursday').isChecked()).toBe(true);
      expect(await save(other).isDisabled()).toBe(true);
      expect(await axeFindings(other)).toEqual([]);
      await other.getByRole('button', { name: 'Drop my changes' }).click();
      expect(await radio(other, 'Thursday').isChecked()).toBe(false);
      expect(await radio(other, 'Only when something changed').isChecked()).toBe(true);
      expect(here.complaints()).toEqual([]);
      await other.close();
    });

    it('is refused on another device (412), which is told, keeps what was filled in and saves it over the newer one', async () => {
      const [{ page }, { page: late }] = [here, elsewhere];
      await open(late);
      await choose(late, 'Thursday');
      await open(page);
      await choose(page, 'Always');
      await save(page).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      const answer = late.waitForResponse((response) => response.request().method() === 'PATCH');
      await save(late).click();
      expect((await answer).status()).toBe(412);
      await isTold(late, 'Send it');
      expect(await radio(late, 'Thursday').isChecked()).toBe(true);
      await late.getByRole('button', { name: 'Keep my changes, take the rest from there' }).click();
      expect(await radio(late, 'Always').isChecked()).toBe(true);
      await save(late).click();
      await late.getByText(/^Every Thursday at /).waitFor();
      await late.getByRole('button', { name: 'Undo' }).click();
      await late.getByText(/^Every Monday at /).waitFor();
      expect(elsewhere.complaints().filter((text) => !text.includes('412'))).toEqual([]);
    });
  });
};
