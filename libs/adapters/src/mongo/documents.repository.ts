import type { DocumentDocument } from '@rounds/contracts/collections';
import { MongoServerError, type ClientSession } from 'mongodb';
import type { Mongo } from './client.ts';

const DUPLICATE_KEY = 11_000;

const unlessThere = (error: unknown): void => {
  if (!(error instanceof MongoServerError && error.code === DUPLICATE_KEY)) throw error;
};

export type DocumentsRepository = ReturnType<typeof createDocumentsRepository>;

export const createDocumentsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const documents = mongo.collection('documents');

  return {
    find: (studyId: string, id: string): Promise<DocumentDocument | null> =>
      documents.findOne({ _id: id, studyId }),

    /** Only once the bytes are safely in the object store: the records say where they are. */
    saveAll: async (all: readonly DocumentDocument[], session: ClientSession): Promise<void> => {
      const replacements = all.map(({ _id, ...replacement }) => ({
        replaceOne: { filter: { _id }, replacement, upsert: true },
      }));
      if (replacements.length > 0) await documents.bulkWrite(replacements, { session });
    },

    /** As `saveAll`, for one that never changes: of a document that is there already nothing is touched. */
    add: async (document: DocumentDocument): Promise<void> => {
      await documents.insertOne({ ...document }).catch(unlessThere);
    },
  };
};
