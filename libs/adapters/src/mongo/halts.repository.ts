import { RoundsError } from '@rounds/contracts/errors';
import { haltId, type HaltDocument } from '@rounds/contracts/halt';
import type { Mongo } from './client.ts';

export type HaltsRepository = ReturnType<typeof createHaltsRepository>;

/** What stands; who halted and lifted what when is in the audit trail. */
export const createHaltsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const halts = mongo.collection('halts');

  /** @param studyId absent: of something that belongs to no study */
  const over = async (studyId?: string): Promise<HaltDocument | null> => {
    const ids = [haltId(), ...(studyId === undefined ? [] : [haltId(studyId)])];
    return halts.findOne({ _id: { $in: ids } }, { sort: { _id: 1 } });
  };

  return {
    over,

    /** @throws RoundsError HALTED */
    demandNone: async (studyId?: string): Promise<void> => {
      const halt = await over(studyId);
      if (halt === null) return;
      const what = halt.studyId === undefined ? 'Everything' : `Study ${halt.studyId}`;
      throw new RoundsError(
        'HALTED',
        `${what} is halted by operators since ${halt.at.toISOString()}: ${halt.reason}`,
      );
    },

    all: (): Promise<HaltDocument[]> => halts.find().sort({ _id: 1 }).toArray(),

    /** Again: the newer reason stands, since when it stands stays. */
    set: async (studyId: string | undefined, reason: string, by: string, at: Date): Promise<void> => {
      await halts.updateOne(
        { _id: haltId(studyId) },
        { $set: { reason, by }, $setOnInsert: { at, ...(studyId === undefined ? {} : { studyId }) } },
        { upsert: true },
      );
    },

    /** @returns whether there was one */
    lift: async (studyId: string | undefined): Promise<boolean> =>
      (await halts.deleteOne({ _id: haltId(studyId) })).deletedCount === 1,
  };
};
