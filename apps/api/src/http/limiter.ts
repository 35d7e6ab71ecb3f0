/**
 * Counts in MongoDB, which the API's instances share: an increment without a journal, since a count that is lost with a
 * server costs nothing.
 */
import { setTimeout } from 'node:timers/promises';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';

/** A database that does not answer by then is not waited for: this instance counts alone. */
const LONGEST_WAIT_MS = 300;

export interface Limiter {
  readonly shared: RateLimiterMongo;
  /** Of this instance. */
  readonly own: RateLimiterMemory;
}

export interface LimiterRule {
  /** No two limiters have the same. */
  readonly name: string;
  /** How often, within `seconds` of the first time. */
  readonly points: number;
  readonly seconds: number;
}

export const createLimiter = (
  { client, db }: Pick<Mongo, 'client' | 'db'>,
  { name, points, seconds }: LimiterRule,
): Limiter => {
  const own = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  const shared = new RateLimiterMongo({
    storeClient: client.db(db.databaseName, { writeConcern: { w: 1, journal: false } }),
    tableName: 'rateLimits',
    keyPrefix: name,
    points,
    duration: seconds,
    // `rounds setup` makes them: the API's user may not.
    disableIndexesCreation: true,
    // Whoever is over the limit costs the database nothing more.
    inMemoryBlockOnConsumed: points,
    insuranceLimiter: own,
  });
  return { shared, own };
};

export interface Counted {
  readonly counted: RateLimiterRes;
  /** It was once too often. */
  readonly spent: boolean;
}

/** The driver itself has no limit for one operation. */
const inTime = async ({ shared, own }: Limiter, key: string): Promise<RateLimiterRes> => {
  const answered = new AbortController();
  const late = setTimeout(LONGEST_WAIT_MS, undefined, { signal: answered.signal });
  try {
    return await Promise.race([shared.consume(key), late.then(() => own.consume(key))]);
  } finally {
    answered.abort();
  }
};

/** The library rejects with its result when the budget is spent, and with an error when counting failed. */
export const consume = async (limiter: Limiter, key: string): Promise<Counted> => {
  try {
    return { counted: await inTime(limiter, key), spent: false };
  } catch (result) {
    if (result instanceof RateLimiterRes) return { counted: result, spent: true };
    throw result;
  }
};
