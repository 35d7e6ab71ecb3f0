import type { FlagDocument, FlagName } from '@rounds/contracts/flag';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { unlessTaken } from './duplicate.ts';

export type FlagsRepository = ReturnType<typeof createFlagsRepository>;

export const createFlagsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const flags = mongo.collection('flags');

  return {
    all: (): Promise<FlagDocument[]> => flags.find().toArray(),

    find: (name: FlagName): Promise<FlagDocument | null> => flags.findOne({ _id: name }),

    /** One step from the revision that was read, 0 for none. False when another writer was faster. */
    set: async ({ _id, ...flag }: FlagDocument, audited: Audited): Promise<boolean> => {
      const before = { _id, revision: flag.revision - 1 };
      const options = { upsert: flag.revision === 1, ...audited };
      const result = await unlessTaken(() => flags.replaceOne(before, flag, options));
      return result !== null && result.modifiedCount + result.upsertedCount === 1;
    },
  };
};
