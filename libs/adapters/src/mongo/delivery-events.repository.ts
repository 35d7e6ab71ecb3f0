/** The provider's events in the ledger's rows, of reports and of notices alike. Any order, any number of times. */
import { outweighedBy, type DeliveryEvent, type Receipts } from '@rounds/contracts/receipt';
import { mailOf } from '@rounds/contracts/mail-id';
import type { Collection } from 'mongodb';
import type { Mongo } from './client.ts';
import type { LedgerRow } from '@rounds/contracts/ledger';

/** A row of either ledger. */
export type MailRow = LedgerRow &
  Receipts & { readonly runId?: string; readonly studyId?: string; readonly subscriptionId?: string };

export interface MailKey {
  /** Of the mail, by its tag; null: only the provider's id is known. */
  readonly mailId: string | null;
  readonly providerId: string;
}

export type DeliveryEventsRepository = ReturnType<typeof createDeliveryEventsRepository>;

export const createDeliveryEventsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const ledgers = [mongo.collection('deliveries'), mongo.collection('notices')] as unknown as [
    Collection<MailRow>,
    Collection<MailRow>,
  ];

  const recordIn = async (
    rows: Collection<MailRow>,
    { mailId, providerId }: MailKey,
    event: DeliveryEvent,
  ): Promise<MailRow | null> => {
    const mail = mailId === null ? null : mailOf(mailId);
    const found = await rows.findOne(mail === null ? { providerId } : { _id: mail.deliveryId });
    if (found === null) return null;
    const { _id } = found;
    await rows.updateOne({ _id, 'events.id': { $ne: event.id } }, { $push: { events: event } });
    // An event of a mail in whose place another was begun says nothing of that other.
    const former = found.former?.length ?? 0;
    if (mail !== null && mail.former !== former) return await rows.findOne({ _id });
    const still = { _id, [`former.${String(former)}`]: { $exists: false } };
    // Whatever became of it, the provider accepted it: known now, also where the answer was lost.
    await rows.updateOne(
      { ...still, status: { $in: ['intended', 'unknown', 'failed'] } },
      { $set: { status: 'accepted', providerId, acceptedAt: event.at }, $unset: { why: 1, code: 1 } },
    );
    // Last: nobody sees a mail as delivered before it is accepted.
    const lighter = [{ receipt: { $exists: false } }, { receipt: { $in: [...outweighedBy(event.receipt)] } }];
    await rows.updateOne(
      { ...still, $or: lighter },
      { $set: { receipt: event.receipt, updatedAt: event.at } },
    );
    return await rows.findOne({ _id });
  };

  return {
    /** The row as it is then; null when the mail is none of ours. */
    record: async (key: MailKey, event: DeliveryEvent): Promise<MailRow | null> => {
      for (const rows of ledgers) {
        const row = await recordIn(rows, key, event);
        if (row !== null) return row;
      }
      return null;
    },
  };
};
