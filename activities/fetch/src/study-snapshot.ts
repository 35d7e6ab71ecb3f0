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
import type { LocalDate } from '@rounds/contracts/period';
import { subjectSites, type SubjectSites } from '@rounds/contracts/subject-sites';
import type { Filter, Mongo } from '@rounds/adapters/mongo/client';
import { visibleAt } from '@rounds/adapters/mongo/generations';
import { createRefusalsRepository } from '@rounds/adapters/mongo/refusals.repository';
import { ofDomain } from '@rounds/adapters/mongo/records.repository';
import { withSnapshot, type SnapshotRead } from '@rounds/adapters/mongo/snapshot';
import { joinTreatments, readTreatments } from '@rounds/adapters/mongo/treatments';
import { daysOf } from './plausible-days.ts';

type Row = Pick<RecordDocument, 'key' | 'day' | 'subject' | 'receivedAt' | 'hash' | 'row' | 'faults'>;

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
  /** DM tells who the others are about, whatever its own day. */
  const inCut = (domain: string, end: LocalDate): Filter<RecordDocument> => ({
    ...live(domain),
    ...(domain === 'DM' ? {} : { $and: [{ day: { $lt: end } }, daysOf(study, domain).plausible] }),
  });
  const outside = (domain: string, days: Filter<RecordDocument>) =>
    records
      .find<Pick<RecordDocument, 'subject' | 'day' | 'row'>>(
        { ...live(domain), ...days },
        { ...byKey, projection: { _id: 0, subject: 1, day: 1, row: 1 } },
      )
      .sort({ _id: 1 });

  return {
    study,

    /** Of every row of DM, whatever its date. */
    sites: async (): Promise<SubjectSites> => {
      const projection = { subject: 1, 'row.SITEID': 1 };
      const found = await records.find(live('DM'), { ...byKey, projection }).toArray();
      return subjectSites(found.map(({ subject, row }) => ({ subject, siteId: row.SITEID })));
    },

    /** Rows of a plausible day before `end`, in the byte order of their keys; of DM all, an implausible day null. */
    rows: (domain: string, end: LocalDate): AsyncIterable<Row> => {
      const { dayOf } = daysOf(study, domain);
      const found = records
        .find<Row>(inCut(domain, end), {
          ...byKey,
          projection: { key: 1, day: 1, subject: 1, receivedAt: 1, hash: 1, row: 1, faults: 1 },
        })
        .sort({ _id: 1 });
      return domain === 'DM' ? found.map((row) => ({ ...row, day: dayOf(row) })) : found;
    },

    /** How many those are. */
    countRows: (domain: string, end: LocalDate): Promise<number> =>
      records.countDocuments(inCut(domain, end), byKey),

    /** Rows that are in no figure, because they have no date. */
    undated: (domain: string) => outside(domain, { day: null }),

    /** Rows that are in no figure, because their day cannot be right. */
    implausible: (domain: string) => outside(domain, daysOf(study, domain).implausible),

    documentsReceived: (from: Date, to: Date): Promise<DocumentDocument[]> =>
      mongo
        .collection('documents')
        .find({ studyId, receivedAt: { $gte: from, $lt: to } }, read)
        .sort({ _id: 1 })
        .toArray(),

    refusedRows: (): Promise<Record<string, number>> => createRefusalsRepository(mongo).rows(studyId, read),

    refusedDocuments: (): Promise<readonly RefusedFile[]> =>
      createRefusalsRepository(mongo).documents(studyId, read),

    /** Of rows that are gone too: a text may still name the arm that they named. */
    treatments: async (): Promise<CutTreatments> => {
      const which = { from: { $lte: study.generation } };
      return joinTreatments(await readTreatments(records, studyId, read, which), study.formerTreatments);
    },
  };
};
