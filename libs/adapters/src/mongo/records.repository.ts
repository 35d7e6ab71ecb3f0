import type { RecordDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { MongoServerError, type Filter } from 'mongodb';
import type { Mongo } from './client.ts';

const DUPLICATE_KEY = 11000;

/** What an import must know of a stored row to see whether it changed. */
export interface RecordVersion {
  readonly hash: string;
  readonly removed: boolean;
}

export const recordId = (studyId: string, domain: string, key: string): string =>
  `${studyId}|${domain}|${key}`;

/** By `_id`, which begins with study and domain: the index that always exists gives the order of the keys. */
export const ofDomain = (studyId: string, domain: string): Filter<RecordDocument> => ({
  _id: { $gte: recordId(studyId, domain, ''), $lt: recordId(studyId, domain, '\u{10ffff}') },
  studyId,
  domain,
});

export type RecordsRepository = ReturnType<typeof createRecordsRepository>;

export const createRecordsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const records = mongo.collection('records');

  return {
    /** The stored versions of these ids; what is not stored is not in the answer. */
    versions: async (studyId: string, ids: readonly string[]): Promise<Map<string, RecordVersion>> => {
      const found = records.find(
        { _id: { $in: [...ids] }, studyId },
        { projection: { hash: 1, removedAt: 1 } },
      );
      const versions = new Map<string, RecordVersion>();
      for await (const { _id, hash, removedAt } of found)
        versions.set(_id, { hash, removed: removedAt !== undefined });
      return versions;
    },

    /**
     * @param added rows that were not stored before: inserting is several times faster than replacing.
     * @param replaced rows whose stored version, removed or not, gives way.
     * @throws RoundsError CONFLICT when another import added the same rows meanwhile.
     */
    write: async (added: readonly RecordDocument[], replaced: readonly RecordDocument[]): Promise<void> => {
      if (added.length + replaced.length === 0) return;
      const inserts = added.map((document) => ({ insertOne: { document } }));
      const replacements = replaced.map(({ _id, ...replacement }) => ({
        replaceOne: { filter: { _id }, replacement },
      }));
      try {
        await records.bulkWrite([...inserts, ...replacements], { ordered: false });
      } catch (error) {
        if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
        throw new RoundsError(
          'CONFLICT',
          'Another import of this study is under way; import again when it has ended.',
          { cause: error },
        );
      }
    },

    /** How many rows of the domain are not removed. */
    count: (studyId: string, domain: string): Promise<number> =>
      records.countDocuments({ studyId, domain, removedAt: { $exists: false } }),

    /** Keys of the domain's rows that are not removed. */
    keys: async function* (studyId: string, domain: string): AsyncGenerator<string> {
      const found = records.find(
        { studyId, domain, removedAt: { $exists: false } },
        { projection: { key: 1 } },
      );
      for await (const { key } of found) yield key;
    },

    markRemoved: async (
      studyId: string,
      domain: string,
      keys: readonly string[],
      removedAt: Date,
    ): Promise<void> => {
      await records.updateMany(
        { _id: { $in: keys.map((key) => recordId(studyId, domain, key)) }, studyId },
        { $set: { removedAt } },
      );
    },

    /** Every row of a small domain that is not removed, by key: TS, or the subjects in DM. */
    ofDomain: (studyId: string, domain: 'DM' | 'TS'): Promise<RecordDocument[]> =>
      records
        .find({ studyId, domain, removedAt: { $exists: false } })
        .sort({ key: 1 })
        .toArray(),
  };
};
