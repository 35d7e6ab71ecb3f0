import { directly } from '@rounds/adapters/testing/directly';
import type { MailSender } from '@rounds/adapters/mail/mail-sender';
import { systemClock } from '@rounds/adapters/clock';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createResendMailSender } from '@rounds/adapters/mail/resend-mail-sender';
import { createSmtpMailSender } from '@rounds/adapters/mail/smtp-mail-sender';
import { hashToken, linkToken, parseUnsubscribeToken } from '@rounds/adapters/links/link-tokens';
import { serverSetting } from '@rounds/adapters/testing/servers';
import { setTimeout as delay } from 'node:timers/promises';
import { RoundsError } from '@rounds/contracts/errors';
import { startEndpoint } from '../src/testing/endpoint.ts';
import { openGateway, type Gateway } from './gateway.ts';
import { awaitMailTo, mailsTo, sourceOf } from '../src/testing/inbox.ts';
import { openScene, resendAt, scope, settings } from './scene.ts';

/**
 * Real: MongoDB (as the `notify` user), S3, the Resend SDK, the Resend-compatible endpoint, SMTP, the inbox.
 * Ours: the network in between, which breaks on purpose.
 */
let scene: Awaited<ReturnType<typeof openScene>>;
let gateway: Gateway;
let resend: MailSender;

/** Mails of one kind overtake each other seldom: once a later one is there, a second earlier one would be too. */
const expectOneMailTo = async (email: string): Promise<void> => {
  await awaitMailTo(email);
  const later = await scene.addRecipient();
  gateway.mood = 'open';
  await scene.notifyBy(resend)(later.input);
  await awaitMailTo(later.email);
  expect(await mailsTo(email)).toHaveLength(1);
};

/** Sends only once so many want to send. */
const meeting = (mail: MailSender, guests: number): MailSender => {
  let arrived = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    ...mail,
    send: async (id, message) => {
      arrived += 1;
      if (arrived === guests) open();
      await all;
      return await mail.send(id, message);
    },
  };
};

const hoursFromNow = (hours: number): Date => new Date(systemClock().getTime() + hours * 3_600_000);

/** A process that dies: what comes after never happens. */
const dyingAfter = (mail: MailSender): MailSender => ({
  ...mail,
  send: async (id, message) => {
    await mail.send(id, message);
    throw new Error('killed');
  },
});
const dyingBefore: MailSender = {
  recognisesForMs: 23 * 3_600_000,
  send: () => Promise.reject(new Error('killed')),
};

beforeAll(async () => {
  scene = await openScene();
  gateway = await openGateway(serverSetting('RESEND_BASE_URL'));
  resend = resendAt(gateway.url);
});

beforeEach(async () => {
  gateway.mood = 'open';
  gateway.answers.length = 0;
  gateway.asked.length = 0;
  await gateway.down();
  await gateway.up();
});

afterAll(async () => {
  await gateway.down();
  await scene.close();
});

describe('while operators halt the study, or everything', () => {
  it.each([undefined, 'DEMO'])('nothing is sent (%s), and everything once it is lifted', async (studyId) => {
    const { input, email } = await scene.addRecipient();
    const halts = createHaltsRepository(scene.root);
    await halts.set(studyId, { reason: 'Wrong data.', by: 'usr_operator', at: systemClock() }, directly);
    await expect(scene.notifyBy(resend)(input)).rejects.toMatchObject({ code: 'HALTED' });
    expect(await scene.rowOf(input)).toBeNull();
    await halts.lift(studyId, directly);
    expect(await scene.notifyBy(resend)(input)).toMatchObject({ status: 'accepted' });
    await expectOneMailTo(email);
  });

  it('of another study, it is sent', async () => {
    const { input } = await scene.addRecipient();
    const halts = createHaltsRepository(scene.root);
    await halts.set('OTHER', { reason: 'Wrong data.', by: 'usr_operator', at: systemClock() }, directly);
    expect(await scene.notifyBy(resend)(input)).toMatchObject({ status: 'accepted' });
    await halts.lift('OTHER', directly);
  });
});

