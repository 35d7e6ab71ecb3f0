/** A report that somebody asks for: made before their eyes, kept, compared, and gone when they may see it no more. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { axeFindings, type Visitor } from '../browser.ts';
import { callerOf, type Caller } from '../caller.ts';
import { armsIn, armsOf } from './arms.ts';
import { goTo, OPERATOR, signIn, STUDY, type OnStage } from './stage.ts';

const CHAIR = 'board@example.org';
const RIGHTS = `/studies/${STUDY}/members/${CHAIR}`;

/** A page that stays open asks every half minute. */
const UNTIL_IT_ASKS = '00:31';

export const aReportNow = (onStage: OnStage): void => {
  describe('a report that somebody asks for', () => {
    let operator: Caller;
    let visitor: Visitor;
    let page: Page;

    const grant = async (unblinded: boolean): Promise<void> => {
      const reason = { 'Audit-Reason': 'Sits on the safety board' };
      const { status } = await operator.call('PUT', RIGHTS, { sites: 'all', unblinded }, reason);
      expect([200, 201]).toContain(status);
    };
    const attention = () => page.getByRole('heading', { name: 'What needs attention' });
    const lost = () => page.getByRole('heading', { name: 'You can no longer see this report' });
    const shown = async (): Promise<string> => (await page.locator('body').textContent()) ?? '';

    beforeAll(async () => {
      const { home, browser } = onStage();
      operator = await callerOf(home, OPERATOR);
      await grant(true);
      visitor = await browser.visit();
      ({ page } = visitor);
      await page.clock.install();
      await signIn(onStage(), page, CHAIR);
    });
    afterAll(() => visitor.context.close());

    it('is asked for once, goes on before their eyes, and is shown when it is there', async () => {
      let sent = 0;
      await page.route('**/api/v1/reports/generate', async (route) => {
        sent += 1;
        await (sent === 1 ? route.fulfill({ status: 500, body: 'no' }) : route.continue());
      });
      await goTo(onStage(), page, 'generate');
      const make = page.getByRole('button', { name: 'Make the report' });
      await make.click();
      await page.getByRole('heading', { name: 'Something went wrong here' }).waitFor();
      await make.click();
      await page.getByRole('progressbar').waitFor();
      await attention().waitFor({ timeout: 60_000 });
      expect(sent).toBe(2);
      expect(await axeFindings(page)).toEqual([]);
    });

    it('is kept as a file, which is known again to the byte', async () => {
      const content = '**/api/v1/jobs/*/content?*';
      await page.route(content, (route) => route.abort());
      const button = page.getByRole('button', { name: 'Download the PDF' });
      await button.click();
      await page.getByText('The file could not be had just now.').waitFor();
      await page.unroute(content);
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      const name = download.suggestedFilename();
      const buffer = await readFile(await download.path());
      const compare = (bytes: Buffer) =>
        page
          .getByLabel('File to compare')
          .setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });

      await page.route('**/api/v1/verify', (route) => route.fulfill({ status: 500, body: 'no' }));
      await compare(buffer);
      await page.getByRole('heading', { name: 'Something went wrong here' }).waitFor();
      await page.unroute('**/api/v1/verify');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('is a file of this report, and not a byte of it has changed.').waitFor();
      await compare(Buffer.concat([buffer, Buffer.from(' ')]));
      await page.getByText('is none of the files of this report that you may see').waitFor();
    });

    it('is gone from the page once the arms that it shows may not be seen, and comes back with the right', async () => {
      const arms = await armsOf(onStage().home);
      expect(armsIn(await shown(), arms)).not.toEqual([]);
      await grant(false);
      await page.clock.fastForward(UNTIL_IT_ASKS);
      await lost().waitFor();
      expect(armsIn(await shown(), arms)).toEqual([]);
      expect(await attention().count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await grant(true);
      await page.clock.fastForward(UNTIL_IT_ASKS);
      await attention().waitFor();
    });

    it('is gone once the study may not be seen, and nothing of it is left', async () => {
      expect((await operator.call('DELETE', RIGHTS)).status).toBeLessThan(300);
      await page.clock.fastForward(UNTIL_IT_ASKS);
      await lost().waitFor();
      expect(await attention().count()).toBe(0);
      expect(await page.getByRole('button', { name: /Download/ }).count()).toBe(0);
      expect(await page.getByRole('main').textContent()).not.toContain(STUDY);
      await page.reload();
      await page.getByRole('heading', { name: 'Not found' }).waitFor();
    });
  });
};
