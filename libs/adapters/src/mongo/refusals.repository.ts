/** What imports refused: rows in a collection of their own, documents in the record of the import. */
import type {
  ImportDocument,
  ImportedFile,
  RefusalDocument,
  RefusedFile,
} from '@rounds/contracts/collections';
import type { AggregateOptions, ClientSession, Document, Filter, FindOptions } from 'mongodb';
import type { Mongo } from './client.ts';

export type Refusal = Pick<RefusalDocument, 'file' | 'row' | 'domain' | 'faults'>;

const AS_READ = {
  projection: { _id: 0, file: 1, row: 1, domain: 1, faults: 1 },
  allowDiskUse: true,
} as const;
const BY_ROW = { file: 1, row: 1 } as const;

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

interface NewestOfDomain {
  /** The domain. */
  readonly _id: string;
  readonly importId: string;
}

interface CountOfDomain {
  /** The domain. */
  readonly _id: string;
  readonly rows: number;
}

/** The newest import of each domain that read its file. */
const newestOfDomains = (studyId: string): Document[] => [
  { $match: { studyId, finishedAt: { $exists: true } } },
  { $sort: { startedAt: -1 } },
  { $unwind: '$files' },
  { $unwind: '$files.domains' },
  { $group: { _id: '$files.domains', importId: { $first: { $ifNull: ['$files.readBy', '$_id'] } } } },
];

const countsOf = (studyId: string, newest: readonly NewestOfDomain[]): Document[] => [
  { $match: { studyId, $or: newest.map(({ _id, importId }) => ({ importId, domain: _id })) } },
  { $group: { _id: '$domain', rows: { $sum: 1 } } },
  { $sort: { _id: 1 } },
];

export type RefusalsRepository = ReturnType<typeof createRefusalsRepository>;

export const createRefusalsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const imports = mongo.collection('imports');
  const refusals = mongo.collection('refusals');

  return {
    add: async (
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

    /** Some of the rows that it refused, by file and row. @param before how many to leave out */
    page: ({ _id, studyId, files }: ImportDocument, before: number, limit: number): Promise<Refusal[]> =>
      refusals
        .find<Refusal>(refusedBy(studyId, _id, files), AS_READ)
        .sort(BY_ROW)
        .skip(before)
        .limit(limit)
        .toArray(),

    /** Every row that the import refused, by file and row; of files that it spared, those refused when they were read. */
    all: async function* (studyId: string, importId: string): AsyncGenerator<Refusal> {
      const imported = await imports.findOne({ _id: importId, studyId });
      yield* refusals.find<Refusal>(refusedBy(studyId, importId, imported?.files), AS_READ).sort(BY_ROW);
    },

    /**
     * Documents that the newest import refused which had any.
     * @param read the session of a snapshot
     */
    documents: async (studyId: string, read: FindOptions = {}): Promise<readonly RefusedFile[]> => {
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
    rows: async (studyId: string, read: AggregateOptions = {}): Promise<Record<string, number>> => {
      const newest = await imports.aggregate<NewestOfDomain>(newestOfDomains(studyId), read).toArray();
      if (newest.length === 0) return {};
      const counts = await refusals.aggregate<CountOfDomain>(countsOf(studyId, newest), read).toArray();
      return Object.fromEntries(counts.map(({ _id, rows }) => [_id, rows]));
    },
  };
};
