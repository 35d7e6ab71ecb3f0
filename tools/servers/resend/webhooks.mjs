import { createHmac } from 'node:crypto';

/** Resend's own schedule is 5 s, 5 min, 30 min, 2 h …; here a restarted application should not be kept waiting. */
const RETRY_MS = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000];
const ANSWER_MS = 15_000;

/**
 * Posts events to the webhook, each until it is acknowledged, signed by Standard Webhooks
 * (standardwebhooks.com; Resend's headers begin with `svix-`).
 */
export class Webhooks {
  #journal;
  #url;
  #secret;

  /**
   * @param {import('./journal.mjs').Journal} journal
   * @param {{ url: string, secret: string }} options an empty URL: nobody listens
   */
  constructor(journal, { url, secret }) {
    this.#journal = journal;
    this.#url = url;
    this.#secret = secret;
  }

  get isOn() {
    return this.#url !== '';
  }

  /** Takes up what was not acknowledged before a restart. */
  resume() {
    if (this.isOn) for (const notice of this.#journal.notices.values()) this.post(notice);
  }

  /**
   * @param {import('./journal.mjs').Notice} notice
   * @param {number} [attempt]
   */
  post(notice, attempt = 0) {
    this.#send(notice)
      .then(() => this.#journal.notified(notice.messageId))
      .catch((error) => {
        console.error(`webhook ${notice.messageId}: ${error}`);
        const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)];
        setTimeout(() => {
          this.post(notice, attempt + 1);
        }, wait);
      });
  }

  /** @param {import('./journal.mjs').Notice} notice */
  async #send({ messageId, payload }) {
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const response = await fetch(this.#url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'svix-id': messageId,
        'svix-timestamp': timestamp,
        'svix-signature': sign(this.#secret, `${messageId}.${timestamp}.${body}`),
      },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`${this.#url} answered ${response.status}`);
  }
}

/**
 * @param {string} secret `whsec_` and base64
 * @param {string} content
 */
function sign(secret, content) {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}
