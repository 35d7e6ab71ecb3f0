import { readdir } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { Inbox } from '../servers/inbox/mailbox.mjs';
import { listPage, mailPage } from '../servers/inbox/pages.mjs';
import { newFolder } from './support.ts';

/** Real: files in a folder. */

const mail = (subject: string, ...more: string[]) =>
  Buffer.from(
    [
      'From: Rounds <r@rounds.example>',
      'To: Ann <ann@b.example>, c@d.example',
      `Subject: ${subject}`,
      ...more,
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Hello</p>',
      '',
    ].join('\r\n'),
  );

describe('the inbox', () => {
  it('keeps mails in the order in which they came, over a restart too', async () => {
    const folder = await newFolder();
    const inbox = await Inbox.open(folder);
    for (const subject of ['One', 'Two', 'Three']) await inbox.add(mail(subject));
    const again = await Inbox.open(folder);
    for (const { mails } of [inbox, again])
      expect([...mails.values()].map(({ subject }) => subject)).toEqual(['One', 'Two', 'Three']);
    expect((await readdir(folder)).every((name) => name.endsWith('.eml'))).toBe(true);
  });

  it('reads who it is from, to whom, what it says and its headers', async () => {
    const inbox = await Inbox.open(await newFolder());
    await inbox.add(mail('=?utf-8?Q?Gr=C3=BC=C3=9Fe?=', 'Message-ID: <1@rounds.localhost>'));
    expect([...inbox.mails.values()]).toMatchObject([
      {
        subject: 'Grüße',
        from: [{ name: 'Rounds', address: 'r@rounds.example' }],
        to: [
          { name: 'Ann', address: 'ann@b.example' },
          { name: '', address: 'c@d.example' },
        ],
        html: '<p>Hello</p>',
        headers: { 'message-id': '<1@rounds.localhost>' },
        attachments: [],
      },
    ]);
  });

  it('shows words of a mail as words', async () => {
    const inbox = await Inbox.open(await newFolder());
    await inbox.add(mail('<script>alert(1)</script>'));
    const [stored] = inbox.mails.values();
    if (stored === undefined) throw new Error('There is no mail.');
    for (const page of [listPage([stored]), mailPage(stored)]) {
      expect(page).not.toContain('<script>');
      expect(page).toContain('&#60;script&#62;');
    }
  });
});
