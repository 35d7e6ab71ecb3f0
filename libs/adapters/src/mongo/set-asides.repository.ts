/** What reconciliation could not settle: it is tried again later and later, so that it stands in nobody's way. */
import type { SetAsideDocument } from '@rounds/contracts/collections';
import type { Mongo } from './client.ts';

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** @param failures so far, 1 after the first */
const waitMs = (failures: number): number => Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);

export type SetAsidesRepository = ReturnType<typeof createSetAsidesRepository>;

export const createSetAsidesRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const setAsides = mongo.collection('setAsides');

  return {
    /** Ids that are not to be tried yet. */
    waiting: async (at: Date): Promise<ReadonlySet<string>> =>
      new Set(await setAsides.distinct('_id', { nextTryAt: { $gt: at } })),

    failed: async (id: string, fault: string, at: Date): Promise<void> => {
      const found = await setAsides.findOne({ _id: id });
      const failures = (found?.failures ?? 0) + 1;
      const nextTryAt = new Date(at.getTime() + waitMs(failures));
      await setAsides.updateOne(
        { _id: id },
        { $set: { failures, fault, nextTryAt }, $setOnInsert: { since: at } },
        { upsert: true },
      );
    },

    /** All that were to be tried until then, but for those that are still unsettled: however the others were settled. */
    forget: async (until: Date, unsettled: readonly string[]): Promise<void> => {
      await setAsides.deleteMany({ nextTryAt: { $lte: until }, _id: { $nin: [...unsettled] } });
    },

    /** The longest first. */
    list: (limit: number): Promise<SetAsideDocument[]> =>
      setAsides.find().sort({ since: 1, _id: 1 }).limit(limit).toArray(),

    count: (): Promise<number> => setAsides.countDocuments(),
  };
};
