import type { Mongo } from '@rounds/adapters/mongo/client';
import type { After } from '@rounds/adapters/mongo/page';
import type { DocumentDocument } from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import type { Filter } from 'mongodb';

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

/** As the report: a document without site and subject is about everybody. */
const ofSites = (sites: Scope['sites']): Filter<DocumentDocument> =>
  sites === 'all' ? {} : { $or: [{ siteId: { $in: [...sites] } }, { siteId: null, subject: null }] };

const receivedBefore = (after: After | undefined): Filter<DocumentDocument> =>
  after === undefined
    ? {}
    : {
        $or: [
          { receivedAt: { $lt: after.createdAt } },
          { receivedAt: after.createdAt, _id: { $lt: after.id } },
        ],
      };

const wanted = (query: StudyDocumentsQuery): Filter<DocumentDocument> => ({
  studyId: query.studyId,
  ...(query.kind === undefined ? {} : { kind: query.kind }),
  ...(query.siteId === undefined ? {} : { siteId: query.siteId }),
  ...(query.subject === undefined ? {} : { subject: query.subject }),
  ...(query.since === undefined ? {} : { receivedAt: { $gte: query.since } }),
});

export type StudyDocumentsRepository = ReturnType<typeof createStudyDocumentsRepository>;

export const createStudyDocumentsRepository = (mongo: Pick<Mongo, 'collection'>) => ({
  /** SITEID by USUBJID, of the sites that the caller may see. */
  subjects: async (studyId: string, sites: Scope['sites']): Promise<ReadonlyMap<string, string>> => {
    const found = await mongo.collection('subjects').find({ studyId }).toArray();
    const all = found.map(({ subject, siteId }) => [subject, String(siteId)] as const);
    return new Map(all.filter(([, site]) => sites === 'all' || sites.includes(site)));
  },

  /** Newest first. */
  list: (query: StudyDocumentsQuery): Promise<DocumentDocument[]> =>
    mongo
      .collection('documents')
      .find({ $and: [wanted(query), ofSites(query.sites), receivedBefore(query.after)] })
      .sort({ receivedAt: -1, _id: -1 })
      .limit(query.limit)
      .toArray(),
});
