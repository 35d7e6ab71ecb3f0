/** The audit trail. Its MongoDB users may insert and find: no process can change or remove an entry. */
import { randomUUID } from 'node:crypto';
import type { AuditAction, AuditDocument, AuditEntry } from '@rounds/contracts/audit';
import type { ClientSession, Filter } from 'mongodb';
import type { Mongo } from './client.ts';
import type { After } from './page.ts';
import { within, type Studies } from './study-filter.ts';

export interface AuditQuery {
  readonly studies: Studies;
  readonly actorId?: string | undefined;
  readonly action?: AuditAction | undefined;
  readonly targetId?: string | undefined;
  /** First moment, included. */
  readonly from?: Date | undefined;
  /** Last moment, not included. */
  readonly to?: Date | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

const following = (after: After | undefined): Filter<AuditDocument> =>
  after === undefined
    ? {}
    : { $or: [{ at: { $lt: after.createdAt } }, { at: after.createdAt, _id: { $lt: after.id } }] };

const between = (from: Date | undefined, to: Date | undefined): Filter<AuditDocument> => {
  const bounds = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  return Object.keys(bounds).length === 0 ? {} : { at: bounds };
};

export type AuditRepository = ReturnType<typeof createAuditRepository>;

export const createAuditRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const audit = mongo.collection('audit');

  return {
    /** After the change itself: what was refused is not in the trail. */
    record: async (entry: AuditEntry, at: Date, session?: ClientSession): Promise<void> => {
      await audit.insertOne({ _id: randomUUID(), at, ...entry }, session && { session });
    },

    /** Newest first. */
    list: (query: AuditQuery): Promise<AuditDocument[]> => {
      const { studies, actorId, action, targetId, from, to, after, limit } = query;
      const wanted: Filter<AuditDocument> = {
        ...within(studies),
        ...(actorId === undefined ? {} : { actorId }),
        ...(action === undefined ? {} : { action }),
        ...(targetId === undefined ? {} : { 'target.id': targetId }),
      };
      return audit
        .find({ $and: [wanted, between(from, to), following(after)] })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .toArray();
    },
  };
};
