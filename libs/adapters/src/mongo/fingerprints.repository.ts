/** What was ever made, by its content: written once, before the file can reach anybody, and never removed. */
import type { ArtefactDocument, FingerprintDocument } from '@rounds/contracts/collections';
import type { Mongo } from './client.ts';
import { insertNew } from './duplicate.ts';

export type FingerprintsRepository = ReturnType<typeof createFingerprintsRepository>;

export const createFingerprintsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const fingerprints = mongo.collection('fingerprints');

  return {
    /** The same file made again keeps its first time. */
    remember: async ({ _id, storedAt, ...made }: ArtefactDocument): Promise<void> => {
      await insertNew(fingerprints, { _id: `${made.sha256}|${_id}`, ...made, madeAt: storedAt });
    },

    /** Equal bytes may have been made by several runs; the newest first. */
    ofHash: (sha256: string): Promise<FingerprintDocument[]> =>
      fingerprints.find({ sha256 }).sort({ madeAt: -1, _id: 1 }).toArray(),

    ofRun: ({
      runId,
      studyId,
    }: Pick<FingerprintDocument, 'runId' | 'studyId'>): Promise<FingerprintDocument[]> =>
      fingerprints.find({ runId, studyId }).sort({ madeAt: 1, _id: 1 }).toArray(),
  };
};
