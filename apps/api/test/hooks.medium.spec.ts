import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '@rounds/adapters/clock';
import { deliver } from '@rounds/activities-notify/deliver';
import { startEndpoint } from '@rounds/activities-notify/testing/endpoint';
import { mailsTo } from '@rounds/activities-notify/testing/inbox';
import { createResendMailSender } from '@rounds/adapters/mail/resend-mail-sender';
import {
  createDeliveriesRepository,
  type DeliverySubject,
} from '@rounds/adapters/mongo/deliveries.repository';
import { createRecipientsRepository } from '@rounds/adapters/mongo/recipients.repository';
import { serverSetting, uniqueName } from '@rounds/adapters/testing/servers';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { runDocument, subscriptionDocument } from './records.ts';
import { asTold } from '@rounds/contracts/why';

/** Real: the Resend SDK, the Resend-compatible endpoint with its signed events, the API over HTTP, the workflows. */
let bed: ApiBed;
let endpoint: Awaited<ReturnType<typeof startEndpoint>>;
const OWNER = `${uniqueName('owner')}@example.org`;
const OPERATOR = `${uniqueName('operator')}@example.org`;
const HOOK = '/api/v1/hooks/resend';
let owner: string;

beforeAll(async () => {
  bed = await openApiBed('hooks');
  endpoint = await startEndpoint({ requestsPerSecond: 1_000, webhookUrl: bed.url + HOOK });
  await bed.addStudy('S1');
  owner = await bed.grant(OWNER, 'S1');
  await bed.addRole(OPERATOR, 'operator');
});
afterAll(async () => {
  await endpoint.stop();
  await bed.close();
});

const until = async <T>(look: () => Promise<T | null | undefined>): Promise<T> => {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    await delay(25);
  }
  throw new Error('It did not come within ten seconds.');
};

/** A run of a subscription of the owner's that reaches one recipient at a magic address. */
const scene = async (magic: string) => {
  const email = `${magic}+${uniqueName('x')}@resend.dev`;
  const recipientId = await bed.grant(email, 'S1');
  const subscription = subscriptionDocument({
    ...{ _id: uniqueName('sub'), ownerId: owner, recipients: [recipientId] },
  });
  await bed.mongo.collection('subscriptions').insertOne(subscription);
  const run = runDocument({
    ...{ _id: `${subscription._id}.2026-11-16`, trigger: 'schedule', subscriptionId: subscription._id },
    requestedBy: owner,
  });
  await bed.mongo.collection('runs').insertOne(run);
  const subject: DeliverySubject = {
    ...{ runId: run._id, studyId: 'S1', subscriptionId: subscription._id, recipientId, channel: 'email' },
  };
  return { email, recipientId, subject };
};

const ledger = () => createDeliveriesRepository(bed.mongo);

const send = async (subject: DeliverySubject, to: string) => {
  const mail = createResendMailSender({ apiKey: serverSetting('RESEND_API_KEY'), baseUrl: endpoint.url });
  const message = {
    from: 'Rounds <rounds@example.org>',
    to,
    subject: 's',
    html: '<p>h</p>',
    text: 't',
    headers: {},
  };
  return await deliver({ ledger: ledger(), sender: mail, now: systemClock }, subject, message);
};

interface Shown {
  readonly status: string;
  readonly events: readonly { readonly status: string }[];
}
const shown = async ({ runId }: DeliverySubject): Promise<Shown | undefined> => {
  const { json } = await bed.call('GET', `/api/v1/jobs/${runId}`, { as: OWNER });
  return json.deliveries[0] as unknown as Shown | undefined;
};
const becomes = (subject: DeliverySubject, status: string): Promise<Shown> =>
  until(async () => {
    const delivery = await shown(subject);
    return delivery?.status === status ? delivery : null;
  });

const eligible = async (recipientId: string): Promise<string> => {
  const [answer] = await createRecipientsRepository(bed.mongo).check('S1', [recipientId], []);
  return answer?.eligible === true ? 'eligible' : (answer?.why[0]?.code ?? '');
};

