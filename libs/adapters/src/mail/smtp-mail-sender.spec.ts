import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { MailMessage } from './mail-sender.ts';
import { createSmtpMailSender } from './smtp-mail-sender.ts';

/** A real SMTP conversation with a server that refuses or breaks off on purpose. */
const message: MailMessage = {
  from: 'Rounds <rounds@example.org>',
  to: 'anna@example.org',
  subject: 'A report – with a dash',
  html: '<p>figures</p>',
  text: 'figures',
  headers: { 'List-Unsubscribe': '<https://rounds.example.org/u/x>' },
};

const received: string[] = [];
let server: SMTPServer | undefined;

const listen = async (options: SMTPServerOptions = {}, user = ''): Promise<string> => {
  const started = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => {
        received.push(mail);
        done();
      });
    },
    ...options,
  });
  // The server repeats here what the sender sees as a lost connection.
  started.on('error', () => undefined);
  server = started;
  await once(started.listen(0, '127.0.0.1'), 'listening');
  return `smtp://${user}127.0.0.1:${(started.server.address() as AddressInfo).port}`;
};

const stop = async (): Promise<void> => {
  const stopped = server;
  server = undefined;
  if (stopped !== undefined) await promisify(stopped.close.bind(stopped))();
};

const sendTo = (url: string, to = message.to) =>
  createSmtpMailSender({ url, timeoutMs: 2_000 }).send('run|user|email', { ...message, to });

const reply = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

describe('mail by SMTP', () => {
  beforeEach(() => {
    received.length = 0;
  });
  afterEach(stop);

  it('hands the mail over with an id of the delivery', async () => {
    const result = await sendTo(await listen());
    expect(result).toEqual({
      status: 'accepted',
      providerId: expect.stringMatching(/^<[0-9a-f]{32}@rounds>$/) as string,
    });
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('List-Unsubscribe: <https://rounds.example.org/u/x>');
    expect(received[0]).toContain(`Message-ID: ${(result as { providerId: string }).providerId}`);
  });

  it('reaches addresses of any script: the domain in ASCII, SMTPUTF8 for letters before the @', async () => {
    const envelopes: unknown[] = [];
    const url = await listen({
      onRcptTo: ({ address }, { envelope }, done) => {
        const { args } = envelope.mailFrom as { args: object | false };
        envelopes.push([address, args !== false && 'SMTPUTF8' in args]);
        done();
      },
    });
    expect((await sendTo(url, 'anna@bücher.example')).status).toBe('accepted');
    expect((await sendTo(url, 'дмитрий@почта.рф')).status).toBe('accepted');
    expect(received[0]).toContain('To: anna@xn--bcher-kva.example');
    // The server shows domains in their own script.
    expect(envelopes).toEqual([
      ['anna@bücher.example', false],
      ['дмитрий@почта.рф', true],
    ]);
  });

  it('signs in where the address holds a user', async () => {
    const users: string[] = [];
    const url = await listen(
      {
        allowInsecureAuth: true,
        onAuth: ({ username = '' }, _session, done) => {
          users.push(username);
          done(null, { user: username });
        },
      },
      'rounds:secret@',
    );
    expect((await sendTo(url)).status).toBe('accepted');
    expect(users).toEqual(['rounds']);
  });

  it('tells a refused password from a refused mail', async () => {
    const url = await listen(
      {
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => {
          done(reply(535, 'Wrong password'));
        },
      },
      'rounds:wrong@',
    );
    expect((await sendTo(url)).status).toBe('misconfigured');
  });

  it('knows a refused recipient, and keeps the address out of the reason', async () => {
    const url = await listen({
      onRcptTo: ({ address }, _session, done) => {
        done(reply(550, `No such user ${address}`));
      },
    });
    const result = await sendTo(url);
    expect(result.status).toBe('refused');
    expect(JSON.stringify(result)).toContain('No such user [address]');
    expect(received).toHaveLength(0);
  });

  it('comes back later where the server asks for it, before and after the mail was read', async () => {
    const early = await listen({
      onRcptTo: (_address, _session, done) => {
        done(reply(451, 'Greylisted, try again'));
      },
    });
    expect((await sendTo(early)).status).toBe('busy');
    await stop();
    const late = await listen({
      onData: (stream, _session, done) => {
        void text(stream).then(() => {
          done(reply(451, 'Scanner is busy'));
        });
      },
    });
    expect((await sendTo(late)).status).toBe('busy');
  });

  it('knows a mail that was refused after it was read', async () => {
    const url = await listen({
      onData: (stream, _session, done) => {
        void text(stream).then(() => {
          done(reply(554, 'Looks like spam'));
        });
      },
    });
    expect((await sendTo(url)).status).toBe('refused');
  });

  it('cannot tell when the connection is lost after DATA', async () => {
    const url = await listen({
      onData: (stream, session) => {
        void text(stream).then(() => {
          dropConnection(session.id);
        });
      },
    });
    expect((await sendTo(url)).status).toBe('unknown');
  });

  it('knows that a connection lost before DATA sent nothing', async () => {
    const url = await listen({
      onRcptTo: (_address, session) => {
        dropConnection(session.id);
      },
    });
    expect((await sendTo(url)).status).toBe('unreachable');
  });

  it('knows that a refused connection sent nothing', async () => {
    const url = await listen();
    await stop();
    expect((await sendTo(url)).status).toBe('unreachable');
  });
});

interface Connection {
  readonly id: string;
  readonly _socket: { destroy(): void };
}

const dropConnection = (id: string): void => {
  const { connections } = server as unknown as { readonly connections: ReadonlySet<Connection> };
  for (const connection of connections) if (connection.id === id) connection._socket.destroy();
};
