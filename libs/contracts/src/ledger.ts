/** What the ledger of mails holds of each one, whatever the mail is about (docs/decisions/0005-delivery-ledger.md). */
import type { ErrorCode } from './errors.ts';
import type { Receipt } from './receipt.ts';
import type { DeliveryStatus } from './run.ts';
import type { Why } from './why.ts';

/** A mail in whose place another one was begun, because it had not arrived. */
export interface FormerMail {
  readonly status: DeliveryStatus;
  readonly why?: Why;
  readonly code?: ErrorCode;
  readonly receipt?: Receipt;
  readonly providerId?: string;
  /** When it was given up. */
  readonly at: Date;
}

export interface LedgerRow {
  readonly _id: string;
  readonly recipientId: string;
  readonly status: DeliveryStatus;
  readonly why?: Why;
  /** Why it is `failed`. */
  readonly code?: ErrorCode;
  /** The first send that the mail's fate may hang on. */
  readonly intendedAt?: Date;
  /** Sends under this intent. More than one: a negative answer to one says nothing about the others. */
  readonly attempts?: number;
  readonly acceptedAt?: Date;
  readonly providerId?: string;
  /** SHA-256 of the message that was intended, hex. */
  readonly messageHash?: string;
  /** Mails that were begun before this one, each under an id of its own at the provider; oldest first. */
  readonly former?: readonly FormerMail[];
  readonly updatedAt: Date;
}
