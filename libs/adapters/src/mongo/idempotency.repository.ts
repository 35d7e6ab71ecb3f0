/**
 * Answers kept for Idempotency-Key. A key is taken before the work and holds the answer after; the index's
 * TTL forgets both after a day.
 */
import type { IdempotencyDocument } from '@rounds/contracts/collections';
import type { Mongo } from './client.ts';

export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export type Taken =
  | { readonly state: 'free' }
  | { readonly state: 'answered'; readonly answer: KeptAnswer }
  | { readonly state: 'other-body' }
  | { readonly state: 'busy' };

/** A key taken this long ago without an answer belonged to a process that died: the work may be done again. */
const ABANDONED_AFTER_MS = 90_000;

const readTaken = (found: IdempotencyDocument | null, bodyHash: string): Taken => {
  if (found === null) return { state: 'busy' };
  if (found.bodyHash !== bodyHash) return { state: 'other-body' };
  if (found.status === undefined) return { state: 'busy' };
  const { status, body, headers = {} } = found;
  return { state: 'answered', answer: { status, body, headers } };
};

export type IdempotencyRepository = ReturnType<typeof createIdempotencyRepository>;

export const createIdempotencyRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const answers = mongo.collection('idempotency');

  const takeOver = async (id: string, bodyHash: string, now: Date): Promise<boolean> => {
    const abandoned = { $lt: new Date(now.getTime() - ABANDONED_AFTER_MS) };
    const result = await answers.updateOne(
      { _id: id, bodyHash, status: { $exists: false }, createdAt: abandoned },
      { $set: { createdAt: now } },
    );
    return result.modifiedCount === 1;
  };

  return {
    /** Takes the key for this body, unless it is taken. */
    take: async (id: string, bodyHash: string, now: Date): Promise<Taken> => {
      const taken = await answers.updateOne(
        { _id: id },
        { $setOnInsert: { bodyHash, createdAt: now } },
        { upsert: true },
      );
      if (taken.upsertedCount === 1 || (await takeOver(id, bodyHash, now))) return { state: 'free' };
      return readTaken(await answers.findOne({ _id: id }), bodyHash);
    },

    keep: async (id: string, { status, body, headers }: KeptAnswer): Promise<void> => {
      await answers.updateOne({ _id: id }, { $set: { status, body, headers } });
    },

    /** The work failed: the same key may try again, also with a corrected body. */
    release: async (id: string): Promise<void> => {
      await answers.deleteOne({ _id: id, status: { $exists: false } });
    },
  };
};
