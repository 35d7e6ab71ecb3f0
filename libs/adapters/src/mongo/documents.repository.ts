import type { DocumentDocument } from '@rounds/contracts/collections';
import type { ClientSession } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { insertNew } from './duplicate.ts';

export type DocumentsRepository = ReturnType<typeof createDocumentsRepository>;

export const createDocumentsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const documents = mongo.collection('documents');

  return {
    find: (studyId: string, id: string): Promise<DocumentDocument | null> =>
      documents.findOne({ _id: id, studyId }),

    /** Its bytes stay: cuts that hold them are made into reports again. False: it was gone. */
    /** False where it is not as it was read any more: an import may have put another in its place. */
    remove: async (
      { _id, studyId, sha256, siteId, subject, receivedAt }: DocumentDocument,
      audited: Audited,
    ): Promise<boolean> => {
      const asRead = { _id, studyId, sha256, siteId, subject, receivedAt };
      return (await documents.deleteOne(asRead, audited)).deletedCount === 1;
    },

    /** Only once the bytes are safely in the object store: the records say where they are. */
    saveAll: async (all: readonly DocumentDocument[], session: ClientSession): Promise<void> => {
      const replacements = all.map(({ _id, ...replacement }) => ({
        replaceOne: { filter: { _id }, replacement, upsert: true },
      }));
      if (replacements.length > 0) await documents.bulkWrite(replacements, { session });
    },

    /** As `saveAll`, for one that never changes. False: it is there already, and nothing is touched. */
    add: (document: DocumentDocument, audited: Audited): Promise<boolean> =>
      insertNew(documents, { ...document }, audited),
  };
};
