import { Webhook } from 'standardwebhooks';

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
  #signer;

  /**
   * @param {import('./journal.mjs').Journal} journal
   * @param {{ url: string, secret: string }} options an empty URL: nobody listens
   */
  constructor(journal, { url, secret }) {
    this.#journal = journal;
    this.#url = url;
    this.#signer = new Webhook(secret);
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
    const now = new Date();
    const response = await fetch(this.#url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'svix-id': messageId,
        'svix-timestamp': String(Math.floor(now.getTime() / 1000)),
        'svix-signature': this.#signer.sign(messageId, now, body),
      },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`${this.#url} answered ${response.status}`);
  }
}