describe('a mail to a recipient', () => {
  it('arrives with its link, its headers and both its texts, and stands in the ledger', async () => {
    const { email, recipientId, subscriptionId, input } = await scene.addRecipient();
    const outcome = await scene.notifyBy(resend)({ ...input, askedAt: '2026-11-23T06:57:00Z' });
    expect(outcome).toEqual({ recipientId, status: 'accepted' });

    const mail = await awaitMailTo(email);
    expect(mail.text).toContain('Requested by Anna Weber on 23 November 2026, 07:57 (Europe/Berlin)');
    expect(mail.text).toContain(`reference ${input.run.runId}.`);
    expect(mail.subject).toBe('DEMO weekly report, 16–22 Nov 2026 — 1 item needs attention');
    const token = linkToken(settings.linkSecret, input.run.runId, recipientId);
    for (const part of [mail.html, mail.text])
      expect(part).toContain(`https://rounds.example.org/r/${token}`);
    expect(mail.html).toContain('A study &lt;of&gt; “nothing”');
    const source = await sourceOf(mail);
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    const unsubscribe = /^List-Unsubscribe: <https:\/\/rounds\.example\.org\/u\/([^>]+)>/m.exec(source);
    expect(parseUnsubscribeToken(settings.linkSecret, unsubscribe?.[1] ?? '')).toEqual({
      subscriptionId,
      userId: recipientId,
    });

    expect(await scene.rowOf(input)).toMatchObject({
      status: 'accepted',
      attempts: 1,
      subscriptionId,
      providerId: expect.any(String) as string,
      messageHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(await scene.root.collection('links').findOne({ _id: hashToken(token) })).toMatchObject({
      runId: input.run.runId,
      recipientId,
      scope,
    });
  });

  it('may be a note that nothing changed: in the ledger, without file and without link', async () => {
    const { email, recipientId, input } = await scene.addRecipient();
    const late = { dueAt: '2026-11-23T08:00:00+01:00' };
    const note = { ...input, run: { ...input.run, late }, artefacts: [], note: 'unchanged' as const };
    expect(await scene.notifyBy(resend)(note)).toEqual({ recipientId, status: 'accepted' });
    const mail = await awaitMailTo(email);
    expect(mail.subject).toBe('DEMO weekly report, 16–22 Nov 2026 (late) — nothing changed');
    expect(mail.text).toContain(
      'This report is late: it was due on 23 November 2026, 08:00 (Europe/Berlin).',
    );
    for (const part of [mail.html, mail.text]) expect(part).not.toContain('/r/');
    expect(await sourceOf(mail)).toMatch(/^List-Unsubscribe: <https:/m);
    expect(await scene.rowOf(input)).toMatchObject({ status: 'accepted', attempts: 1 });
    expect(await scene.root.collection('links').countDocuments({ recipientId })).toBe(0);
    await scene.notifyBy(resend)(note);
    await expectOneMailTo(email);
  });

  it('comes once from two attempts at the same moment', async () => {
    const { email, input } = await scene.addRecipient();
    const notify = scene.notifyBy(meeting(resend, 2));
    const both = await Promise.allSettled([notify(input), notify(input)]);
    // Who meets the other's request at the provider is told to come again.
    for (const result of both) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'DEPENDENCY_DOWN' });
      else expect(result.value.status).toBe('accepted');
    }
    expect((await scene.notifyBy(resend)(input)).status).toBe('accepted');
    expect(await scene.rowOf(input)).toMatchObject({ status: 'accepted', attempts: 2 });
    await expectOneMailTo(email);
  });
});

