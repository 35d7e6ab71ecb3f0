/** What is known of a study's rows as of its generations: written once each, by whoever was first. */
import type {
  SegmentIndexDocument,
  StudyIndexDocument,
  TouchedDaysDocument,
} from '@rounds/contracts/cut-index';
import type { CutDataset } from '@rounds/contracts/cut';
import type { ClientSession, Collection, Document, Filter, OptionalUnlessRequiredId } from 'mongodb';
import type { Mongo } from './client.ts';
import { insertNew } from './duplicate.ts';

/** A study at a generation. */
export interface AsOf {
  readonly studyId: string;
  readonly generation: number;
  readonly importedAt: Date;
}

/** @returns that of whoever was first */
const keepFirst = async <Index extends { readonly _id: string; readonly studyId: string }>(
  all: Collection<Index & Document>,
  index: Index,
): Promise<Index> => {
  const { _id, studyId } = index;
  if (await insertNew(all, { ...index } as unknown as OptionalUnlessRequiredId<Index & Document>))
    return index;
  return (await all.findOne<Index>({ _id, studyId } as Filter<Index & Document>)) ?? index;
};

const nameOf = ({ studyId, generation, importedAt }: AsOf, dataset?: CutDataset): string =>
  [studyId, ...(dataset === undefined ? [] : [dataset]), generation, importedAt.getTime()].join('|');

/** The newest of those first that are not newer than the study. */
const upTo = ({ studyId, generation }: AsOf) => ({ studyId, generation: { $lte: generation } });
const NEWEST_FIRST = { generation: -1, at: -1 } as const;

const PLACE = { studyId: 1, dataset: 1, at: 1 } as const;

interface Placed {
  readonly _id: string;
  readonly studyId: string;
  /** Absent: of the study. */
  readonly dataset?: string;
  readonly at: Date;
}

type AnyIndex = Placed & Document;

/** @param placed those of one study and dataset beside each other, the newest first */
const supersededOf = (placed: readonly Placed[], before: Date): Placed[] => {
  let [of, isReplaced] = ['', false];
  return placed.filter(({ studyId, dataset = '', at }) => {
    if (of !== `${studyId}|${dataset}`) [of, isReplaced] = [`${studyId}|${dataset}`, false];
    const isGone = isReplaced;
    isReplaced ||= at < before;
    return isGone;
  });
};

export type CutIndexRepository = ReturnType<typeof createCutIndexRepository>;

export const createCutIndexRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const segments = mongo.collection('segmentIndexes');
  const studies = mongo.collection('studyIndexes');
  const touched = mongo.collection('touchedDays');

  return {
    /** Of this generation or the newest before; not of another past of the study than the one that it has. */
    segments: async (asOf: AsOf, dataset: CutDataset): Promise<SegmentIndexDocument | null> =>
      segments.findOne({ ...upTo(asOf), dataset }, { sort: NEWEST_FIRST }),

    study: (asOf: AsOf): Promise<StudyIndexDocument | null> =>
      studies.findOne(upTo(asOf), { sort: NEWEST_FIRST }),

    keepSegments: (index: Omit<SegmentIndexDocument, '_id'>): Promise<SegmentIndexDocument> =>
      keepFirst(segments, { _id: nameOf(index, index.dataset), ...index }),

    keepStudy: (index: Omit<StudyIndexDocument, '_id'>): Promise<StudyIndexDocument> =>
      keepFirst(studies, { _id: nameOf(index), ...index }),

    /** Of the imports that made the study what it is, the newest first, back to that generation. */
    touchedSince: ({ studyId, generation }: AsOf, before: number): Promise<TouchedDaysDocument[]> =>
      touched
        .find({ studyId, generation: { $gt: before, $lte: generation } })
        .sort({ generation: -1 })
        .toArray(),

    /** By an import, together with its rows. */
    touch: async (days: TouchedDaysDocument, session: ClientSession): Promise<void> => {
      await touched.insertOne({ ...days }, { session });
    },

    /** Removes what a newer one has been in the place of since before then. @returns the studies of those */
    removeSuperseded: async (before: Date): Promise<ReadonlySet<string>> => {
      const studyIds = new Set<string>();
      for (const all of [segments, studies] as unknown as Collection<AnyIndex>[]) {
        const found = all
          .find<Placed>({}, { projection: PLACE })
          .sort({ studyId: 1, dataset: 1, ...NEWEST_FIRST });
        for (const { _id, studyId } of supersededOf(await found.toArray(), before)) {
          await all.deleteOne({ _id, studyId });
          studyIds.add(studyId);
        }
      }
      return studyIds;
    },

    /** Keys of the objects that any index of the study names. */
    namedKeys: async (studyId: string): Promise<ReadonlySet<string>> => {
      const keys = new Set<string>();
      for await (const { subjects } of studies.find({ studyId })) keys.add(subjects.key);
      for await (const { ranges, undated } of segments.find({ studyId }))
        for (const { segments: named } of [...ranges, undated]) for (const { key } of named) keys.add(key);
      return keys;
    },
  };
};
