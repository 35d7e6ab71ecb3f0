/**
 * Speaks the part of Resend's API that sends mail (resend.com/docs/api-reference), and hands the mails to the
 * inbox. Started by inbox.mjs, which gives the settings by the environment.
 */
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { ApiError } from './resend/api-error.mjs';
import { Courier } from './resend/courier.mjs';
import { InboxClient } from './resend/inbox-client.mjs';
import { Journal } from './resend/journal.mjs';
import { createRateLimit } from './resend/rate-limit.mjs';
import { parseMail } from './resend/validate.mjs';
import { Webhooks } from './resend/webhooks.mjs';
import { setting } from './setting.mjs';

const MAX_BODY_BYTES = 60_000_000;

const settings = {
  port: Number(setting('PORT')),
  folder: setting('MAIL_FOLDER'),
  smtpUrl: setting('SMTP_URL'),
  inboxUrl: setting('INBOX_URL'),
  apiKey: setting('API_KEY'),
  requestsPerSecond: Number(setting('REQUESTS_PER_SECOND')),
  webhook: { url: process.env.WEBHOOK_URL ?? '', secret: setting('WEBHOOK_SECRET') },
};
const journal = await Journal.open(settings.folder);
const webhooks = new Webhooks(journal, settings.webhook);
const courier = new Courier({
  journal,
  webhooks,
  inbox: new InboxClient(settings.smtpUrl, settings.inboxUrl),
});
const countRequest = createRateLimit(settings.requestsPerSecond);
webhooks.resume();
courier.resume();
createServer((request, response) => void answer(request, response)).listen(settings.port, '127.0.0.1');

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
  try {
    if (request.url === '/healthz') {
      send(response, 200, { ok: true });
      return;
    }
    authorize(request);
    const headers = countRequest();
    send(response, 200, await route(request), headers);
  } catch (error) {
    const failure =
      error instanceof ApiError
        ? error
        : new ApiError(500, 'internal_server_error', 'An unexpected error occurred.');
    if (failure !== error) console.error(error);
    const { statusCode, name, message } = failure;
    send(response, statusCode, { statusCode, name, message }, failure.headers);
  }
}

/** @param {import('node:http').IncomingMessage} request */
async function route(request) {
  const { method, url = '/' } = request;
  const [, resource, id, ...rest] = new URL(url, 'http://localhost').pathname.split('/');
  if (resource !== 'emails' || rest.length > 0) throw new ApiError(404, 'not_found', `There is no ${url}.`);
  if (method === 'POST' && !id) return { id: await accept(request) };
  if (method === 'GET' && id) return describe(id);
  if (method === 'GET') return list(new URL(url, 'http://localhost').searchParams);
  throw new ApiError(405, 'method_not_allowed', 'Method is not allowed for the requested path.');
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<string | undefined>} id
 */
async function accept(request) {
  const key = idempotencyKey(request);
  const body = await readBody(request);
  const emails = [{ id: randomUUID(), mail: parseMail(parseJson(body)) }];
  const { ids, isNew } = await journal.accept({ key, body, emails });
  if (isNew) for (const id of ids) courier.carry(id);
  return ids[0];
}

/** @param {string} id */
function describe(id) {
  const email = journal.emails.get(id);
  if (!email) throw new ApiError(404, 'not_found', 'Email not found');
  const { attachments: _, headers: __, ...mail } = email.mail;
  const last_event = email.events.at(-1)?.replace('email.', '') ?? 'queued';
  return { object: 'email', id, ...mail, created_at: email.createdAt, last_event, scheduled_at: null };
}

/**
 * Newest first, without what they say.
 *
 * @param {URLSearchParams} query
 */
function list(query) {
  const limit = Number(query.get('limit') ?? 20);
  if (!(limit >= 1 && limit <= 100))
    throw new ApiError(422, 'validation_error', 'The limit must be between 1 and 100.');
  const ids = [...journal.emails.keys()].reverse();
  const after = query.get('after');
  const from = after === null ? 0 : ids.indexOf(after) + 1;
  const data = ids.slice(from, from + limit).map((id) => {
    const { html: _, text: __, tags: ___, object: ____, ...email } = describe(id);
    return email;
  });
  return { object: 'list', has_more: from + limit < ids.length, data };
}

/** @param {import('node:http').IncomingMessage} request */
function authorize({ headers }) {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (!given) throw new ApiError(401, 'missing_api_key', 'Missing API key in the authorization header.');
  const [a, b] = [Buffer.from(given), Buffer.from(settings.apiKey)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) {
    throw new ApiError(403, 'invalid_api_key', 'API key is invalid.');
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {string | null}
 */
function idempotencyKey({ headers }) {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && key.length >= 1 && key.length <= 256) return key;
  throw new ApiError(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.');
}

/** @param {import('node:http').IncomingMessage} request */
async function readBody(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new ApiError(413, 'validation_error', 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * @param {string} body
 * @returns {unknown}
 */
function parseJson(body) {
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiError(422, 'validation_error', 'The body is not JSON.');
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {object} body
 * @param {Record<string, string>} [headers]
 */
function send(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
