/**
 * Which cuts there are: each making of one is recorded before anything of it is stored, one of them is the cut of its
 * study's state, and each run holds the cut that it got first. What nobody holds is known, so that it can be removed.
 */
import type { CutHoldDocument, CutMakingDocument } from '@rounds/contracts/cut-making';
import type { CutRef } from '@rounds/contracts/run';
import type { Mongo } from './client.ts';
import { insertNew, unlessTaken } from './duplicate.ts';

export type CutsRepository = ReturnType<typeof createCutsRepository>;

export const createCutsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const cuts = mongo.collection('cuts');
  const holds = mongo.collection('cutHolds');

  const heldBy = async (runId: string, studyId: string): Promise<CutRef | undefined> =>
    (await holds.findOne({ _id: runId, studyId }))?.cut;

  const isHeld = async ({ _id, studyId }: Pick<CutMakingDocument, '_id' | 'studyId'>): Promise<boolean> =>
    (await holds.countDocuments({ cutId: _id, studyId }, { limit: 1 })) > 0;

  return {
    /** The cut that the run got first. */
    heldBy,

    /** The cut of the state, which is kept for a while from now on even where no run holds it. */
    ofState: (studyId: string, state: string, at: Date): Promise<CutMakingDocument | null> =>
      cuts.findOneAndUpdate({ studyId, state }, { $set: { usedAt: at } }, { returnDocument: 'after' }),

    /** Before anything is stored under the id. */
    begin: async ({ _id, studyId }: Pick<CutMakingDocument, '_id' | 'studyId'>, at: Date): Promise<void> => {
      await cuts.insertOne({ _id, studyId, usedAt: at, unheld: true });
    },

    /** False where another making was first: then that is the cut of the state. */
    complete: async (
      { _id, studyId }: Pick<CutMakingDocument, '_id' | 'studyId'>,
      state: string,
      cut: CutRef,
    ): Promise<boolean> =>
      (await unlessTaken(() => cuts.updateOne({ _id, studyId }, { $set: { state, cut } }))) !== null,

    /** @returns the cut that the run holds: another one where another attempt was first */
    hold: async (
      { _id: cutId, studyId, unheld }: CutMakingDocument,
      cut: CutRef,
      runId: string,
      at: Date,
    ): Promise<CutRef> => {
      const hold: CutHoldDocument = { _id: runId, studyId, cutId, cut, at };
      if (!(await insertNew(holds, { ...hold }))) return (await heldBy(runId, studyId)) ?? cut;
      if (unheld === true) await cuts.updateOne({ _id: cutId, studyId }, { $unset: { unheld: '' } });
      return cut;
    },

    /** The run needs it no more; again does no harm. */
    release: async (runId: string): Promise<void> => {
      const hold = await holds.findOneAndDelete({ _id: runId });
      if (hold === null) return;
      const { cutId: _id, studyId } = hold;
      if (!(await isHeld({ _id, studyId })))
        await cuts.updateOne({ _id, studyId }, { $set: { unheld: true } });
    },

    /** Those that nobody held and nobody used since. */
    unheld: (before: Date): AsyncIterable<CutMakingDocument> =>
      cuts.find({ unheld: true, usedAt: { $lt: before } }),

    /** From here on no run gets it. False where one just did, or holds it. */
    retire: async ({ _id, studyId }: CutMakingDocument, before: Date): Promise<boolean> => {
      if (await isHeld({ _id, studyId })) {
        await cuts.updateOne({ _id, studyId }, { $unset: { unheld: '' } });
        return false;
      }
      const unused = { _id, studyId, unheld: true as const, usedAt: { $lt: before } };
      const { matchedCount } = await cuts.updateOne(unused, { $unset: { state: '', cut: '' } });
      return matchedCount === 1;
    },

    /** All of the study that there are. */
    ofStudy: async (studyId: string): Promise<CutRef[]> =>
      (await cuts.find({ studyId }).toArray()).flatMap(({ cut }) => cut ?? []),

    /** Once nothing of it is stored any more. */
    forget: async ({ _id, studyId }: CutMakingDocument): Promise<void> => {
      await cuts.deleteOne({ _id, studyId });
    },
  };
};
