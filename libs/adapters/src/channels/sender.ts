/**
 * One message to one recipient, by whatever channel. Senders never throw: what became of the message is the answer,
 * because the ledger must distinguish "certainly not sent" from "unknown".
 */
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { ErrorCode } from '@rounds/contracts/errors';
import { sha256Of } from '../crypto/sha256.ts';

/** Reasons are for people and the ledger: they hold no address. */
export type SendResult =
  /** The provider took the message; `providerId` finds it there. */
  | { readonly status: 'accepted'; readonly providerId: string }
  /** The provider will never take this message: certainly not sent. */
  | { readonly status: 'refused'; readonly reason: string }
  /** The provider takes nothing from us until an operator mends the configuration: certainly not sent. */
  | { readonly status: 'misconfigured'; readonly reason: string }
  /** Come back later: certainly not sent. */
  | { readonly status: 'busy'; readonly reason: string; readonly retryAfterMs?: number }
  /** No byte of the message left this process: certainly not sent. */
  | { readonly status: 'unreachable'; readonly reason: string }
  /** The message left and no answer came: whether it was sent is unknown. */
  | { readonly status: 'unknown'; readonly reason: string };

/** When a message whose fate is open may have been sent. */
export interface SendWindow {
  /** The first send began then. */
  readonly from: Date;
  /** The last one was over by then. */
  readonly to: Date;
}

export type LookUp =
  | { readonly status: 'sent'; readonly providerId: string }
  /** The provider shows what it took in that time, and this message is not among it. */
  | { readonly status: 'not-sent' }
  | { readonly status: 'cannot-tell'; readonly reason: string };

export interface Sender<Message> {
  /** Who takes the messages, as reasons name them. Absent: the mail provider. */
  readonly provider?: string;
  /** What it means that they refuse one for ever. Absent: MAIL_REJECTED. */
  readonly refusal?: ErrorCode;
  /**
   * Milliseconds for which sending again under the same id can do no harm, because the provider recognises
   * the id and answers as the first time; 0 where every send is another message.
   */
  readonly recognisesForMs: number;
  /** @param id the delivery's id, the same at every attempt. */
  send(id: string, message: Message): Promise<SendResult>;
  /** Whether the provider took the message, by its own books; absent where it keeps none that can be read. */
  lookUp?(id: string, message: Message, window: SendWindow): Promise<LookUp>;
}

/** SHA-256, hex: two attempts with equal hashes would put the same message before the recipient. */
export const messageHash = (message: unknown): string => sha256Of(canonicalJson(message));
