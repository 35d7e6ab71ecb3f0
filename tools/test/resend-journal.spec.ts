import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Journal } from '../servers/resend/journal.mjs';
import { parseMail } from '../servers/resend/validate.mjs';
import { newFolder } from './support.ts';

const HOUR = 3_600_000;
const mail = parseMail({ from: 'a@b.example', to: 'c@d.example', subject: 's', text: 't' });

const open = async () => {
  const folder = await newFolder();
  const clock = { now: Date.parse('2026-03-02T08:00:00Z') };
  const reopen = () => Journal.open(folder, () => clock.now);
  return { journal: await reopen(), clock, reopen, file: join(folder, 'mails.jsonl') };
};
const send = (journal: Journal, id: string, key: string | null = 'key', body = 'body') =>
  journal.accept({ key, body, emails: [{ id, mail }] });

describe('the journal of accepted mails', () => {
  it('accepts a key once, also after a restart', async () => {
    const { journal, reopen } = await open();
    expect(await send(journal, 'one')).toEqual({ ids: ['one'], isNew: true });
    expect(await send(journal, 'two')).toEqual({ ids: ['one'], isNew: false });
    const again = await reopen();
    expect(await send(again, 'three')).toEqual({ ids: ['one'], isNew: false });
    expect([...again.emails.keys()]).toEqual(['one']);
  });

  it('refuses the key with another body', async () => {
    const { journal } = await open();
    await send(journal, 'one');
    await expect(send(journal, 'two', 'key', 'other')).rejects.toMatchObject({
      statusCode: 409,
      name: 'invalid_idempotent_request',
    });
  });

  it('refuses the second of two requests at once', async () => {
    const { journal } = await open();
    const first = send(journal, 'one');
    await expect(send(journal, 'two')).rejects.toMatchObject({ name: 'concurrent_idempotent_requests' });
    expect(await first).toMatchObject({ isNew: true });
  });

  it('forgets a key after 24 hours', async () => {
    const { journal, clock } = await open();
    await send(journal, 'one');
    clock.now += 24 * HOUR;
    expect(await send(journal, 'two')).toMatchObject({ isNew: false });
    clock.now += 1;
    expect(await send(journal, 'three', 'key', 'other')).toEqual({ ids: ['three'], isNew: true });
  });

  it('accepts every request that has no key', async () => {
    const { journal } = await open();
    await send(journal, 'one', null);
    expect(await send(journal, 'two', null)).toEqual({ ids: ['two'], isNew: true });
  });

  it('drops the line that was being written when the process was killed, and goes on after it', async () => {
    const { journal, reopen, file } = await open();
    await send(journal, 'one');
    const whole = await readFile(file, 'utf8');
    await appendFile(file, '{"kind":"accepted","at":"2026-03');
    const again = await reopen();
    expect(await readFile(file, 'utf8')).toBe(whole);
    await send(again, 'two', 'another');
    expect([...(await reopen()).emails.keys()]).toEqual(['one', 'two']);
  });

  it('keeps what happened, and the events that nobody acknowledged', async () => {
    const { journal, reopen } = await open();
    await send(journal, 'one');
    await journal.happened('one', 'email.sent', { messageId: 'm1', payload: {} });
    await journal.happened('one', 'email.delivered', { messageId: 'm2', payload: {} });
    await journal.notified('m1');
    const again = await reopen();
    expect(again.emails.get('one')?.events).toEqual(['email.sent', 'email.delivered']);
    expect([...again.notices.keys()]).toEqual(['m2']);
  });
});
