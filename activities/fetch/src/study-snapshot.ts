/**
 * The study as it was at one instant. Every read is of one MongoDB snapshot, so that rows written meanwhile are in
 * all files of a cut or in none; of the rows, those of the study's generation: an import that is under way, or broke
 * off, is in no cut. MongoDB keeps a snapshot for five minutes by default: a cut that takes longer fails and is tried
 * again, from a new instant.
 */
import type {
  DocumentDocument,
  RecordDocument,
  RefusedFile,
  StudyDocument,
} from '@rounds/contracts/collections';
import type { CutTreatments } from '@rounds/contracts/cut';
import { RoundsError } from '@rounds/contracts/errors';
import { subjectSites, type SubjectSites } from '@rounds/contracts/subject-sites';
import type { Filter, Mongo } from '@rounds/adapters/mongo/client';
import { ROWS_BY_DAY } from '@rounds/adapters/mongo/indexes';
import { visibleAt } from '@rounds/adapters/mongo/generations';
import { createRefusalsRepository } from '@rounds/adapters/mongo/refusals.repository';
import { ofDomain } from '@rounds/adapters/mongo/records.repository';
import { withSnapshot, type SnapshotRead } from '@rounds/adapters/mongo/snapshot';
import { joinTreatments, readTreatments } from '@rounds/adapters/mongo/treatments';
import type { DayCount, Stretch } from './segments/ranges.ts';

export type SnapshotRow = Pick<RecordDocument, 'key' | 'day' | 'subject' | 'receivedAt' | 'row' | 'faults'>;

const ROW = { _id: 0, key: 1, day: 1, subject: 1, receivedAt: 1, row: 1, faults: 1 } as const;

/** As many as fit into a message of MongoDB, mostly. */
const ROWS_AT_ONCE = 10_000;

/** Rows of these days, or those without one. */
export type Days = Stretch | 'none';

export interface StudySnapshot extends ReturnType<typeof createSnapshot> {
  /** Before anything of it was read. */
  readonly at: Date;
}

/** @throws RoundsError STUDY_NOT_FOUND */
export const withStudySnapshot = <Result>(
  mongo: Mongo,
  studyId: string,
  now: () => Date,
  work: (snapshot: StudySnapshot) => Promise<Result>,
): Promise<Result> =>
  withSnapshot(mongo, async (read) => {
    const at = now();
    const study = await mongo.collection('studies').findOne({ _id: studyId }, read);
    if (study === null) throw new RoundsError('STUDY_NOT_FOUND', `There is no study ${studyId}.`);
    return work({ at, ...createSnapshot(mongo, study, read) });
  });

const createSnapshot = (mongo: Mongo, study: StudyDocument, read: SnapshotRead) => {
  const { _id: studyId } = study;
  const byKey = { ...read, hint: { _id: 1 } };
  const records = mongo.collection('records');
  const visible = visibleAt(study.generation);

  const live = (domain: string) => ({ ...ofDomain(studyId, domain), ...visible });
  /** By day alone, whatever the cut: which rows it is about is judged by who reads it. */
  const of = (domain: string, days: Days): Filter<RecordDocument> => ({
    ...{ studyId, domain, ...visible },
    day: days === 'none' ? null : { $gte: days.start, ...(days.end !== null && { $lt: days.end }) },
  });
  const byDay = { ...read, hint: ROWS_BY_DAY };

  return {
    study,

    /** Of every row of DM, whatever its date. */
    sites: async (): Promise<SubjectSites> => {
      const projection = { subject: 1, 'row.SITEID': 1 };
      const found = await records.find(live('DM'), { ...byKey, projection }).toArray();
      return subjectSites(found.map(({ subject, row }) => ({ subject, siteId: row.SITEID })));
    },

    /** Of those days, in the byte order of their keys; many at once, since there are so many. */
    rows: async function* (domain: string, days: Days): AsyncGenerator<readonly SnapshotRow[]> {
      const found = records
        .find<SnapshotRow>(of(domain, days), { ...byDay, projection: ROW, batchSize: ROWS_AT_ONCE })
        // The few rows of a range; of one day that has more, on disk.
        .sort({ _id: 1 })
        .allowDiskUse(true);
      while (await found.hasNext()) yield found.readBufferedDocuments();
    },

    /** How many those are, day by day; null: those without one. */
    countDays: async (domain: string, days: Days): Promise<readonly DayCount[]> => {
      const counts = records.aggregate<DayCount>(
        [
          { $match: of(domain, days) },
          { $group: { _id: '$day', rows: { $sum: 1 } } },
          { $sort: { _id: 1 } },
          { $project: { _id: 0, day: '$_id', rows: 1 } },
        ],
        byDay,
      );
      return counts.toArray();
    },

    documentsReceived: (from: Date, to: Date): Promise<DocumentDocument[]> =>
      mongo
        .collection('documents')
        .find({ studyId, receivedAt: { $gte: from, $lt: to } }, read)
        .sort({ _id: 1 })
        .toArray(),

    refusedRows: (): Promise<Record<string, number>> => createRefusalsRepository(mongo).rows(studyId, read),

    refusedDocuments: (): Promise<readonly RefusedFile[]> =>
      createRefusalsRepository(mongo).documents(studyId, read),

    /** Of rows that are gone too: a text may still name the arm that they named. @param which of the rows */
    treatments: async (which: Filter<RecordDocument> = {}): Promise<CutTreatments> => {
      const known = { from: { $lte: study.generation }, ...which };
      return joinTreatments(await readTreatments(records, studyId, read, known), study.formerTreatments);
    },
  };
};
