/**
 * The audit trail. Its MongoDB users may insert and find: no process can change or remove an entry. A change and its
 * entry are one transaction (docs/decisions/0021-audit.md).
 */
import { randomUUID } from 'node:crypto';
import { sha256Of } from '../crypto/sha256.ts';
import type { AuditAction, AuditDocument, AuditEntry } from '@rounds/contracts/audit';
import { defined } from '@rounds/contracts/defined';
import type { ClientSession, Filter } from 'mongodb';
import type { Mongo } from './client.ts';
import { insertNew } from './duplicate.ts';
import { between, following, newestFirst, type After } from './page.ts';
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

declare const audited: unique symbol;

/**
 * Options of a write whose entry is written with it. Only `change` makes them, and what a person can have changed is
 * written by methods that ask for them: so no such change can be without its entry.
 */
export interface Audited {
  readonly session: ClientSession;
  readonly [audited]: true;
}

/** What was changed, where something was. */
export type Changed<T> = Exclude<T, null | false>;

const isChanged = <T>(result: T): result is Changed<T> => result !== null && result !== false;

export type AuditRepository = ReturnType<typeof createAuditRepository>;

export const createAuditRepository = (mongo: Pick<Mongo, 'collection' | 'client'>) => {
  const audit = mongo.collection('audit');

  const insert = async (entry: AuditEntry, at: Date, session?: ClientSession): Promise<void> => {
    await audit.insertOne({ _id: randomUUID(), at, ...entry }, session && { session });
  };

  return {
    /** Before what leaves nothing in MongoDB is done; within a transaction that is there already, with its session. */
    record: insert,

    /** As `record`: the same actor's same action on the same target is one entry an occasion, the first. */
    recordOnce: async (entry: AuditEntry, occasion: string, at: Date): Promise<void> => {
      const { actorId, action, target } = entry;
      const key = JSON.stringify([actorId, action, target, occasion]);
      const _id = sha256Of(key).slice(0, 32);
      await insertNew(audit, { _id, at, ...entry });
    },

    /**
     * Makes a change and writes its entry: both stand, or neither does.
     *
     * @param write done again where another writer was in between, so it touches MongoDB alone, one operation after
     * the other; null or false: nothing was changed, nothing stands and nothing is entered
     * @param entryOf of what `write` answered
     */
    change: <T>(
      write: (audited: Audited) => Promise<T>,
      entryOf: (changed: Changed<T>) => AuditEntry,
      at: Date,
    ): Promise<T> =>
      mongo.client.withSession((session) =>
        session.withTransaction(async () => {
          // oxlint-disable-next-line house/audited -- the one place that makes them
          const result = await write({ session } as Audited);
          if (isChanged(result)) await insert(entryOf(result), at, session);
          else await session.abortTransaction();
          return result;
        }),
      ),

    /** Newest first. */
    list: (query: AuditQuery): Promise<AuditDocument[]> => {
      const { studies, actorId, action, targetId, from, to, after, limit } = query;
      const wanted: Filter<AuditDocument> = {
        ...within(studies),
        ...defined({ actorId, action }),
        ...(targetId === undefined ? {} : { 'target.id': targetId }),
      };
      return audit
        .find({ $and: [wanted, between('at', from, to), following(after, 'at')] })
        .sort(newestFirst('at'))
        .limit(limit)
        .toArray();
    },
  };
};
