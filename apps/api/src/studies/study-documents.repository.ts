import type { Mongo } from '@rounds/adapters/mongo/client';
import type { After } from '@rounds/adapters/mongo/page';
import type { DocumentDocument } from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import type { Filter } from 'mongodb';

export interface StudyDocumentsQuery {
  readonly studyId: string;
  readonly sites: Scope['sites'];
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

export type StudyDocumentsRepository = ReturnType<typeof createStudyDocumentsRepository>;

export const createStudyDocumentsRepository = (mongo: Pick<Mongo, 'collection'>) => ({
  /** Newest first. */
  list: ({ studyId, sites, after, limit }: StudyDocumentsQuery): Promise<DocumentDocument[]> =>
    mongo
      .collection('documents')
      .find({ $and: [{ studyId }, ofSites(sites), receivedBefore(after)] })
      .sort({ receivedAt: -1, _id: -1 })
      .limit(limit)
      .toArray(),
});
