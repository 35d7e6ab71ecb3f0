/**
 * One mail to one recipient. Senders never throw: what became of the mail is the answer, because the ledger
 * must tell apart "certainly not sent" from "cannot be told".
 */
import { createHash } from 'node:crypto';

export interface MailMessage {
  /** `Name <address>` or the bare address. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reasons are for people and the ledger: they hold no address. */
export type SendResult =
  /** The provider took the mail; `providerId` finds it there. */
  | { readonly status: 'accepted'; readonly providerId: string }
  /** The provider will never take this mail: certainly not sent. */
  | { readonly status: 'refused'; readonly reason: string }
  /** The provider takes nothing from us until an operator mends the configuration: certainly not sent. */
  | { readonly status: 'misconfigured'; readonly reason: string }
  /** Come back later: certainly not sent. */
  | { readonly status: 'busy'; readonly reason: string; readonly retryAfterMs?: number }
  /** No byte of the mail left this process: certainly not sent. */
  | { readonly status: 'unreachable'; readonly reason: string }
  /** The mail left and no answer came: sent or not cannot be told. */
  | { readonly status: 'unknown'; readonly reason: string };

/** When a mail whose fate is open may have been sent. */
export interface SendWindow {
  /** The first send began then. */
  readonly from: Date;
  /** The last one was over by then. */
  readonly to: Date;
}

export type LookUp =
  | { readonly status: 'sent'; readonly providerId: string }
  /** The provider shows what it took in that time, and this mail is not among it. */
  | { readonly status: 'not-sent' }
  | { readonly status: 'cannot-tell'; readonly reason: string };

export interface MailSender {
  /**
   * Milliseconds for which sending again under the same id can do no harm, because the provider recognises
   * the id and answers as the first time; 0 where every send is another mail.
   */
  readonly recognisesForMs: number;
  /** @param id the delivery's id, the same at every attempt. */
  send(id: string, message: MailMessage): Promise<SendResult>;
  /** Whether the provider took the mail, by its own books; absent where it keeps none that can be read. */
  lookUp?(id: string, message: MailMessage, window: SendWindow): Promise<LookUp>;
}

/** SHA-256, hex: two attempts with equal hashes would put the same mail before the recipient. */
export const messageHash = ({ from, to, subject, html, text, headers }: MailMessage): string =>
  createHash('sha256')
    .update(JSON.stringify([from, to, subject, html, text, Object.entries(headers).sort()]))
    .digest('hex');

/** Providers like to repeat the recipient's address in what they say; reasons are kept longer than mails. */
export const withoutAddresses = (text: string): string =>
  text.replaceAll(/[^\s<>"':;,]+@[^\s<>"':;,]+/g, '[address]');
