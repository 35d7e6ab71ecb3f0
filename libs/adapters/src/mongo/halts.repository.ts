import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { haltId, type HaltDocument } from '@rounds/contracts/halt';
import type { Audited } from './audit.repository.ts';
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

    /**
     * Again: the newer reason stands, since when it stands stays.
     *
     * @returns the one that stood, null where none did
     */
    set: async (
      studyId: string | undefined,
      { reason, by, at }: Pick<HaltDocument, 'reason' | 'by' | 'at'>,
      audited: Audited,
    ): Promise<{ readonly before: HaltDocument | null }> => ({
      before: await halts.findOneAndUpdate(
        { _id: haltId(studyId) },
        { $set: { reason, by }, $setOnInsert: { at, ...defined({ studyId }) } },
        { upsert: true, returnDocument: 'before', ...audited },
      ),
    }),

    /** Null where there was none. */
    lift: (studyId: string | undefined, audited: Audited): Promise<HaltDocument | null> =>
      halts.findOneAndDelete({ _id: haltId(studyId) }, audited),
  };
};
