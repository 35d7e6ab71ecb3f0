/** The ledger of reports' mails: one row for each run × recipient × channel. */
import type { LedgerRow } from '@rounds/contracts/ledger';
import type { DeliveryDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import { deliveryId } from '@rounds/contracts/ids';
import type { Why } from '@rounds/contracts/why';
import type { Collection, Document } from 'mongodb';
import type { Mongo } from './client.ts';
import { createLedger } from './ledger.ts';

/** What a row is about. */
export type DeliverySubject = Pick<
  DeliveryDocument,
  'runId' | 'studyId' | 'subscriptionId' | 'recipientId' | 'channel'
>;

export type DeliveriesRepository = ReturnType<typeof createDeliveriesRepository>;

const keyOf = ({ runId, studyId, recipientId, channel }: DeliverySubject) => ({
  _id: deliveryId(runId, recipientId, channel),
  studyId,
});

export const createDeliveriesRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const deliveries = mongo.collection('deliveries');
  const rows = deliveries as unknown as Collection<LedgerRow & Document>;
  return {
    ...createLedger<DeliverySubject>({ rows, keyOf }),

    /** Those of the users whom a report of the subscription ever reached. */
    reached: async (
      { _id, studyId }: Pick<SubscriptionDocument, '_id' | 'studyId'>,
      userIds: readonly string[],
    ): Promise<ReadonlySet<string>> => {
      const accepted = {
        recipientId: { $in: [...userIds] },
        studyId,
        subscriptionId: _id,
        status: 'accepted' as const,
      };
      return new Set(await deliveries.distinct('recipientId', accepted));
    },

    /** Every mail of a run. */
    ofRun: (runId: string, studyId: string): Promise<DeliveryDocument[]> =>
      deliveries.find({ runId, studyId }).sort({ _id: 1 }).toArray(),

    /** The run is over: intents that nobody will follow up any more are visible as unknown. */
    markOpenIntentsUnknown: async (
      runId: string,
      why: Why,
      at: Date,
      recipientIds?: readonly string[],
    ): Promise<void> => {
      const whose = recipientIds === undefined ? {} : { recipientId: { $in: [...recipientIds] } };
      await deliveries.updateMany(
        { runId, status: 'intended', ...whose },
        { $set: { status: 'unknown', why, updatedAt: at } },
      );
    },
  };
};
