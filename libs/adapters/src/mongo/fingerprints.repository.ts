/** What was ever made, by its content: written once, before the file can reach anybody, and never removed. */
import type { ArtefactDocument, FingerprintDocument } from '@rounds/contracts/collections';
import { MongoServerError } from 'mongodb';
import type { Mongo } from './client.ts';

const DUPLICATE = 11_000;

export type FingerprintsRepository = ReturnType<typeof createFingerprintsRepository>;

export const createFingerprintsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const fingerprints = mongo.collection('fingerprints');

  return {
    /** The same file made again keeps its first time. */
    remember: async ({ _id, storedAt, ...made }: ArtefactDocument): Promise<void> => {
      try {
        await fingerprints.insertOne({ _id: `${made.sha256}|${_id}`, ...made, madeAt: storedAt });
      } catch (error) {
        if (!(error instanceof MongoServerError && error.code === DUPLICATE)) throw error;
      }
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
