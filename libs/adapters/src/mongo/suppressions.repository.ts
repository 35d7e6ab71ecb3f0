/** Addresses to which no more mail goes. An address is known by its hash: the list itself holds none. */
import { createHash } from 'node:crypto';
import type { SuppressionDocument } from '@rounds/contracts/webhook';
import type { Mongo } from './client.ts';
import { following, NEWEST_FIRST, type After } from './page.ts';

/** The same however the address is written in upper and lower case. */
export const suppressionId = (email: string): string =>
  `sup_${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 24)}`;

export type SuppressionsRepository = ReturnType<typeof createSuppressionsRepository>;

export const createSuppressionsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const suppressions = mongo.collection('suppressions');
  return {
    /** The first reason stands. */
    add: async ({ _id, ...rest }: SuppressionDocument): Promise<void> => {
      await suppressions.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
    },

    /** By suppressionId; addresses that may be mailed are left out. */
    ofEmails: async (emails: readonly string[]): Promise<Map<string, SuppressionDocument>> => {
      const found = await suppressions.find({ _id: { $in: emails.map(suppressionId) } }).toArray();
      return new Map(found.map((each) => [each._id, each]));
    },

    list: (limit: number, after: After | undefined): Promise<SuppressionDocument[]> =>
      suppressions.find(following(after)).sort(NEWEST_FIRST).limit(limit).toArray(),

    /** Null when there was none. */
    lift: (id: string): Promise<SuppressionDocument | null> => suppressions.findOneAndDelete({ _id: id }),
  };
};