describe('a process that dies', () => {
  it('between the intent and the send: the next one sends', async () => {
    const { email, input } = await scene.addRecipient();
    await expect(scene.notifyBy(dyingBefore)(input)).rejects.toThrow('killed');
    expect(await scene.rowOf(input)).toMatchObject({ status: 'intended', attempts: 1 });
    expect((await scene.notifyBy(resend)(input)).status).toBe('accepted');
    await expectOneMailTo(email);
  });

  it('between the send and its record: the next one learns of it, and sends no second mail', async () => {
    const { email, input } = await scene.addRecipient();
    await expect(scene.notifyBy(dyingAfter(resend))(input)).rejects.toThrow('killed');
    expect(await scene.rowOf(input)).toMatchObject({ status: 'intended' });
    expect((await scene.notifyBy(resend)(input)).status).toBe('accepted');
    expect(gateway.answers).toEqual([200, 200]);
    await expectOneMailTo(email);
  });

  it('after the send, longer ago than the provider recognises ids: its books are asked, and no second mail goes out', async () => {
    const { email, input } = await scene.addRecipient();
    await expect(scene.notifyBy(dyingAfter(resend), () => hoursFromNow(-24))(input)).rejects.toThrow(
      'killed',
    );
    expect((await scene.notifyBy(resend)(input)).status).toBe('accepted');
    expect(await scene.rowOf(input)).toMatchObject({ providerId: expect.any(String) as string });
    expect(gateway.asked.filter((each) => each === 'POST /emails')).toHaveLength(1);
    await expectOneMailTo(email);
  });

  it('before the send, as long ago: sent once the provider shows that it does not have it', async () => {
    const other = await scene.addRecipient();
    await scene.notifyBy(resend)(other.input);
    const { email, input } = await scene.addRecipient();
    await expect(scene.notifyBy(dyingBefore, () => hoursFromNow(1))(input)).rejects.toThrow('killed');
    // The first to find it cannot know whether another attempt is under way at this moment.
    expect((await scene.notifyBy(resend, () => hoursFromNow(25))(input)).status).toBe('unknown');
    expect((await scene.notifyBy(resend, () => hoursFromNow(25.1))(input)).status).toBe('accepted');
    await expectOneMailTo(email);
  });

  it('where the provider’s books do not go back so far, or do not open: nobody guesses, the row says unknown', async () => {
    const { email, input } = await scene.addRecipient();
    await expect(scene.notifyBy(dyingBefore, () => hoursFromNow(-24))(input)).rejects.toThrow('killed');
    await scene.notifyBy(resend)(input);
    const later = () => hoursFromNow(1);
    expect(await scene.notifyBy(resend, later)(input)).toMatchObject({ status: 'unknown' });
    const stranger = createResendMailSender({ apiKey: 're_nobody', baseUrl: gateway.url });
    expect(await scene.notifyBy(stranger, later)(input)).toMatchObject({ status: 'unknown' });
    expect(gateway.asked).not.toContain('POST /emails');
    expect(await mailsTo(email)).toEqual([]);
  });
});

describe('a provider', () => {
  it('that is down: the intent is let go, and the mail goes out when it is up, days later too', async () => {
    const { email, input } = await scene.addRecipient();
    await gateway.down();
    const longAgo = new Date(systemClock().getTime() - 72 * 3_600_000);
    await expect(scene.notifyBy(resend, () => longAgo)(input)).rejects.toMatchObject({
      code: 'DEPENDENCY_DOWN',
    });
    expect(await scene.rowOf(input)).toMatchObject({ status: 'failed' });
    await gateway.up();
    expect((await scene.notifyBy(resend)(input)).status).toBe('accepted');
    await expectOneMailTo(email);
  });

  it.each(['lose-request', 'lose-answer'] as const)(
    'on a line that breaks (%s): one mail after all',
    async (mood) => {
      const { email, input } = await scene.addRecipient();
      gateway.mood = mood;
      await expect(scene.notifyBy(resend)(input)).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
      expect(await scene.rowOf(input)).toMatchObject({ status: 'intended' });
      gateway.mood = 'open';
      expect((await scene.notifyBy(resend)(input)).status).toBe('accepted');
      await expectOneMailTo(email);
    },
  );

  it('that refuses the address: failed, with a reason that does not repeat it', async () => {
    const { input } = await scene.addRecipient('not-an-address@');
    await expect(scene.notifyBy(resend)(input)).rejects.toMatchObject({
      code: 'MAIL_REJECTED',
      retryable: false,
    });
    const row = await scene.rowOf(input);
    expect(row).toMatchObject({
      status: 'failed',
      why: [{ code: 'as-told', values: { text: expect.stringContaining('validation_error') as string } }],
    });
    expect(JSON.stringify(row)).not.toContain('not-an-address');
  });

  it('that was given other bytes under the same id: its books tell, and nothing is sent again', async () => {
    const { email, recipientId, input } = await scene.addRecipient();
    await expect(scene.notifyBy(dyingAfter(resend))(input)).rejects.toThrow('killed');
    await scene.root.collection('users').updateOne({ _id: recipientId }, { $set: { name: 'Anna Schmidt' } });
    expect((await scene.notifyBy(resend)(input)).status).toBe('accepted');
    expect(gateway.asked.filter((each) => each === 'POST /emails')).toHaveLength(1);
    await expectOneMailTo(email);
  });

  it('by SMTP: sends, and never asks twice', async () => {
    const smtp = createSmtpMailSender({ url: serverSetting('ROUNDS_SMTP_URL') });
    const { email, input } = await scene.addRecipient();
    expect((await scene.notifyBy(smtp)(input)).status).toBe('accepted');
    await awaitMailTo(email);

    const other = await scene.addRecipient();
    await expect(scene.notifyBy(dyingAfter(smtp))(other.input)).rejects.toThrow('killed');
    expect((await scene.notifyBy(smtp)(other.input)).status).toBe('unknown');
    await expectOneMailTo(other.email);
  });
});

