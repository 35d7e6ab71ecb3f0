import type { DocumentDocument } from '@rounds/contracts/collections';
import type { Mongo } from './client.ts';

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
  };
};
