/**
 * The study as it was at one instant. Every read is of one MongoDB snapshot, so that rows written meanwhile are in
 * all files of a cut or in none. MongoDB keeps a snapshot for five minutes by default: a cut that takes longer
 * fails and is tried again, from a new instant.
 */
import type {
  DocumentDocument,
  RecordDocument,
  RefusedFile,
  StudyDocument,
} from '@rounds/contracts/collections';
import { isOperational, type CutTreatments } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import type { Scope } from '@rounds/contracts/scope';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createImportsRepository } from '@rounds/adapters/mongo/imports.repository';
import { ofDomain } from '@rounds/adapters/mongo/records.repository';
import { readTreatments } from '@rounds/adapters/mongo/treatments';
import type { ClientSession, Filter, WithId } from 'mongodb';

type Row = Pick<RecordDocument, 'key' | 'day' | 'subject' | 'receivedAt' | 'hash' | 'row'>;

/** Which rows: those of these sites, which are those of these subjects. */
export interface Within {
  readonly sites: Scope['sites'];
  readonly subjects: readonly string[] | 'all';
}

export type StudySnapshot = ReturnType<typeof createSnapshot>;

export const withSnapshot = async <Result>(
  mongo: Mongo,
  studyId: string,
  work: (snapshot: StudySnapshot) => Promise<Result>,
): Promise<Result> =>
  mongo.client.withSession({ snapshot: true }, (session) => work(createSnapshot(mongo, studyId, session)));

const createSnapshot = (mongo: Mongo, studyId: string, session: ClientSession) => {
  // The client's own read concern would win over the session's, and each read would see another instant.
  const read = { session, readConcern: { level: 'snapshot' } } as const;
  const records = mongo.collection('records');

  const live = (domain: string) => ({ ...ofDomain(studyId, domain), removedAt: { $exists: false } });
  const of = (domain: string, { sites, subjects }: Within): Filter<RecordDocument> => {
    if (sites === 'all' || subjects === 'all') return {};
    return isOperational(domain)
      ? { 'row.SITEID': { $in: [...sites] } }
      : { subject: { $in: [...subjects] } };
  };

  const dated = (domain: string, end: LocalDate, within: Within): Filter<RecordDocument> => ({
    ...live(domain),
    day: { $lt: end },
    ...of(domain, within),
  });

  return {
    study: (): Promise<StudyDocument | null> => mongo.collection('studies').findOne({ _id: studyId }, read),

    /** SITEID by USUBJID, of every row of DM, whatever its date. */
    sites: async (): Promise<Map<string, string>> => {
      const found = records.find(live('DM'), {
        ...read,
        projection: { subject: 1, 'row.SITEID': 1 },
        hint: { _id: 1 },
      });
      const sites = new Map<string, string>();
      for await (const { subject, row } of found.sort({ _id: 1 }))
        if (subject !== null && row.SITEID !== undefined) sites.set(subject, String(row.SITEID));
      return sites;
    },

    /** Rows of a day before `end`, in the byte order of their keys. */
    rows: (domain: string, end: LocalDate, within: Within): AsyncIterable<WithId<Row>> =>
      records
        .find<WithId<Row>>(dated(domain, end, within), {
          ...read,
          projection: { key: 1, day: 1, subject: 1, receivedAt: 1, hash: 1, row: 1 },
          hint: { _id: 1 },
        })
        .sort({ _id: 1 }),

    /** How many those are. */
    countRows: (domain: string, end: LocalDate, within: Within): Promise<number> =>
      records.countDocuments(dated(domain, end, within), { ...read, hint: { _id: 1 } }),

    /** Rows that no cut can hold, because they have no date. */
    undated: (domain: string, within: Within): AsyncIterable<Pick<RecordDocument, 'subject'>> =>
      records
        .find<Pick<RecordDocument, 'subject'>>(
          { ...live(domain), day: null, ...of(domain, within) },
          { ...read, projection: { subject: 1 }, hint: { _id: 1 } },
        )
        .sort({ _id: 1 }),

    documentsReceived: (from: Date, to: Date): Promise<DocumentDocument[]> =>
      mongo
        .collection('documents')
        .find({ studyId, receivedAt: { $gte: from, $lt: to } }, read)
        .sort({ _id: 1 })
        .toArray(),

    refusedRows: (): Promise<Record<string, number>> =>
      createImportsRepository(mongo).refusedRows(studyId, read),

    refusedDocuments: (): Promise<readonly RefusedFile[]> =>
      createImportsRepository(mongo).refusedDocuments(studyId, read),

    treatments: (): Promise<CutTreatments> => readTreatments(records, studyId, read),
  };
};
