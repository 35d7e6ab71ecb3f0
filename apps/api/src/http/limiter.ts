/**
 * Counts in MongoDB, which the API's instances share: an increment without a journal, since a count that is lost with a
 * server costs nothing.
 */
import type { Mongo } from '@rounds/adapters/mongo/client';
import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';

/** A database that does not answer by then is not waited for: this instance counts alone. */
const PATIENCE_MS = 300;

export type Limiter = RateLimiterMongo;

export interface LimiterRule {
  /** No two limiters have the same. */
  readonly name: string;
  /** How often, within `seconds` of the first time. */
  readonly points: number;
  readonly seconds: number;
}

export const createLimiter = (mongo: Mongo, { name, points, seconds }: LimiterRule): Limiter =>
  new RateLimiterMongo({
    storeClient: mongo.client.db(mongo.db.databaseName, {
      writeConcern: { w: 1, journal: false },
      timeoutMS: PATIENCE_MS,
    }),
    tableName: 'rateLimits',
    keyPrefix: name,
    points,
    duration: seconds,
    // `rounds setup` makes them: the API's user may not.
    disableIndexesCreation: true,
    // Whoever is over the limit costs the database nothing more.
    inMemoryBlockOnConsumed: points,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
  });

export interface Counted {
  readonly counted: RateLimiterRes;
  /** It was once too often. */
  readonly spent: boolean;
}

/** The library rejects with its result when the budget is spent, and with an error when counting failed. */
export const consume = async (limiter: Limiter, key: string): Promise<Counted> => {
  try {
    return { counted: await limiter.consume(key), spent: false };
  } catch (result) {
    if (result instanceof RateLimiterRes) return { counted: result, spent: true };
    throw result;
  }
};