describe('a mail that', () => {
  it('arrives is shown as delivered, on the provider’s word and not before', async () => {
    const { email, subject, recipientId } = await scene('delivered');
    expect((await send(subject, email)).status).toBe('accepted');
    const { events } = await becomes(subject, 'delivered');
    expect(events.map(({ status }) => status)).toEqual(['delivered']);
    expect(await eligible(recipientId)).toBe('eligible');
  });

  it('is delayed is shown so until it arrives', async () => {
    const { email, subject } = await scene('delayed');
    await send(subject, email);
    await becomes(subject, 'delayed');
    const { events } = await becomes(subject, 'delivered');
    expect(events.map(({ status }) => status)).toEqual(['delayed', 'delivered']);
  });

  it.each([
    ['bounced', 'bounced', 'address-bounced'],
    ['suppressed', 'bounced', 'address-bounced'],
    ['complained', 'complained', 'address-complained'],
  ])(
    'is %s stops further mail to the address, tells the owner once, and can be lifted',
    async (magic, status, code) => {
      const { email, subject, recipientId } = await scene(magic);
      await send(subject, email);
      await becomes(subject, status);
      await until(async () => ((await eligible(recipientId)) === 'eligible' ? null : true));
      expect(await eligible(recipientId)).toBe(code);
      await until(async () => (await mailsTo(OWNER)).find((mail) => mail.subject.includes(email)));
      expect((await mailsTo(OWNER)).filter((mail) => mail.subject.includes(email))).toHaveLength(1);

      const stored = await bed.mongo.collection('suppressions').findOne({ userId: recipientId });
      const id = stored?._id ?? '';
      expect(JSON.stringify(stored)).not.toContain('resend.dev');
      const path = `/api/v1/admin/suppressions/${id}`;
      const listed = await bed.call('GET', '/api/v1/admin/suppressions', { as: OPERATOR });
      expect(listed.json.items).toContainEqual(expect.objectContaining({ id, email }));
      expect((await bed.call('GET', '/api/v1/admin/suppressions', { as: OWNER })).status).toBe(403);
      expect((await bed.call('DELETE', path, { as: OWNER })).status).toBe(403);
      expect((await bed.call('DELETE', path, { as: OPERATOR })).status).toBe(204);
      expect((await bed.call('DELETE', path, { as: OPERATOR })).status).toBe(404);
      expect(await eligible(recipientId)).toBe('eligible');
    },
  );

  it('nobody heard an answer to is known to be sent by its events', async () => {
    const { email, subject } = await scene('delivered');
    const mail = createResendMailSender({ apiKey: serverSetting('RESEND_API_KEY'), baseUrl: endpoint.url });
    const at = systemClock();
    const { _id } = await ledger().intend(subject, 'hash', { at, recognisedSince: at });
    const message = {
      from: 'Rounds <rounds@example.org>',
      to: email,
      subject: 's',
      html: 'h',
      text: 't',
      headers: {},
    };
    await mail.send(_id, message);
    await ledger().markUnknown(subject, asTold('No answer.'), systemClock());
    await becomes(subject, 'delivered');
    expect(await ledger().find(subject)).toMatchObject({
      status: 'accepted',
      providerId: expect.any(String) as string,
    });
  });
});

