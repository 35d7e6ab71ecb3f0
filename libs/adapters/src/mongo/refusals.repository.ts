/** What imports refused: rows in a collection of their own, documents in the record of the import. */
import type {
  ImportDocument,
  ImportedFile,
  RefusalDocument,
  RefusedFile,
} from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
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

/** Of rows that have a fault which meets all of them. */
export interface RefusalFilters {
  /** Null: it could not be told. */
  readonly domain?: string | null | undefined;
  readonly field?: string | undefined;
  readonly rule?: string | undefined;
}

/** What a filter may be set to, with how many rows it would leave beside the others. */
export interface Facet {
  readonly value: string | null;
  readonly rows: number;
}

export interface RefusalFacets {
  /** Rows that the filters leave. */
  readonly found: number;
  /** The most frequent first, `MOST_VALUES` at most. */
  readonly domains: readonly Facet[];
  readonly fields: readonly Facet[];
  readonly rules: readonly Facet[];
}

/** Beyond these nobody looks for one in a list. */
const MOST_VALUES = 100;

const withFault = (fault: Pick<RefusalFilters, 'field' | 'rule'>): Filter<RefusalDocument> => {
  const wanted = defined(fault);
  return Object.keys(wanted).length === 0 ? {} : { faults: { $elemMatch: wanted } };
};

const leftBy = ({ domain, field, rule }: RefusalFilters): Filter<RefusalDocument> => ({
  ...defined({ domain }),
  ...withFault({ field, rule }),
});

/** @param value an expression; a row counts once for each */
const countRows = (value: string): Document[] => [
  { $group: { _id: { row: '$_id', value } } },
  { $group: { _id: '$_id.value', rows: { $sum: 1 } } },
  { $sort: { rows: -1, _id: 1 } },
  { $limit: MOST_VALUES },
  { $project: { _id: 0, value: '$_id', rows: 1 } },
];

/** Of the faults that the other filters leave: `domain` is the row's, so it stays one of them. */
const countFaults = (of: 'field' | 'rule', filters: RefusalFilters): Document[] => {
  const others = { ...filters, [of]: undefined };
  const { field, rule } = others;
  return [
    { $match: leftBy(others) },
    { $unwind: '$faults' },
    { $match: defined({ 'faults.field': field, 'faults.rule': rule }) },
    ...countRows(`$faults.${of}`),
  ];
};

interface Counted {
  readonly found: readonly { readonly rows: number }[];
  readonly domains: readonly Facet[];
  readonly fields: readonly Facet[];
  readonly rules: readonly Facet[];
}

const facetsOf = (filters: RefusalFilters): Document => ({
  $facet: {
    found: [{ $match: leftBy(filters) }, { $count: 'rows' }],
    domains: [{ $match: leftBy({ ...filters, domain: undefined }) }, ...countRows('$domain')],
    fields: countFaults('field', filters),
    rules: countFaults('rule', filters),
  },
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
    page: (
      { _id, studyId, files }: ImportDocument,
      filters: RefusalFilters,
      { before, limit }: { readonly before: number; readonly limit: number },
    ): Promise<Refusal[]> =>
      refusals
        .find<Refusal>({ $and: [refusedBy(studyId, _id, files), leftBy(filters)] }, AS_READ)
        .sort(BY_ROW)
        .skip(before)
        .limit(limit)
        .toArray(),

    /** How many rows the filters leave, and what each of them may be set to. */
    facets: async (
      { _id, studyId, files }: ImportDocument,
      filters: RefusalFilters,
    ): Promise<RefusalFacets> => {
      const stages = [{ $match: refusedBy(studyId, _id, files) }, facetsOf(filters)];
      const [counted] = await refusals.aggregate<Counted>(stages, { allowDiskUse: true }).toArray();
      const { found = [], domains = [], fields = [], rules = [] } = counted ?? {};
      return { found: found[0]?.rows ?? 0, domains, fields, rules };
    },

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
