import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { bareAddress } from './validate.mjs';

const RETRY_MS = { first: 250, most: 5_000 };
const DELAYED_MS = 2_000;

/**
 * What becomes of a recipient. Resend's test addresses, with or without a `+label`; `delayed` is ours.
 *
 * @type {Record<string, 'bounced' | 'suppressed' | 'complained' | 'delayed'>}
 */
const MAGIC = {
  'bounced@resend.dev': 'bounced',
  'suppressed@resend.dev': 'suppressed',
  'complained@resend.dev': 'complained',
  'delayed@resend.dev': 'delayed',
};

/**
 * Carries accepted mails to the inbox, each once, and tells what happened as Resend's events.
 */
export class Courier {
  #journal;
  #webhooks;
  #inbox;
  #delayedMs;

  /**
   * @param {object} parts
   * @param {import('./journal.mjs').Journal} parts.journal
   * @param {import('./webhooks.mjs').Webhooks} parts.webhooks
   * @param {import('./inbox-client.mjs').InboxClient} parts.inbox
   * @param {number} [parts.delayedMs] how late the mail to `delayed@resend.dev` is
   */
  constructor({ journal, webhooks, inbox, delayedMs = DELAYED_MS }) {
    this.#journal = journal;
    this.#webhooks = webhooks;
    this.#inbox = inbox;
    this.#delayedMs = delayedMs;
  }

  /** Takes up what was accepted but not finished before a restart. */
  resume() {
    for (const email of this.#journal.emails.values()) {
      if (!isFinished(email)) this.carry(email.id, true);
    }
  }

  /**
   * @param {string} id of an accepted email
   * @param {boolean} [maybeThere] an earlier process may have handed it over already
   */
  carry(id, maybeThere = false) {
    const email = this.#journal.emails.get(id);
    if (!email) throw new Error(`There is no email ${id}.`);
    this.#carry(email, maybeThere).catch((error) => {
      console.error(`email ${id}: ${error}`);
    });
  }

  /**
   * @param {import('./journal.mjs').Email} email
   * @param {boolean} maybeThere
   */
  async #carry(email, maybeThere) {
    const { bounced, suppressed, complained, delayed, delivered } = sortRecipients(email);
    await this.#tell(email, 'email.sent', email.mail.to);
    if (bounced.length > 0) await this.#tell(email, 'email.bounced', bounced, { bounce: BOUNCE });
    if (suppressed.length > 0)
      await this.#tell(email, 'email.suppressed', suppressed, { suppressed: SUPPRESSED });
    if (delayed.length > 0 && !email.events.includes('email.delivery_delayed')) {
      await this.#tell(email, 'email.delivery_delayed', delayed);
      await delay(this.#delayedMs);
    }
    const arriving = [...delivered, ...delayed, ...complained];
    if (arriving.length === 0) return;
    const refusal = await this.#handOver(email, arriving, maybeThere);
    if (refusal) {
      await this.#tell(email, 'email.bounced', arriving, { bounce: { ...BOUNCE, message: refusal } });
      return;
    }
    await this.#tell(email, 'email.delivered', arriving);
    if (complained.length > 0) await this.#tell(email, 'email.complained', complained);
  }

  /**
   * Tries until the inbox has it. After a try whose outcome is unknown the inbox is asked first, as a second
   * copy would look like a mail sent twice.
   *
   * @param {import('./journal.mjs').Email} email
   * @param {string[]} recipients
   * @param {boolean} maybeThere
   * @returns {Promise<string | undefined>} the server's words, if it refused the mail for good
   */
  async #handOver(email, recipients, maybeThere) {
    for (let wait = RETRY_MS.first; ; wait = Math.min(wait * 2, RETRY_MS.most)) {
      try {
        if (maybeThere && (await this.#inbox.has(email))) return undefined;
        await this.#inbox.send(email, recipients.map(bareAddress));
        return undefined;
      } catch (error) {
        const { responseCode, message } = /** @type {{ responseCode?: number, message: string }} */ (error);
        if (responseCode && responseCode >= 500) return message;
        await this.#tell(email, 'email.delivery_delayed', recipients);
        maybeThere = true;
        await delay(wait);
      }
    }
  }

  /**
   * @param {import('./journal.mjs').Email} email
   * @param {string} event
   * @param {string[]} to
   * @param {object} [more]
   */
  async #tell(email, event, to, more = {}) {
    if (email.events.includes(event)) return;
    const at = new Date().toISOString();
    const { from, subject, tags } = email.mail;
    const data = {
      ...{ email_id: email.id, message_id: `<${email.id}@rounds.localhost>`, created_at: email.createdAt },
      ...{
        from,
        to,
        subject,
        tags: Object.fromEntries(tags.map(({ name, value }) => [name, value])),
        ...more,
      },
    };
    const payload = { type: event, created_at: at, data };
    const notice = this.#webhooks.isOn ? { messageId: `msg_${randomUUID()}`, payload } : null;
    await this.#journal.happened(email.id, event, notice);
    if (notice) this.#webhooks.post(notice);
  }
}

const BOUNCE = { type: 'Permanent', subType: 'General', message: 'The recipient does not exist.' };
const SUPPRESSED = {
  type: 'OnAccountSuppressionList',
  message: 'The recipient bounced or complained before.',
};

/** @param {import('./journal.mjs').Email} email */
function sortRecipients({ mail }) {
  /** @type {Record<'bounced' | 'suppressed' | 'complained' | 'delayed' | 'delivered', string[]>} */
  const sorted = { bounced: [], suppressed: [], complained: [], delayed: [], delivered: [] };
  for (const address of [...mail.to, ...mail.cc, ...mail.bcc]) {
    const plain = bareAddress(address)
      .toLowerCase()
      .replace(/\+[^@]*@/, '@');
    sorted[MAGIC[plain] ?? 'delivered'].push(address);
  }
  return sorted;
}

/** @param {import('./journal.mjs').Email} email */
function isFinished(email) {
  const { delivered, delayed, complained } = sortRecipients(email);
  const last = complained.length > 0 ? 'email.complained' : 'email.delivered';
  if (delivered.length + delayed.length + complained.length > 0) return email.events.includes(last);
  return email.events.length > 1;
}
