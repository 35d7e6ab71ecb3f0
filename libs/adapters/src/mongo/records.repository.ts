import type { RecordDocument } from '@rounds/contracts/collections';
import type { ClientSession, Filter } from 'mongodb';
import type { Mongo } from './client.ts';
import { visibleAt } from './generations.ts';

/** What an import must know of a stored row to see whether it changed, and to end it. */
export type RowVersion = Pick<RecordDocument, 'key' | 'hash' | 'from'>;

/** Rows and ids that travel at once. */
const BATCH = 1_000;

/** @param from of the version */
export const recordId = (studyId: string, domain: string, key: string, from: number): string =>
  `${studyId}|${domain}|${key}\0${from}`;

/** By `_id`, which begins with study and domain: the index that always exists gives the order of the keys. */
export const ofDomain = (studyId: string, domain: string): Filter<RecordDocument> => ({
  _id: { $gte: `${studyId}|${domain}|`, $lt: `${studyId}|${domain}|\u{10ffff}` },
  studyId,
  domain,
});

async function* batchesOf(ids: AsyncIterable<{ readonly _id: string }>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const { _id } of ids) {
    batch.push(_id);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Runs a write in a transaction that fails where another import has taken over. */
export type Guarded = (work: (session: ClientSession) => Promise<unknown>) => Promise<unknown>;

export type RecordsRepository = ReturnType<typeof createRecordsRepository>;

export const createRecordsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const records = mongo.collection('records');
  const idsOf = (filter: Filter<RecordDocument>) =>
    batchesOf(records.find<{ _id: string }>(filter, { projection: { _id: 1 } }));

  return {
    /** The domain's rows as of the generation, without what is in them; many at once, since there are so many. */
    versions: async function* (
      studyId: string,
      domain: string,
      generation: number,
    ): AsyncGenerator<readonly RowVersion[]> {
      const found = records.find<RowVersion>(
        { ...ofDomain(studyId, domain), ...visibleAt(generation) },
        { projection: { _id: 0, key: 1, hash: 1, from: 1 }, hint: { _id: 1 }, batchSize: BATCH },
      );
      while (await found.hasNext()) yield found.readBufferedDocuments();
    },

    /** Those rows with what is in them, by key. @param ids only these; absent: all of the domain */
    rows: (
      studyId: string,
      domain: string,
      generation: number,
      ids?: readonly string[],
    ): Promise<RecordDocument[]> =>
      records
        .find({
          ...ofDomain(studyId, domain),
          ...(ids === undefined ? {} : { _id: { $in: [...ids] } }),
          ...visibleAt(generation),
        })
        .sort({ _id: 1 })
        .toArray(),

    /** @param ended ids of the versions that are no longer the study's from the generation `until` on */
    write: async (
      added: readonly RecordDocument[],
      ended: readonly string[],
      until: number,
      session: ClientSession,
    ): Promise<void> => {
      const inserts = added.map((document) => ({ insertOne: { document } }));
      const ends =
        ended.length === 0
          ? []
          : [{ updateMany: { filter: { _id: { $in: [...ended] } }, update: { $set: { until } } } }];
      if (inserts.length + ends.length > 0)
        await records.bulkWrite([...inserts, ...ends], { ordered: false, session });
    },

    /** The days of versions that end with the generation before, by domain. */
    endedDays: async (
      studyId: string,
      until: number,
    ): Promise<readonly Pick<RecordDocument, 'domain' | 'day'>[]> => {
      const ended = records.aggregate<{ _id: Pick<RecordDocument, 'domain' | 'day'> }>([
        { $match: { studyId, until } },
        { $group: { _id: { domain: '$domain', day: '$day' } } },
      ]);
      return (await ended.toArray()).map(({ _id }) => _id);
    },

    /** Takes back what an import wrote that never became visible. @param generation the newest that did */
    takeBack: async (studyId: string, generation: number, guarded: Guarded): Promise<void> => {
      for await (const ids of idsOf({ studyId, from: { $gt: generation } }))
        await guarded((session) => records.deleteMany({ _id: { $in: ids } }, { session }));
      for await (const ids of idsOf({ studyId, until: { $gt: generation } }))
        await guarded((session) =>
          records.updateMany({ _id: { $in: ids } }, { $unset: { until: '' } }, { session }),
        );
    },

    /**
     * Deletes versions that the study no longer has. Whoever reads an older generation reads a snapshot of MongoDB,
     * in which they still are.
     */
    forget: async (studyId: string, generation: number): Promise<void> => {
      await records.deleteMany({ studyId, until: { $lte: generation } });
    },
  };
};
