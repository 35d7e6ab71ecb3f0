import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

/** Hands mails to the inbox by SMTP and asks its REST interface what it holds. */
export class InboxClient {
  #transport;
  #url;

  /**
   * @param {string} smtpUrl
   * @param {string} inboxUrl
   */
  constructor(smtpUrl, inboxUrl) {
    const { hostname: host, port } = new URL(smtpUrl);
    const timeouts = { connectionTimeout: 2_000, socketTimeout: 20_000 };
    this.#transport = createTransport({ host, port: Number(port), ignoreTLS: true, ...timeouts });
    this.#url = inboxUrl;
  }

  /**
   * @param {import('./journal.mjs').Email} email
   * @param {string[]} recipients plain addresses
   */
  async send(email, recipients) {
    const envelope = { from: 'bounces@rounds.localhost', to: recipients };
    await this.#transport.sendMail({ envelope, raw: await compose(email) });
  }

  /**
   * @param {import('./journal.mjs').Email} email
   * @returns {Promise<boolean>} true: the inbox holds the mail
   */
  async has(email) {
    const response = await fetch(`${this.#url}/api/email`, { signal: AbortSignal.timeout(5_000) });
    const mails = /** @type {import('../inbox/mailbox.mjs').StoredMail[]} */ (await response.json());
    return mails.some(({ headers }) => headers['message-id'] === messageId(email));
  }
}

/** @param {import('./journal.mjs').Email} email */
function messageId({ id }) {
  return `<${id}@rounds.localhost>`;
}

/**
 * The same bytes each time: date, message id and boundaries depend on the mail alone.
 *
 * @param {import('./journal.mjs').Email} email
 * @returns {Promise<Buffer>}
 */
async function compose(email) {
  const { mail, createdAt, id } = email;
  const composer = new MailComposer({
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.reply_to,
    subject: mail.subject,
    ...(mail.html !== null && { html: mail.html }),
    ...(mail.text !== null && { text: mail.text }),
    headers: mail.headers,
    date: new Date(createdAt),
    messageId: messageId(email),
    baseBoundary: id,
    newline: '\r\n',
    attachments: mail.attachments.map((each) => ({
      filename: each.filename,
      content: each.content,
      encoding: 'base64',
      ...(each.content_type && { contentType: each.content_type }),
      ...(each.content_id && { cid: each.content_id }),
    })),
  });
  return composer.compile().build();
}
