import type { StudyDocument } from '@rounds/contracts/collections';
import type { LinkPolicy } from '@rounds/contracts/link-policy';
import type { ClientSession } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';

export type StudiesRepository = ReturnType<typeof createStudiesRepository>;

export const createStudiesRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const studies = mongo.collection('studies');

  return {
    /** All that there are, by id: there are no more than a sponsor runs. */
    all: (): Promise<StudyDocument[]> => studies.find().sort({ _id: 1 }).toArray(),

    find: (studyId: string): Promise<StudyDocument | null> => studies.findOne({ _id: studyId }),

    /** @returns the study as it was; null when there is none */
    setLinkPolicy: (
      studyId: string,
      linkPolicy: LinkPolicy,
      audited: Audited,
    ): Promise<StudyDocument | null> =>
      studies.findOneAndUpdate(
        { _id: studyId },
        { $set: { linkPolicy } },
        { returnDocument: 'before', ...audited },
      ),

    /** Replaces what an import knows of the study; anything else in the record stays. */
    save: async ({ _id, ...study }: StudyDocument, session: ClientSession): Promise<void> => {
      const { shiftDays, blindedTitle } = study;
      const unset = {
        ...(shiftDays === undefined && { shiftDays: '' as const }),
        ...(blindedTitle === undefined && { blindedTitle: '' as const }),
      };
      await studies.updateOne({ _id }, { $set: study, $unset: unset }, { upsert: true, session });
    },
  };
};
