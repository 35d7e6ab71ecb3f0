import type { StudyDocument } from '@rounds/contracts/collections';
import type { Mongo } from './client.ts';

export type StudiesRepository = ReturnType<typeof createStudiesRepository>;

export const createStudiesRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const studies = mongo.collection('studies');

  return {
    find: (studyId: string): Promise<StudyDocument | null> => studies.findOne({ _id: studyId }),

    /** Replaces what an import knows of the study; anything else in the record stays. */
    save: async ({ _id, shiftDays, ...study }: StudyDocument): Promise<void> => {
      await studies.updateOne(
        { _id },
        shiftDays === undefined
          ? { $set: study, $unset: { shiftDays: '' } }
          : { $set: { ...study, shiftDays } },
        { upsert: true },
      );
    },
  };
};