describe('a recipient who', () => {
  const cases = [
    [
      'is no member any more',
      'not-a-member',
      (id: string) => scene.root.collection('memberships').deleteOne({ userId: id }),
    ],
    [
      'may see fewer sites now',
      'sees-less',
      (id: string) =>
        scene.root.collection('memberships').updateOne({ userId: id }, { $set: { sites: ['701'] } }),
    ],
    [
      'unsubscribed',
      'unsubscribed',
      (id: string) =>
        scene.root.collection('subscriptions').updateOne({ ownerId: id }, { $set: { optedOut: [id] } }),
    ],
    [
      'has cancelled the subscription',
      'subscription-cancelled',
      (id: string) =>
        scene.root.collection('subscriptions').updateOne({ ownerId: id }, { $set: { status: 'cancelled' } }),
    ],
    [
      'has no subscription',
      'subscription-gone',
      (id: string) => scene.root.collection('subscriptions').deleteOne({ ownerId: id }),
    ],
    ['is gone', 'not-a-member', (id: string) => scene.root.collection('users').deleteOne({ _id: id })],
  ] as const;

  it.each(cases)('%s gets nothing, and the ledger says why', async (_who, code, change) => {
    const { input, recipientId } = await scene.addRecipient();
    await change(recipientId);
    const outcome = await scene.notifyBy(resend)(input);
    expect(outcome).toMatchObject({ status: 'suppressed', why: [{ code }] });
    expect(await scene.rowOf(input)).toMatchObject({ status: 'suppressed' });
    expect(gateway.answers).toEqual([]);
  });

  it('may see more than the report shows gets it', async () => {
    const { input, recipientId } = await scene.addRecipient();
    await scene.root
      .collection('memberships')
      .updateOne({ userId: recipientId }, { $set: { sites: 'all', unblinded: true } });
    expect((await scene.notifyBy(resend)(input)).status).toBe('accepted');
  });

  it('gets a link whose days do not begin again with each attempt', async () => {
    const { input, recipientId } = await scene.addRecipient();
    const first = new Date('2027-03-01T00:00:00Z');
    await expect(scene.notifyBy(dyingBefore, () => first)(input)).rejects.toThrow('killed');
    const before = await scene.rowOf(input);
    await scene.notifyBy(resend, () => new Date('2027-03-01T09:00:00Z'))(input);
    expect((await scene.rowOf(input))?.messageHash).toBe(before?.messageHash);
    const link = hashToken(linkToken(settings.linkSecret, input.run.runId, recipientId));
    expect(await scene.root.collection('links').findOne({ _id: link })).toMatchObject({
      // Delivered long after it was due: it opens for its 30 days all the same.
      expiresAt: new Date('2027-03-31T00:00:00Z'),
    });
  });
});

it('waits as long as the provider asks', async () => {
  const endpoint = await startEndpoint({ requestsPerSecond: 1 });
  try {
    const notify = scene.notifyBy(resendAt(endpoint.url));
    let limited = await scene.addRecipient();
    let answer: unknown;
    for (let tries = 0; tries < 20 && !(answer instanceof RoundsError); tries += 1) {
      limited = await scene.addRecipient();
      answer = await notify(limited.input).catch((error: unknown) => error);
    }
    expect(answer).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 1_000 });
    expect(await scene.rowOf(limited.input)).toMatchObject({ status: 'failed' });
    await delay(1_000);
    expect((await notify(limited.input)).status).toBe('accepted');
    await expectOneMailTo(limited.email);
  } finally {
    await endpoint.stop();
  }
});
