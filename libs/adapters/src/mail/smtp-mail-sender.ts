import { Readable } from 'node:stream';
import { sha256Of } from '../crypto/sha256.ts';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SendResult } from '../channels/sender.ts';
import { withoutAddresses, type MailMessage, type MailSender } from './mail-sender.ts';

export interface SmtpConfig {
  /** `smtp://user:password@host:587`; `smtps://` for TLS from the start; `?requireTLS=true` insists on STARTTLS. */
  readonly url: string;
  /** Milliseconds of silence after which the connection is given up. Default 15,000. */
  readonly timeoutMs?: number;
}

interface SmtpError extends Error {
  readonly code?: string;
  /** The server's reply, where it gave one. */
  readonly responseCode?: number;
}

/** Faults of this mail, and not of the server or the way to it. */
const MESSAGE_FAULTS: readonly (string | undefined)[] = ['EENVELOPE', 'EMESSAGE'];

/** A reply is a verdict (RFC 5321, 4.2.1): only 2xx takes the mail, 4xx may later, 5xx never will. */
const resultOf = ({ code, responseCode, message }: SmtpError, bodyLeft: boolean): SendResult => {
  const reason = withoutAddresses(message);
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500)
    return { status: 'busy', reason };
  // The server may have taken the mail and lost the connection before saying so.
  if (bodyLeft && responseCode === undefined) return { status: 'unknown', reason };
  if (MESSAGE_FAULTS.includes(code)) return { status: 'refused', reason };
  if (responseCode !== undefined || code === 'EAUTH') return { status: 'misconfigured', reason };
  return { status: 'unreachable', reason };
};

/** RFC 5322 message with an id derived from the delivery, so that receivers can tell a copy. */
const compose = async (id: string, message: MailMessage) => {
  const messageId = `<${sha256Of(id).slice(0, 32)}@rounds>`;
  const mail = new MailComposer({ ...message, headers: { ...message.headers }, messageId }).compile();
  const { from, to } = mail.getEnvelope();
  return { messageId, envelope: { from, to }, body: await mail.build() };
};

/** Known only by handing the body over piece by piece: SMTP libraries report every lost connection alike. */
const watchedBody = (bytes: Buffer) => {
  let left = false;
  const stream = Readable.from(
    (function* () {
      left = true;
      yield bytes;
    })(),
  );
  return { stream, left: () => left };
};

const attempt = (work: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    work((error) => {
      if (error) reject(error);
      else resolve();
    });
  });

/**
 * Mail by SMTP, for those who run their own server. SMTP knows no idempotency key: a mail whose fate is
 * unknown is never sent again.
 */
export const createSmtpMailSender = ({ url, timeoutMs = 15_000 }: SmtpConfig): MailSender => {
  const { auth, ...server } = parseConnectionUrl(url);
  const timeouts = {
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  };

  const send = async (id: string, message: MailMessage): Promise<SendResult> => {
    const { messageId, envelope, body } = await compose(id, message);
    const { stream, left } = watchedBody(body);
    const connection = new SMTPConnection({ ...server, ...timeouts });
    const broken = new Promise<never>((_, reject) => connection.on('error', reject));
    const conversation = async () => {
      await attempt((done) => {
        connection.connect(done);
      });
      if (auth !== undefined)
        await attempt((done) => {
          connection.login({ credentials: auth }, done);
        });
      await attempt((done) => {
        connection.send(envelope, stream, done);
      });
    };
    try {
      await Promise.race([conversation(), broken]);
      return { status: 'accepted', providerId: messageId };
    } catch (error) {
      return resultOf(error as SmtpError, left());
    } finally {
      connection.close();
    }
  };
  return { recognisesForMs: 0, send };
};
