import type { DocumentDocument } from '@rounds/contracts/collections';
import { MongoServerError } from 'mongodb';
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

    /** Only once the bytes are safely in the object store: the record says where they are. */
    save: async ({ _id, ...document }: DocumentDocument): Promise<void> => {
      await documents.replaceOne({ _id }, document, { upsert: true });
    },

    /** As `save`, for one that never changes: of a document that is there already nothing is touched. */
    add: async (document: DocumentDocument): Promise<void> => {
      await documents.insertOne({ ...document }).catch(unlessThere);
    },
  };
};
