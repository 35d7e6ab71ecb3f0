import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Resend } from 'resend';
import { startServers } from '../servers/index.mjs';
import type { Servers } from '../servers/index.mjs';
import { newFolder, until } from './support.ts';

/** The real SDK against the endpoint and the inbox, each a process of its own under the supervisor. */

interface StoredMail {
  id: string;
  subject: string;
  to: { address: string }[];
  headers: Record<string, string>;
}
interface Event {
  type: string;
  data: { email_id: string; to: string[]; tags?: Record<string, string> };
}

const events: Event[] = [];
let refuseWebhooks = 0;
let home: string;
let servers: Servers;
let resend: Resend;

const webhook = createServer((request, response) => {
  void text(request).then((payload) => {
    if (refuseWebhooks-- > 0) {
      response.writeHead(503).end();
      return;
    }
    const header = (name: string) => String(request.headers[`svix-${name}`]);
    const headers = { id: header('id'), timestamp: header('timestamp'), signature: header('signature') };
    const webhookSecret = servers.env.RESEND_WEBHOOK_SECRET ?? '';
    events.push(resend.webhooks.verify({ payload, headers, webhookSecret }) as unknown as Event);
    response.end();
  });
});

const MAIL = {
  from: 'Rounds <reports@rounds.example>',
  to: ['a@b.example'],
  subject: 'Week 9',
  text: 'Hello',
};

const inbox = async (subject: string) => {
  const response = await fetch(`${servers.env.ROUNDS_INBOX_URL ?? ''}/api/email`);
  return ((await response.json()) as StoredMail[]).filter((mail) => mail.subject === subject);
};

const arrived = (subject: string, count = 1) =>
  until(async () => {
    const mails = await inbox(subject);
    return mails.length >= count ? mails : undefined;
  });

const eventsOf = (id: string | undefined, last: string) =>
  until(() => {
    const own = events.filter(({ data }) => data.email_id === id);
    return Promise.resolve(own.some(({ type }) => type === last) ? own : undefined);
  });

const kill = (name: string) => {
  const pid = servers.supervisor.services.find((service) => service.name === name)?.pid;
  process.kill(pid ?? 0, 'SIGKILL');
};

