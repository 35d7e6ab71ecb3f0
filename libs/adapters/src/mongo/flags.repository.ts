import type { FlagDocument, FlagName } from '@rounds/contracts/flag';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { isDuplicate } from './duplicate.ts';

export type FlagsRepository = ReturnType<typeof createFlagsRepository>;

export const createFlagsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const flags = mongo.collection('flags');

  return {
    all: (): Promise<FlagDocument[]> => flags.find().toArray(),

    find: (name: FlagName): Promise<FlagDocument | null> => flags.findOne({ _id: name }),

    /** One step from the revision that was read, 0 for none. False when another writer was faster. */
    set: async ({ _id, ...flag }: FlagDocument, audited: Audited): Promise<boolean> => {
      try {
        const before = { _id, revision: flag.revision - 1 };
        const result = await flags.replaceOne(before, flag, {
          upsert: flag.revision === 1,
          ...audited,
        });
        return result.modifiedCount + result.upsertedCount === 1;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
};
