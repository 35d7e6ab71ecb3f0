import type {
  ImportDocument,
  ImportedFile,
  RefusalDocument,
  RefusedFile,
} from '@rounds/contracts/collections';
import type { AggregateOptions, ClientSession, Filter, FindOptions } from 'mongodb';
import type { Mongo } from './client.ts';
import type { After } from './page.ts';

export type Refusal = Pick<RefusalDocument, 'file' | 'row' | 'domain' | 'faults'>;

/** Of all three, only the first made its rows the study's. */
export type ImportEnd =
  | (Pick<ImportDocument, 'files' | 'documents' | 'reading'> & { readonly finishedAt: Date })
  | Required<Pick<ImportDocument, 'files' | 'refused'>>
  | { readonly brokeOffAt: Date };

const AS_TOLD = { projection: { _id: 0, file: 1, row: 1, domain: 1, faults: 1 } };
const BY_ROW = { file: 1, row: 1 } as const;

const startedBefore = (after: After | undefined): Filter<ImportDocument> =>
  after === undefined
    ? {}
    : {
        $or: [
          { startedAt: { $lt: after.createdAt } },
          { startedAt: after.createdAt, _id: { $lt: after.id } },
        ],
      };

/** The rows that an import refused, and those of the files that it spared. */
const refusedBy = (
  studyId: string,
  importId: string,
  files: readonly ImportedFile[] = [],
): Filter<RefusalDocument> => ({
  studyId,
  $or: [
    { importId },
    ...files.flatMap(({ file, readBy }) => (readBy === undefined ? [] : [{ importId: readBy, file }])),
  ],
});

export type ImportsRepository = ReturnType<typeof createImportsRepository>;

/** Imports and the rows that they refused: one is never asked for without the other. */
export const createImportsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const imports = mongo.collection('imports');
  const refusals = mongo.collection('refusals');

  return {
    refuse: async (
      { importId, studyId, at }: Pick<RefusalDocument, 'importId' | 'studyId' | 'at'>,
      rows: readonly Refusal[],
      session: ClientSession,
    ): Promise<void> => {
      if (rows.length === 0) return;
      await refusals.insertMany(
        rows.map((row) => ({ _id: `${importId}|${row.file}|${row.row}`, importId, studyId, at, ...row })),
        { ordered: false, session },
      );
    },

    /** The newest import that had one of these files. */
    ofFiles: (hashes: readonly string[]): Promise<ImportDocument | null> =>
      imports.findOne(
        { 'files.sha256': { $in: [...hashes] }, finishedAt: { $exists: true } },
        { sort: { startedAt: -1 } },
      ),

    /** Newest first. */
    list: (studyId: string, after: After | undefined, limit: number): Promise<ImportDocument[]> =>
      imports
        .find({ studyId, ...startedBefore(after) })
        .sort({ startedAt: -1, _id: -1 })
        .limit(limit)
        .toArray(),

    find: (studyId: string, importId: string): Promise<ImportDocument | null> =>
      imports.findOne({ _id: importId, studyId }),

    /** Some of the rows that it refused, by file and row. @param before how many to leave out */
    refusalsPage: (
      { _id, studyId, files }: ImportDocument,
      before: number,
      limit: number,
    ): Promise<Refusal[]> =>
      refusals
        .find<Refusal>(refusedBy(studyId, _id, files), { ...AS_TOLD, allowDiskUse: true })
        .sort(BY_ROW)
        .skip(before)
        .limit(limit)
        .toArray(),

    byIds: (studyId: string, ids: readonly string[]): Promise<ImportDocument[]> =>
      imports.find({ _id: { $in: [...ids] }, studyId }).toArray(),

    /** Every row that the import refused, by file and row; of files that it spared, those refused when they were read. */
    refusalsOf: async function* (studyId: string, importId: string): AsyncGenerator<Refusal> {
      const imported = await imports.findOne({ _id: importId, studyId });
      const found = refusals.find<Refusal>(refusedBy(studyId, importId, imported?.files), {
        projection: { _id: 0, file: 1, row: 1, domain: 1, faults: 1 },
        allowDiskUse: true,
      });
      yield* found.sort({ file: 1, row: 1 });
    },

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

    /**
     * Documents that the newest import refused which had any.
     * @param read the session of a snapshot
     */
    refusedDocuments: async (studyId: string, read: FindOptions = {}): Promise<readonly RefusedFile[]> => {
      const had = ['inserted', 'changed', 'unchanged'].map((count) => ({
        [`documents.${count}`]: { $gt: 0 },
      }));
      const newest = await imports.findOne(
        {
          studyId,
          finishedAt: { $exists: true },
          $or: [...had, { 'documents.refused.0': { $exists: true } }],
        },
        { ...read, sort: { startedAt: -1 }, projection: { documents: 1 } },
      );
      return newest?.documents?.refused ?? [];
    },

    /**
     * Rows that the newest import of each domain refused, by domain.
     * @param read the session of a snapshot, so that a cut counts what its rows came with
     */
    refusedRows: async (studyId: string, read: AggregateOptions = {}): Promise<Record<string, number>> => {
      const newest = await imports
        .aggregate<{ _id: string; importId: string }>(
          [
            { $match: { studyId, finishedAt: { $exists: true } } },
            { $sort: { startedAt: -1 } },
            { $unwind: '$files' },
            { $unwind: '$files.domains' },
            {
              $group: { _id: '$files.domains', importId: { $first: { $ifNull: ['$files.readBy', '$_id'] } } },
            },
          ],
          read,
        )
        .toArray();
      if (newest.length === 0) return {};
      const counts = await refusals
        .aggregate<{ _id: string; rows: number }>(
          [
            { $match: { studyId, $or: newest.map(({ _id, importId }) => ({ importId, domain: _id })) } },
            { $group: { _id: '$domain', rows: { $sum: 1 } } },
            { $sort: { _id: 1 } },
          ],
          read,
        )
        .toArray();
      return Object.fromEntries(counts.map(({ _id, rows }) => [_id, rows]));
    },
  };
};
