import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiError } from './api-error.mjs';

const KEY_LIFE_MS = 24 * 3_600_000;

/**
 * @typedef {object} Email
 * @property {string} id
 * @property {string} createdAt ISO
 * @property {import('./validate.mjs').Mail} mail
 * @property {string[]} events so far, e.g. `email.sent`
 *
 * @typedef {object} Notice an event that the webhook has not acknowledged yet
 * @property {string} messageId `svix-id`: the same over retries
 * @property {object} payload
 *
 * @typedef {{ kind: 'accepted', at: string, key: string | null, hash: string, emails: { id: string, mail: import('./validate.mjs').Mail }[] }} Accepted
 * @typedef {{ kind: 'event', id: string, event: string, notice: Notice | null }} Happened
 * @typedef {{ kind: 'notified', messageId: string }} Notified
 * @typedef {Accepted | Happened | Notified} Entry
 */

/**
 * What was accepted and what became of it, one JSON line each, on disk before it is answered: an accepted
 * mail and its idempotency key survive kill -9.
 */
export class Journal {
  /** @type {Map<string, Email>} */
  emails = new Map();
  /** @type {Map<string, Notice>} */
  notices = new Map();
  /** @type {Map<string, Accepted>} */
  #keys = new Map();
  /** Keys whose mails are being written now. @type {Set<string>} */
  #writing = new Set();
  #file;
  #now;

  /**
   * @param {string} file
   * @param {() => number} now ms
   */
  constructor(file, now) {
    this.#file = file;
    this.#now = now;
  }

  /**
   * @param {string} folder
   * @param {() => number} [now] ms
   */
  static async open(folder, now = Date.now) {
    await mkdir(folder, { recursive: true });
    const journal = new Journal(join(folder, 'mails.jsonl'), now);
    await journal.#replay();
    return journal;
  }

  /**
   * Accepts mails once per idempotency key.
   *
   * @param {object} request
   * @param {string | null} request.key
   * @param {string} request.body as received: the same key with another body is refused
   * @param {{ id: string, mail: import('./validate.mjs').Mail }[]} request.emails
   * @returns {Promise<{ ids: string[], isNew: boolean }>}
   * @throws {ApiError} 409
   */
  async accept({ key, body, emails }) {
    const hash = createHash('sha256').update(body).digest('hex');
    const before = key === null ? undefined : this.#find(key, hash);
    if (before) return { ids: before.emails.map(({ id }) => id), isNew: false };
    const at = new Date(this.#now()).toISOString();
    if (key !== null) this.#writing.add(key);
    try {
      await this.#append({ kind: 'accepted', at, key, hash, emails });
    } finally {
      if (key !== null) this.#writing.delete(key);
    }
    return { ids: emails.map(({ id }) => id), isNew: true };
  }

  /**
   * @param {string} id
   * @param {string} event
   * @param {Notice | null} notice to be posted to the webhook
   */
  async happened(id, event, notice) {
    await this.#append({ kind: 'event', id, event, notice });
  }

  /** @param {string} messageId */
  async notified(messageId) {
    await this.#append({ kind: 'notified', messageId });
  }

  /**
   * @param {string} key
   * @param {string} hash
   */
  #find(key, hash) {
    if (this.#writing.has(key)) {
      const message =
        'The original request with this idempotency key is still in progress. Please try again later.';
      throw new ApiError(409, 'concurrent_idempotent_requests', message);
    }
    const before = this.#keys.get(key);
    if (!before || this.#now() - Date.parse(before.at) > KEY_LIFE_MS) return undefined;
    if (before.hash === hash) return before;
    const message =
      'This idempotency key has been used on a request with a different payload. ' +
      'Either use a new idempotency key or send the original payload again.';
    throw new ApiError(409, 'invalid_idempotent_request', message);
  }

  /** @param {Entry} entry */
  async #append(entry) {
    await appendFile(this.#file, `${JSON.stringify(entry)}\n`, { flush: true });
    this.#apply(entry);
  }

  async #replay() {
    await (await open(this.#file, 'a')).close();
    const text = await readFile(this.#file, 'utf8');
    // A last line without its end was being written when the process was killed: nobody got an answer to it.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole !== text) await truncate(this.#file, Buffer.byteLength(whole));
    for (const line of whole.split('\n').filter(Boolean)) this.#apply(JSON.parse(line));
  }

  /** @param {Entry} entry */
  #apply(entry) {
    if (entry.kind === 'accepted') {
      if (entry.key !== null) this.#keys.set(entry.key, entry);
      for (const { id, mail } of entry.emails) {
        this.emails.set(id, { id, mail, createdAt: entry.at, events: [] });
      }
    } else if (entry.kind === 'event') {
      this.emails.get(entry.id)?.events.push(entry.event);
      if (entry.notice) this.notices.set(entry.notice.messageId, entry.notice);
    } else {
      this.notices.delete(entry.messageId);
    }
  }
}
