import type { ImportDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { ClientSession } from 'mongodb';
import type { Mongo } from './client.ts';
import { following, newestFirst, type After } from './page.ts';

/** Of all three, only the first made its rows the study's. */
export type ImportEnd =
  | (Pick<ImportDocument, 'files' | 'documents' | 'reading'> & { readonly finishedAt: Date })
  | Required<Pick<ImportDocument, 'files' | 'refused'>>
  | { readonly brokeOffAt: Date };

interface ImportsWanted {
  /** Absent: of whatever domain. */
  readonly domain?: string | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

export type ImportsRepository = ReturnType<typeof createImportsRepository>;

export const createImportsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const imports = mongo.collection('imports');

  return {
    /** The newest import that had one of these files. */
    ofFiles: (hashes: readonly string[]): Promise<ImportDocument | null> =>
      imports.findOne(
        { 'files.sha256': { $in: [...hashes] }, finishedAt: { $exists: true } },
        { sort: { startedAt: -1 } },
      ),

    /** Newest first. */
    list: (studyId: string, { domain, after, limit }: ImportsWanted): Promise<ImportDocument[]> =>
      imports
        .find({ studyId, ...defined({ 'files.domains': domain }), ...following(after, 'startedAt') })
        .sort(newestFirst('startedAt'))
        .limit(limit)
        .toArray(),

    find: (studyId: string, importId: string): Promise<ImportDocument | null> =>
      imports.findOne({ _id: importId, studyId }),

    byIds: (studyId: string, ids: readonly string[]): Promise<ImportDocument[]> =>
      imports.find({ _id: { $in: [...ids] }, studyId }).toArray(),

    /** It is no longer under way. @param done what became of it */
    end: async (
      studyId: string,
      importId: string,
      done: ImportEnd,
      session: ClientSession,
    ): Promise<void> => {
      await imports.updateOne(
        { _id: importId, studyId },
        { $set: done, $unset: { aliveAt: '' } },
        { session },
      );
    },

    /** Whether an import that did not come to its end may have left rows of a generation that is not there yet. */
    mayHaveLeft: async (studyId: string, generation: number, importId: string): Promise<boolean> =>
      (await imports.countDocuments(
        { _id: { $ne: importId }, studyId, generation: { $gt: generation } },
        { limit: 1 },
      )) > 0,

    /** Nothing of those is left. */
    tidied: async (studyId: string, generation: number, session: ClientSession): Promise<void> => {
      await imports.updateMany(
        { studyId, generation: { $gt: generation }, aliveAt: { $exists: false } },
        { $unset: { generation: '' } },
        { session },
      );
    },
  };
};
