/**
 * What became of an Idempotency-Key. A key is taken, and a seed for ids written, before the work; the answer is kept
 * after it. Both are forgotten when the key has not been used for 30 days (the index's TTL): then it stands for a new
 * request, with a seed of its own.
 */
import { randomBytes } from 'node:crypto';
import type { IdempotencyDocument } from '@rounds/contracts/collections';
import type { Mongo } from './client.ts';

export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** `seed`: what the ids of all that the work makes derive from, 24 hex digits; `wish` in the records. */
export type Taken =
  | { readonly state: 'free'; readonly seed: string }
  | { readonly state: 'answered'; readonly seed: string; readonly answer: KeptAnswer }
  | { readonly state: 'other-body' }
  | { readonly state: 'busy' };

/** A key taken this long ago without an answer belonged to a process that died: the work may be done again. */
const ABANDONED_AFTER_MS = 90_000;

const readTaken = (found: IdempotencyDocument | null, bodyHash: string): Taken => {
  if (found === null) return { state: 'busy' };
  if (found.bodyHash !== bodyHash) return { state: 'other-body' };
  if (found.status === undefined) return { state: 'busy' };
  const { wish: seed, status, body, headers = {} } = found;
  return { state: 'answered', seed, answer: { status, body, headers } };
};

export type IdempotencyRepository = ReturnType<typeof createIdempotencyRepository>;

export const createIdempotencyRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const answers = mongo.collection('idempotency');

  /** Of a key whose work failed, or whose process died: the seed stays the same, whatever was made already. */
  const takeOver = (id: string, bodyHash: string, now: Date): Promise<IdempotencyDocument | null> => {
    const isAbandoned = { bodyHash, takenAt: { $lt: new Date(now.getTime() - ABANDONED_AFTER_MS) } };
    return answers.findOneAndUpdate(
      { _id: id, status: { $exists: false }, $or: [{ bodyHash: { $exists: false } }, isAbandoned] },
      { $set: { bodyHash, takenAt: now, usedAt: now } },
    );
  };

  return {
    /** Takes the key for this body, unless it is taken. */
    take: async (id: string, bodyHash: string, now: Date): Promise<Taken> => {
      const seed = randomBytes(12).toString('hex');
      const taken = await answers.updateOne(
        { _id: id },
        { $setOnInsert: { bodyHash, wish: seed, takenAt: now, usedAt: now } },
        { upsert: true },
      );
      if (taken.upsertedCount === 1) return { state: 'free', seed };
      const free = await takeOver(id, bodyHash, now);
      if (free !== null) return { state: 'free', seed: free.wish };
      return readTaken(await answers.findOneAndUpdate({ _id: id }, { $set: { usedAt: now } }), bodyHash);
    },

    keep: async (id: string, { status, body, headers }: KeptAnswer): Promise<void> => {
      await answers.updateOne({ _id: id }, { $set: { status, body, headers } });
    },

    /** The work failed: the same key may try again, also with a corrected body. */
    release: async (id: string): Promise<void> => {
      await answers.updateOne({ _id: id, status: { $exists: false } }, { $unset: { bodyHash: '' } });
    },
  };
};
