import { randomUUID } from 'node:crypto';
import type { LinkDocument, OpeningDocument, RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { between, following, newestFirst, type After } from './page.ts';
import { within, type Studies } from './study-filter.ts';

export interface OpeningsQuery {
  readonly studies: Studies;
  /** Whose link it was, or who asked for the file. */
  readonly userId?: string | undefined;
  readonly runId?: string | undefined;
  readonly what?: OpeningDocument['what'] | undefined;
  /** First moment, included. */
  readonly from?: Date | undefined;
  /** Last moment, not included. */
  readonly to?: Date | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

export type LinksRepository = ReturnType<typeof createLinksRepository>;

export const createLinksRepository = (mongo: Pick<Mongo, 'collection'>) => ({
  /** Before the mail that holds it. Again for the same token: the first record stands, its expiry too. */
  record: async ({ _id, ...link }: LinkDocument): Promise<void> => {
    await mongo.collection('links').updateOne({ _id }, { $setOnInsert: link }, { upsert: true });
  },

  /** @param tokenHash hashToken(token) */
  find: (tokenHash: string): Promise<LinkDocument | null> =>
    mongo.collection('links').findOne({ _id: tokenHash }),

  /** @param recipientId undefined: everyone's. @returns how many opened until then */
  revoke: async (
    { _id: runId, studyId }: Pick<RunDocument, '_id' | 'studyId'>,
    recipientId: string | undefined,
    at: Date,
    audited: Audited,
  ): Promise<number> => {
    const wanted = { runId, studyId, ...defined({ recipientId }) };
    const still = { revokedAt: { $exists: false }, expiresAt: { $gt: at } };
    const { modifiedCount } = await mongo
      .collection('links')
      .updateMany({ ...wanted, ...still }, { $set: { revokedAt: at } }, audited);
    return modifiedCount;
  },

  /** Of a run, the newest first. */
  ofRun: ({ _id: runId, studyId }: Pick<RunDocument, '_id' | 'studyId'>): Promise<LinkDocument[]> =>
    mongo.collection('links').find({ runId, studyId }).sort({ createdAt: -1 }).toArray(),

  /** Of a run, the oldest first. */
  openingsOf: ({ _id: runId, studyId }: Pick<RunDocument, '_id' | 'studyId'>): Promise<OpeningDocument[]> =>
    mongo.collection('openings').find({ runId, studyId }).sort({ at: 1 }).toArray(),

  /** Of all runs, newest first. */
  openings: (query: OpeningsQuery): Promise<OpeningDocument[]> => {
    const { studies, userId, runId, what, from, to, after, limit } = query;
    const wanted = {
      ...within(studies),
      ...defined({ userId, runId, what }),
    };
    return mongo
      .collection('openings')
      .find({ $and: [wanted, between('at', from, to), following(after, 'at')] })
      .sort(newestFirst('at'))
      .limit(limit)
      .toArray();
  },

  recordOpening: async (opening: Omit<OpeningDocument, '_id'>): Promise<void> => {
    await mongo.collection('openings').insertOne({ _id: randomUUID(), ...opening });
  },
});
