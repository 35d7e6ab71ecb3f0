/** Small: the Resend SDK over HTTP, against answers that a test writes. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deliveryTags } from './delivery-tag.ts';
import type { LookUp } from '../channels/sender.ts';
import { createResendMailSender } from './resend-mail-sender.ts';

const ID = 'run_1|usr_1|email';
const MESSAGE = {
  ...{
    from: 'r@example.org',
    to: 'anna@example.org',
    subject: 'Week 9',
    html: '<p>h</p>',
    text: 't',
    headers: {},
  },
};
const AT = Date.parse('2026-11-23T07:00:00Z');
const window = { from: new Date(AT), to: new Date(AT + 60_000) };

interface Mail {
  readonly id: string;
  readonly at: number;
  readonly tags?: readonly object[] | undefined;
  readonly to?: string;
  readonly subject?: string;
  readonly html?: string;
}

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

const listed = ({ id, at, to = MESSAGE.to, subject = MESSAGE.subject }: Mail) => ({
  ...{ id, to: [to], from: MESSAGE.from, subject, last_event: 'delivered' },
  // As Postgres prints it.
  created_at: new Date(at).toISOString().replace('T', ' ').replace('Z', '+00'),
});

/** @param mails newest first, two a page */
const lookUpIn = async (mails: readonly Mail[], refusal?: number): Promise<LookUp | undefined> => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const answer = () => {
      if (refusal !== undefined) return { name: 'restricted_api_key', message: 'no', statusCode: refusal };
      const one = mails.find(({ id }) => pathname === `/emails/${id}`);
      if (one !== undefined) return { ...listed(one), html: one.html ?? null, tags: one.tags };
      const from = mails.findIndex(({ id }) => id === searchParams.get('after')) + 1;
      const data = mails.slice(from, from + 2).map(listed);
      return { object: 'list', has_more: from + 2 < mails.length, data };
    };
    response.writeHead(refusal ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer()));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const sender = createResendMailSender({ apiKey: 're_x', baseUrl: `http://127.0.0.1:${String(port)}` });
  return sender.lookUp?.(ID, MESSAGE, window);
};

const older: Mail = { id: 'older', at: AT - 3_600_000 };
const later = (id: string): Mail => ({ id, at: AT + 86_400_000 });
const ours: Mail = { id: 'ours', at: AT + 1_000, tags: deliveryTags(ID) };

describe('a mail in the provider’s list', () => {
  it('is found by its tag, pages behind, whatever its address was then', async () => {
    const moved = { ...ours, to: 'old@example.org' };
    expect(await lookUpIn([later('a'), later('b'), later('c'), moved, older])).toEqual({
      ...{ status: 'sent', providerId: 'ours' },
    });
  });

  it('is found by what it says where the provider shows no tags', async () => {
    const untagged = { ...ours, tags: undefined };
    expect(await lookUpIn([{ ...untagged, html: MESSAGE.html }, older])).toMatchObject({ status: 'sent' });
    server?.close();
    expect(await lookUpIn([{ ...untagged, html: '<p>other</p>' }, older])).toEqual({ status: 'not-sent' });
  });

  it('of another run or recipient is not taken for it', async () => {
    const others = [
      { ...ours, id: 'x', tags: deliveryTags('run_2|usr_1|email') },
      { ...ours, id: 'y', tags: deliveryTags(`${ID}|1`) },
    ];
    expect(await lookUpIn([...others, older])).toEqual({ status: 'not-sent' });
  });

  it('is not said to be missing where the list does not go back so far', async () => {
    expect(await lookUpIn([later('a')])).toMatchObject({ status: 'cannot-tell' });
    server?.close();
    expect(await lookUpIn([])).toMatchObject({ status: 'cannot-tell' });
  });

  it.each([401, 403, 429, 500])('cannot be told of where the provider answers %p', async (status) => {
    expect(await lookUpIn([older], status)).toEqual({
      status: 'cannot-tell',
      reason: 'The mail provider does not show its list of mails: restricted_api_key.',
    });
  });
});
