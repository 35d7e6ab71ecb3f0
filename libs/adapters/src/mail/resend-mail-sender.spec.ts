import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { MailMessage } from './mail-sender.ts';
import { createResendMailSender } from './resend-mail-sender.ts';

/** The real SDK against a server that misbehaves on purpose: what is certain, and what is not. */
const message: MailMessage = {
  from: 'Rounds <rounds@example.org>',
  to: 'anna@example.org',
  subject: 'A report',
  html: '<p>figures</p>',
  text: 'figures',
  headers: { 'List-Unsubscribe': '<https://rounds.example.org/u/x>' },
};

let server: Server | undefined;

const listen = async (answer: RequestListener): Promise<string> => {
  const started = createServer(answer);
  server = started;
  await once(started.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
};

const stop = async (): Promise<void> => {
  if (server === undefined) return;
  const closed = once(server, 'close');
  server.close().closeAllConnections();
  await closed;
  server = undefined;
};

const sendTo = (baseUrl: string, timeoutMs = 2_000, to = message.to) =>
  createResendMailSender({ apiKey: 're_test', baseUrl, timeoutMs }).send('run|user|email', {
    ...message,
    to,
  });

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  listen((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });

describe('mail by Resend', () => {
  afterEach(stop);

  it('writes the domain of an address in ASCII, and refuses other letters before the @ without a call', async () => {
    const seen: unknown[] = [];
    const url = await listen((request, response) => {
      void json(request).then((body) => {
        seen.push((body as MailMessage).to);
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id: 'em_1' }));
      });
    });
    expect((await sendTo(url, 2_000, 'anna@bücher.example')).status).toBe('accepted');
    expect(await sendTo(url, 2_000, 'дмитрий@почта.рф')).toEqual({
      status: 'refused',
      reason: expect.stringContaining('only ASCII before the @') as string,
    });
    expect(seen).toEqual(['anna@xn--bcher-kva.example']);
  });

  it('sends the delivery id as idempotency key and answers with the provider id', async () => {
    let seen: { key: unknown; body: unknown } | undefined;
    const url = await listen((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen = { key: request.headers['idempotency-key'], body: JSON.parse(body) };
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id: 'em_1' }));
      });
    });
    expect(await sendTo(url)).toEqual({ status: 'accepted', providerId: 'em_1' });
    const tags = [{ name: 'delivery', value: Buffer.from('run|user|email').toString('base64url') }];
    expect(seen).toEqual({ key: 'run|user|email', body: { ...message, tags } });
  });

  it('knows that a refused connection sent nothing', async () => {
    const url = await answering(200, {});
    await stop();
    expect((await sendTo(url)).status).toBe('unreachable');
  });

  it('knows that a name that does not resolve sent nothing', async () => {
    expect((await sendTo('http://mail.invalid')).status).toBe('unreachable');
  });

  it('cannot tell when the connection is lost after the request left', async () => {
    const url = await listen((request) => {
      request.on('data', () => undefined);
      request.on('end', () => request.socket.destroy());
    });
    expect((await sendTo(url)).status).toBe('unknown');
  });

  it('cannot tell when no answer comes in time', async () => {
    const url = await listen(() => undefined);
    expect((await sendTo(url, 200)).status).toBe('unknown');
  });

  it('cannot tell when the answer breaks off', async () => {
    const url = await listen((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"id":', () => response.destroy());
    });
    expect((await sendTo(url)).status).toBe('unknown');
  });

  it('cannot tell from a gateway that lost the provider', async () => {
    expect((await sendTo(await answering(502, '<html>Bad gateway</html>'))).status).toBe('unknown');
  });

  it('passes on when to come back', async () => {
    const error = { name: 'rate_limit_exceeded', statusCode: 429, message: 'Too many requests.' };
    const url = await answering(429, error, { 'retry-after': '2' });
    expect(await sendTo(url)).toMatchObject({ status: 'busy', retryAfterMs: 2_000 });
  });

  it('passes on a date by the clock of who names it', async () => {
    const error = { name: 'rate_limit_exceeded', statusCode: 429, message: 'Too many requests.' };
    const url = await answering(429, error, {
      date: 'Mon, 29 Feb 2016 23:59:50 GMT',
      'retry-after': 'Tue, 01 Mar 2016 00:00:20 GMT',
    });
    expect(await sendTo(url)).toMatchObject({ status: 'busy', retryAfterMs: 30_000 });
  });

  it('cannot tell when another attempt under the same key is being served', async () => {
    const error = { name: 'concurrent_idempotent_requests', statusCode: 409, message: 'In progress.' };
    expect((await sendTo(await answering(409, error))).status).toBe('unknown');
  });

  it('keeps addresses out of reasons', async () => {
    const error = { name: 'validation_error', statusCode: 422, message: 'Invalid `to`: anna@example.org' };
    const result = await sendTo(await answering(422, error));
    expect(result).toEqual({ status: 'refused', reason: 'validation_error: Invalid `to`: [address]' });
  });

  it('tells a refused key from a refused mail', async () => {
    const error = { name: 'invalid_api_key', statusCode: 403, message: 'API key is invalid' };
    expect((await sendTo(await answering(403, error))).status).toBe('misconfigured');
  });
});
