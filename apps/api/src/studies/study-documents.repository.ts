import type { Filter, Mongo } from '@rounds/adapters/mongo/client';
import { withSnapshot } from '@rounds/adapters/mongo/snapshot';
import { between, following, newestFirst, type After } from '@rounds/adapters/mongo/page';
import type { DocumentDocument, SubjectDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { Scope } from '@rounds/contracts/scope';
import { NO_SUBJECTS, subjectSites, type SubjectSites } from '@rounds/contracts/subject-sites';

export interface StudyDocumentsQuery {
  readonly studyId: string;
  readonly sites: Scope['sites'];
  readonly kind?: DocumentDocument['kind'] | undefined;
  readonly siteId?: string | undefined;
  readonly subject?: string | undefined;
  readonly since?: Date | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

/**
 * As the report: a document without site and subject is about everybody; one about a subject is for those who see it,
 * wherever the document was when it came.
 */
const ofSites = (sites: Scope['sites'], { siteOf }: SubjectSites): Filter<DocumentDocument> =>
  sites === 'all'
    ? {}
    : {
        $or: [
          { subject: null, siteId: { $in: [...sites, null] } },
          { subject: { $in: [...siteOf.keys()] }, siteId: { $in: [...sites, null] } },
        ],
      };

const wanted = (query: StudyDocumentsQuery): Filter<DocumentDocument> => ({
  studyId: query.studyId,
  ...defined({ kind: query.kind, siteId: query.siteId, subject: query.subject }),
  ...between('receivedAt', query.since, undefined),
});

export type StudyDocumentsRepository = ReturnType<typeof createStudyDocumentsRepository>;

const rowsOf = (mongo: Mongo, studyId: string): Promise<SubjectDocument[]> =>
  // One snapshot: an import that ends meanwhile would else show a subject as it was and as it is.
  withSnapshot(mongo, (read) => mongo.collection('subjects').find({ studyId }, read).toArray());

export const createStudyDocumentsRepository = (mongo: Mongo) => ({
  /** Those that the caller may see: who sees some sites sees no subject whose site is not certain. */
  subjects: async (studyId: string, sites: Scope['sites']): Promise<SubjectSites> => {
    const subjects = subjectSites(await rowsOf(mongo, studyId));
    if (sites === 'all') return subjects;
    const siteOf = [...subjects.siteOf].filter(([, site]) => sites.includes(site));
    return { ...NO_SUBJECTS, siteOf: new Map(siteOf) };
  },

  /** Every site that a subject's row names. */
  sites: async (studyId: string): Promise<string[]> => {
    const named = await mongo.collection('subjects').distinct('siteId', { studyId });
    return [...new Set(named.map(String))];
  },

  /** Null: there is none, or not among those. @param subjects those that the caller may see */
  find: (
    { studyId, id, sites }: Pick<StudyDocumentsQuery, 'studyId' | 'sites'> & { readonly id: string },
    subjects: SubjectSites,
  ): Promise<DocumentDocument | null> =>
    mongo.collection('documents').findOne({ $and: [{ _id: id, studyId }, ofSites(sites, subjects)] }),

  /** Newest first. @param subjects those that the caller may see */
  list: (query: StudyDocumentsQuery, subjects: SubjectSites): Promise<DocumentDocument[]> =>
    mongo
      .collection('documents')
      .find({ $and: [wanted(query), ofSites(query.sites, subjects), following(query.after, 'receivedAt')] })
      .sort(newestFirst('receivedAt'))
      .limit(query.limit)
      .toArray(),
});
