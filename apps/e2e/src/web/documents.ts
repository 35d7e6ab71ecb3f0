/** Documents of a study: added, however large, refused with the reason, and removed for good. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeFindings, type Visitor } from '../browser.ts';
import { callerOf } from '../caller.ts';
import { goTo, OPERATOR, READER, signIn, STUDY, type OnStage } from './stage.ts';

const MANAGER = 'data@example.org';

const MEGABYTE = 1024 * 1024;
const LINE = 'The freezer at site 101 was repaired.\n';

/** So slow that it is seen how it goes on. */
const BYTES_A_SECOND = 4 * MEGABYTE;

const PARTLY = '[role=progressbar]:not([aria-valuenow="0"], [aria-valuenow="100"])';

const slowly = async (page: Page, work: () => Promise<void>): Promise<void> => {
  const browser = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 0, downloadThroughput: -1 };
  await browser.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: BYTES_A_SECOND });
  await work();
  await browser.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 });
  await browser.detach();
};

export const documents = (onStage: OnStage): void => {
  describe('documents of a study', () => {
    let folder: string;
    const visitors = new Map<string, Visitor>();
    let visitor: Visitor;
    let page: Page;

    const rowOf = (name: string) =>
      page.getByRole('row', { name: new RegExp(name.replace('.', String.raw`\.`)) });
    const sent = (name: string) => page.locator('.upload-one').filter({ hasText: name });
    const comes = async (who: string): Promise<Visitor> => {
      const came = await onStage().browser.visit();
      await signIn(onStage(), came.page, who);
      visitors.set(who, came);
      return came;
    };
    const openAs = async (who: string): Promise<void> => {
      visitor = visitors.get(who) ?? (await comes(who));
      ({ page } = visitor);
      visitor.complaints();
      await goTo(onStage(), page, `studies/${STUDY}/documents`);
    };
    /** The browser reads it from the disk itself: sent to it, a large one would take as long as the machine is busy. */
    const choose = async (name: string, bytes: number): Promise<void> => {
      const file = join(folder, name);
      await writeFile(file, Buffer.alloc(bytes, LINE));
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose files' }).click(),
      ]);
      // Whatever the device lets through: the hint of the field is none to it.
      await chooser.setFiles(file);
    };

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rounds-documents-'));
      const operator = await callerOf(onStage().home, OPERATOR);
      const reason = { 'Audit-Reason': 'Looks after the documents' };
      const rights = { sites: 'all', unblinded: true, manages: true };
      const { status } = await operator.call('PUT', `/studies/${STUDY}/members/${MANAGER}`, rights, reason);
      expect([200, 201]).toContain(status);
    });
    afterAll(async () => {
      for (const { context } of visitors.values()) await context.close();
      await rm(folder, { recursive: true });
    });

    it('are taken for one site and shown; who does not manage the study is offered no removal', async () => {
      await openAs(READER);
      await page.getByText('One site', { exact: true }).click();
      await page.getByLabel('Site', { exact: true }).fill('101');
      await choose('freezer.txt', LINE.length);
      const row = rowOf('freezer.txt');
      await row.getByText('Those who see site 101 see it.').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await row.getByRole('button', { name: /^Preview/ }).click();
      await page.getByRole('dialog').getByText(LINE.trim()).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await row.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
      expect(visitor.complaints()).toEqual([]);
    });

    it('say how far a large one has come, and may be stopped on the way', async () => {
      await openAs(MANAGER);
      await slowly(page, async () => {
        await choose('stopped.txt', 20 * MEGABYTE);
        await page.getByRole('button', { name: 'Stop: stopped.txt' }).click();
        await sent('stopped.txt').waitFor({ state: 'detached' });
        await choose('log.txt', 6 * MEGABYTE);
        await sent('log.txt').locator(PARTLY).waitFor();
      });
      await sent('log.txt').getByText('added').waitFor();
      await rowOf('log.txt').getByText('6.3 MB').waitFor();
      expect(await rowOf('stopped.txt').count()).toBe(0);
      expect(visitor.complaints()).toEqual([]);
    });

    it.each([
      ['too-large.txt', 26 * MEGABYTE, 'It is larger than this installation takes.', 0],
      ['setup.exe', 100, 'By its name this is neither a text (.txt, .md) nor an image.', 1],
      ['photo.png', 100, 'This is no image that is known here: its bytes are not what its name says.', 1],
    ])('are refused with the reason: %s', async (name, bytes, why, requests) => {
      await openAs(MANAGER);
      let asked = 0;
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/documents')) asked += 1;
      });
      await choose(name, bytes);
      await sent(name).getByText(why).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(asked).toBe(requests);
      expect(
        await sent(name)
          .getByRole('button', { name: /^Try again/ })
          .count(),
      ).toBe(0);
      await page.getByRole('button', { name: `Clear from this list: ${name}` }).click();
      await sent(name).waitFor({ state: 'detached' });
      expect(await rowOf(name).count()).toBe(0);
    });

    it('are removed once that is confirmed, and stay where it is not', async () => {
      await openAs(MANAGER);
      for (const name of ['log.txt', 'freezer.txt']) {
        const remove = rowOf(name).getByRole('button', { name: /^Remove/ });
        await remove.click();
        const question = page.getByRole('alertdialog');
        await question.getByText('To have it back, add it again.', { exact: false }).waitFor();
        expect(await axeFindings(page)).toEqual([]);
        await question.getByRole('button', { name: 'Leave it as it is' }).click();
        await question.waitFor({ state: 'detached' });
        await remove.click();
        await question.getByRole('button', { name: 'Remove' }).click();
        await page.getByText(/^Removed: (?:Log|Freezer)\.$/).waitFor();
        await rowOf(name).waitFor({ state: 'detached' });
      }
      await page.reload();
      await rowOf('narrative').first().waitFor();
      expect(await rowOf('log.txt').count()).toBe(0);
      expect(visitor.complaints()).toEqual([]);
    });
  });
};
