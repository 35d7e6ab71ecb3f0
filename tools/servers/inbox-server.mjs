/**
 * Takes every mail by SMTP and keeps it; shows them on a page and by `GET /api/email`. Started by inbox.mjs, which
 * gives the settings by the environment.
 */
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { Inbox } from './inbox/mailbox.mjs';
import { listPage, mailPage } from './inbox/pages.mjs';
import { setting } from './setting.mjs';

const HTML = 'text/html; charset=utf-8';
/** A mail's own page: its links open in a new window, its scripts do not run. */
const SANDBOXED = { 'content-security-policy': 'sandbox allow-popups allow-popups-to-escape-sandbox' };

const inbox = await Inbox.open(setting('MAIL_FOLDER'));

const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, _session, done) => {
    buffer(stream)
      .then((source) => inbox.add(source))
      .then(() => done(), done);
  },
});
smtp.on('error', (error) => console.error(error));
smtp.listen(Number(setting('SMTP_PORT')), '127.0.0.1');

createServer((request, response) => {
  answer(new URL(request.url ?? '/', 'http://localhost').pathname).then(
    ({ status = 200, type, body, headers }) => {
      response.writeHead(status, { 'content-type': type, ...headers }).end(body);
    },
    (error) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
}).listen(Number(setting('PORT')), '127.0.0.1');

/**
 * @typedef {{ status?: number, type: string, body: string | Buffer, headers?: Record<string, string> }} Answer
 *
 * @param {string} path
 * @returns {Promise<Answer>}
 */
async function answer(path) {
  if (path === '/') return { type: HTML, body: listPage(inbox.mails.values()) };
  if (path === '/api/healthz') return json({ ok: true });
  if (path === '/api/email') return json([...inbox.mails.values()]);
  const [, id = '', part, index] = /^\/(?:mail|api\/email)\/(\w+)(?:\/(\w+)(?:\/(\d+))?)?$/.exec(path) ?? [];
  const mail = inbox.mails.get(id);
  if (!mail) return { ...json({ error: `There is no ${path}.` }), status: 404 };
  if (path.startsWith('/mail/')) return { type: HTML, body: mailPage(mail) };
  return answerPart(mail, part, Number(index));
}

/**
 * @param {import('./inbox/mailbox.mjs').StoredMail} mail
 * @param {string | undefined} part
 * @param {number} index of an attachment
 * @returns {Promise<Answer>}
 */
async function answerPart(mail, part, index) {
  if (part === undefined) return json(mail);
  if (part === 'html') {
    return { type: HTML, body: `<base target="_blank">${mail.html}`, headers: SANDBOXED };
  }
  if (part === 'source') {
    return { type: 'text/plain; charset=utf-8', body: await inbox.source(mail.id) };
  }
  const found = part === 'attachment' ? await inbox.attachment(mail.id, index) : undefined;
  if (!found) return { ...json({ error: 'There is no such part.' }), status: 404 };
  const name = encodeURIComponent(found.filename ?? 'unnamed');
  const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` };
  return { type: found.mimeType, body: Buffer.from(/** @type {ArrayBuffer} */ (found.content)), headers };
}

/** @param {object} value @returns {Answer} */
function json(value) {
  return { type: 'application/json', body: JSON.stringify(value) };
}
