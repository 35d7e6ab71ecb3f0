/** What the ledger of mails holds of each one, whatever the mail is about (docs/decisions/0005-delivery-ledger.md). */
import type { DeliveryStatus } from './run.ts';

export interface LedgerRow {
  readonly _id: string;
  readonly recipientId: string;
  readonly status: DeliveryStatus;
  readonly reason?: string;
  /** The first send that the mail's fate may hang on. */
  readonly intendedAt?: Date;
  /** Sends under this intent. More than one: a negative answer to one says nothing about the others. */
  readonly attempts?: number;
  readonly acceptedAt?: Date;
  readonly providerId?: string;
  /** SHA-256 of the message that was intended, hex. */
  readonly messageHash?: string;
  readonly updatedAt: Date;
}
