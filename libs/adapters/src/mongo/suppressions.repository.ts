/** Addresses to which no more mail goes. An address is known by its hash: the list itself holds none. */
import { sha256Of } from '../crypto/sha256.ts';
import type { SuppressionDocument } from '@rounds/contracts/webhook';
import { normalAddress } from '../mail/email-address.ts';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { opaqueId } from './opaque-id.ts';
import { following, NEWEST_FIRST, type After } from './page.ts';

/** The same however the address is written. */
const hashOf = (email: string): string => sha256Of(normalAddress(email));

export type NewSuppression = Omit<SuppressionDocument, '_id' | 'addressHash'>;

export type SuppressionsRepository = ReturnType<typeof createSuppressionsRepository>;

export const createSuppressionsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const suppressions = mongo.collection('suppressions');
  return {
    /** The first reason stands. Answers with what stands. */
    add: async (email: string, suppression: NewSuppression): Promise<SuppressionDocument> => {
      const addressHash = hashOf(email);
      const fresh = { _id: opaqueId('sup'), ...suppression };
      await suppressions.updateOne({ addressHash }, { $setOnInsert: fresh }, { upsert: true });
      return (await suppressions.findOne({ addressHash })) ?? { ...fresh, addressHash };
    },

    /** By the address as it was given; those that may be mailed are left out. */
    ofEmails: async (emails: readonly string[]): Promise<ReadonlyMap<string, SuppressionDocument>> => {
      const found = await suppressions.find({ addressHash: { $in: emails.map(hashOf) } }).toArray();
      const byHash = new Map(found.map((each) => [each.addressHash, each]));
      return new Map(
        emails.flatMap((email) => {
          const suppression = byHash.get(hashOf(email));
          return suppression === undefined ? [] : [[email, suppression] as const];
        }),
      );
    },

    list: (limit: number, after: After | undefined): Promise<SuppressionDocument[]> =>
      suppressions.find(following(after)).sort(NEWEST_FIRST).limit(limit).toArray(),

    find: (id: string): Promise<SuppressionDocument | null> => suppressions.findOne({ _id: id }),

    /** Null when there was none. */
    lift: (id: string, audited: Audited): Promise<SuppressionDocument | null> =>
      suppressions.findOneAndDelete({ _id: id }, audited),
  };
};