describe('an event', () => {
  const secret = () => Buffer.from(serverSetting('RESEND_WEBHOOK_SECRET').replace(/^whsec_/, ''), 'base64');
  const post = (body: string, id = uniqueName('msg'), at = systemClock().getTime(), key = secret()) => {
    const timestamp = String(Math.floor(at / 1_000));
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    const headers = { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` };
    return bed.call('POST', HOOK, { body, headers });
  };
  const event = (type: string, row: string, more: object = {}, at = '2026-11-16T08:01:00Z') =>
    JSON.stringify({
      ...{ type, created_at: at },
      data: {
        ...{ email_id: 'em_1', to: ['someone@example.org'], ...more },
        tags: { delivery: Buffer.from(row).toString('base64url') },
      },
    });
  const accepted = async () => {
    const { subject, recipientId } = await scene('someone');
    const at = systemClock();
    const { _id } = await ledger().intend(subject, 'hash', { at, recognisedSince: at });
    await ledger().accept(subject, uniqueName('em'), at);
    return { _id, subject, recipientId };
  };

  it.each([
    [
      'signed by another',
      () => post(event('email.delivered', 'x'), 'msg_1', systemClock().getTime(), Buffer.alloc(24)),
    ],
    [
      'of six minutes ago',
      () => post(event('email.delivered', 'x'), 'msg_1', systemClock().getTime() - 360_000),
    ],
    [
      'of six minutes from now',
      () => post(event('email.delivered', 'x'), 'msg_1', systemClock().getTime() + 360_000),
    ],
    ['without a signature', () => bed.call('POST', HOOK, { body: event('email.delivered', 'x') })],
    ['without a body', () => bed.call('POST', HOOK)],
  ])('%s is refused', async (_what, sent) => {
    const { status, json } = await sent();
    expect([status, json.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('that comes twice counts once; those out of order leave the weightiest', async () => {
    const { _id, subject } = await accepted();
    const bounce = { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'full' } };
    const bounced = event('email.bounced', _id, bounce, '2026-11-16T08:05:00Z');
    expect((await post(bounced, 'msg_bounced')).status).toBe(204);
    expect((await post(bounced, 'msg_bounced')).status).toBe(204);
    expect((await post(event('email.delivered', _id, {}, '2026-11-16T08:02:00Z'))).status).toBe(204);
    expect((await post(event('email.delivery_delayed', _id, {}, '2026-11-16T08:01:00Z'))).status).toBe(204);
    const { status, events } = (await shown(subject)) ?? { status: '', events: [] };
    expect(status).toBe('bounced');
    expect(events.map((each) => each.status)).toEqual(['delayed', 'delivered', 'bounced']);
  });

  it('of a bounce that may pass stops no mail', async () => {
    const { _id, recipientId } = await accepted();
    const bounce = { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'full' } };
    await post(event('email.bounced', _id, bounce));
    expect(await eligible(recipientId)).toBe('eligible');
    expect(await bed.mongo.collection('suppressions').countDocuments()).toBe(0);
  });

  it.each(['email.opened', 'email.clicked', 'email.sent', 'domain.updated'])(
    '%s changes nothing',
    async (type) => {
      const { _id, subject } = await accepted();
      expect((await post(event(type, _id))).status).toBe(204);
      expect(await shown(subject)).toMatchObject({ status: 'accepted', events: [] });
    },
  );

  it('of a mail that is none of ours is taken and forgotten', async () => {
    expect((await post(event('email.bounced', 'no-such-row'))).status).toBe(204);
    const bare = JSON.stringify({
      type: 'email.delivered',
      created_at: '',
      data: { email_id: 'em_of_others' },
    });
    expect((await post(bare)).status).toBe(204);
  });

  it('of a notice’s mail reaches its row: an owner whose own address bounces is told to operators', async () => {
    const email = `bounced+${uniqueName('x')}@resend.dev`;
    const userId = await bed.grant(email, 'S1');
    await bed.mongo.collection('notices').insertOne({
      ...{
        _id: `run-failed.r.1|${userId}|email`,
        noticeId: 'run-failed.r.1',
        kind: 'run-failed',
        studyId: 'S1',
      },
      ...{ recipientId: userId, channel: 'email', status: 'accepted', updatedAt: systemClock() },
    });
    const bounce = { bounce: { type: 'Permanent', subType: 'General', message: 'none' }, to: [email] };
    expect((await post(event('email.bounced', `run-failed.r.1|${userId}|email`, bounce))).status).toBe(204);
    expect(await bed.mongo.collection('notices').findOne({ recipientId: userId })).toMatchObject({
      receipt: 'bounced',
    });
    await until(async () => (await mailsTo(OPERATOR)).find(({ subject }) => subject.includes(email)));
  });
});