const start = async (rate: string) => {
  const webhookUrl = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/hook`;
  const env = { PATH: process.env.PATH ?? '', ROUNDS_RESEND_RATE: rate };
  const started = await startServers({ home, only: ['inbox'], webhookUrl, env });
  return {
    started,
    client: new Resend(started.env.RESEND_API_KEY, { baseUrl: started.env.RESEND_BASE_URL ?? '' }),
  };
};

beforeAll(async () => {
  await new Promise<void>((done) => webhook.listen(0, '127.0.0.1', done));
  home = await newFolder();
  const { started, client } = await start('1000');
  servers = started;
  resend = client;
});

afterAll(async () => {
  await servers.stop();
  webhook.close();
});

describe('the mail endpoint', () => {
  it('delivers a mail whole, with its headers and attachment', async () => {
    const { data, error } = await resend.emails.send({
      ...MAIL,
      subject: 'Grüße, whole',
      html: '<p>Hello</p>\n.\n..dots',
      headers: { 'List-Unsubscribe': '<https://rounds.example/u/1>' },
      attachments: [{ filename: 'week.csv', content: Buffer.from('a,b\n') }],
    });
    expect(error).toBeNull();
    const [mail] = await arrived('Grüße, whole');
    expect(mail).toMatchObject({
      to: [{ address: 'a@b.example' }],
      html: '<p>Hello</p>\n.\n..dots',
      text: 'Hello',
      headers: { 'message-id': `<${data?.id ?? ''}@rounds.localhost>` },
      attachments: [{ filename: 'week.csv' }],
    });
    const part = async (path: string) =>
      fetch(`${servers.env.ROUNDS_INBOX_URL ?? ''}/api/email/${mail?.id ?? ''}/${path}`);
    expect(await (await part('attachment/0')).text()).toBe('a,b\n');
    const shown = await part('html');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(await shown.text()).toContain('<p>Hello</p>');
    expect(await (await part('source')).text()).toContain('List-Unsubscribe: <https://rounds.example/u/1>');
    expect((await part('attachment/1')).status).toBe(404);
    const list = await until(async () => (await resend.emails.get(data?.id ?? '')).data ?? undefined);
    expect(list).toMatchObject({ id: data?.id, subject: 'Grüße, whole', to: ['a@b.example'] });
  });

  it('accepts an idempotency key once, and refuses it for another mail', async () => {
    const mail = { ...MAIL, subject: 'Once' };
    const options = { idempotencyKey: 'delivery/1' };
    const first = await resend.emails.send(mail, options);
    const second = await resend.emails.send(mail, options);
    expect(second.data).toEqual(first.data);
    const other = await resend.emails.send({ ...mail, text: 'Other' }, options);
    expect(other.error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' });
    await eventsOf(first.data?.id, 'email.delivered');
    expect(await inbox('Once')).toHaveLength(1);
    const long = await resend.emails.send(mail, { idempotencyKey: 'k'.repeat(257) });
    expect(long.error).toMatchObject({ statusCode: 400, name: 'invalid_idempotency_key' });
  });

  it('refuses a strange key, a wrong field and an unknown path as Resend does', async () => {
    const stranger = new Resend('re_stranger', { baseUrl: servers.env.RESEND_BASE_URL ?? '' });
    expect((await stranger.emails.send(MAIL)).error).toMatchObject({
      statusCode: 403,
      name: 'invalid_api_key',
    });
    const nameless = await fetch(`${servers.env.RESEND_BASE_URL ?? ''}/emails`, { method: 'POST' });
    expect([nameless.status, await nameless.json()]).toEqual([
      401,
      expect.objectContaining({ name: 'missing_api_key' }),
    ]);
    expect((await resend.emails.send({ ...MAIL, from: 'nobody' })).error).toMatchObject({
      statusCode: 422,
      name: 'validation_error',
      message: expect.stringContaining('`from`') as unknown,
    });
    expect((await resend.emails.get('none')).error).toMatchObject({ statusCode: 404, name: 'not_found' });
    expect((await resend.domains.list()).error).toMatchObject({ statusCode: 404, name: 'not_found' });
  });

  it('posts signed events, again until they are acknowledged', async () => {
    refuseWebhooks = 2;
    const { data } = await resend.emails.send({
      ...MAIL,
      subject: 'Events',
      tags: [{ name: 'run', value: 'r1' }],
    });
    // Either may come first: a refused one is posted again later.
    await eventsOf(data?.id, 'email.delivered');
    await eventsOf(data?.id, 'email.sent');
    const own = events.filter((event) => event.data.email_id === data?.id);
    expect(new Set(own.map(({ type }) => type))).toEqual(new Set(['email.sent', 'email.delivered']));
    expect(own[0]?.data.tags).toEqual({ run: 'r1' });
  });

  it('lets test addresses bounce, complain and come late, and delivers to the others', async () => {
    const to = ['bounced+1@resend.dev', 'complained@resend.dev', 'delayed@resend.dev', 'a@b.example'];
    const { data } = await resend.emails.send({ ...MAIL, subject: 'Magic', to });
    const own = await eventsOf(data?.id, 'email.complained');
    const recipients = (type: string) => own.find((event) => event.type === type)?.data.to;
    expect(recipients('email.bounced')).toEqual(['bounced+1@resend.dev']);
    expect(recipients('email.delivery_delayed')).toEqual(['delayed@resend.dev']);
    expect(recipients('email.delivered')?.sort()).toEqual([
      'a@b.example',
      'complained@resend.dev',
      'delayed@resend.dev',
    ]);
    expect(await arrived('Magic')).toHaveLength(1);
    const gone = await resend.emails.send({ ...MAIL, subject: 'Gone', to: 'bounced@resend.dev' });
    await eventsOf(gone.data?.id, 'email.bounced');
    expect(await inbox('Gone')).toEqual([]);
  });

  it('loses and doubles nothing when it and the inbox are killed', async () => {
    const mail = { ...MAIL, subject: 'Survivor' };
    const options = { idempotencyKey: 'delivery/survivor' };
    const before = await resend.emails.send(mail, options);
    kill('inbox');
    const during = await resend.emails.send({ ...mail, text: 'In the outage' });
    kill('resend');
    expect(during.data?.id).toBeDefined();
    const mails = await arrived('Survivor', 2);
    expect(mails.map(({ headers }) => headers['message-id']).sort()).toEqual(
      [before, during].map(({ data }) => `<${data?.id ?? ''}@rounds.localhost>`).sort(),
    );
    const again = await until(async () => (await resend.emails.send(mail, options)).data ?? undefined);
    expect(again).toEqual(before.data);
    expect(await inbox('Survivor')).toHaveLength(2);
  });

  it('keeps its mails, address and keys over a restart, and limits requests as configured', async () => {
    const url = servers.env.RESEND_BASE_URL;
    await resend.emails.send({ ...MAIL, subject: 'Kept' });
    await arrived('Kept');
    await servers.stop();
    const { started, client } = await start('2');
    servers = started;
    expect(started.env.RESEND_BASE_URL).toBe(url);
    expect(await inbox('Kept')).toHaveLength(1);
    const answers = [];
    for (let index = 0; index < 5; index++) answers.push(await client.emails.get('none'));
    const limited = answers.find(({ error }) => error?.statusCode === 429);
    expect(limited?.error?.name).toBe('rate_limit_exceeded');
    expect(limited?.headers).toMatchObject({
      'retry-after': '1',
      'ratelimit-limit': '2',
      'ratelimit-remaining': '0',
    });
  });
});
