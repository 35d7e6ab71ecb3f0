import type { Collections } from '@rounds/contracts/collections';
import { MongoClient, type Collection, type Db, type Document } from 'mongodb';

/** What callers hand on: a transaction, and what they ask for. */
export type { ClientSession, Document, Filter } from 'mongodb';

export interface MongoConfig {
  readonly MONGODB_URI: string;
  readonly MONGODB_DATABASE: string;
}

/** One connection pool and the typed collections of the database `rounds`. */
export interface Mongo {
  readonly client: MongoClient;
  readonly db: Db;
  collection<Name extends keyof Collections>(name: Name): Collection<Collections[Name] & Document>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Connects lazily: the first operation opens the pool. Writes wait for the majority, so none is lost to a failover. */
export const connectMongo = ({ MONGODB_URI, MONGODB_DATABASE }: MongoConfig, appName: string): Mongo => {
  const client = new MongoClient(MONGODB_URI, {
    appName,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    serverSelectionTimeoutMS: 5_000,
    ignoreUndefined: true,
  });
  const db = client.db(MONGODB_DATABASE);
  return {
    client,
    db,
    collection: <Name extends keyof Collections>(name: Name) =>
      db.collection<Collections[Name] & Document>(name),
    ping: async () => {
      await db.command({ ping: 1 });
    },
    close: async () => {
      await client.close();
    },
  };
};
