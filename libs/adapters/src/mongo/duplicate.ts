import { MongoServerError, type Collection, type Document, type InsertOneOptions } from 'mongodb';

const DUPLICATE_KEY = 11_000;

/** Null when a unique index refused the write: there is one already. */
export const unlessTaken = async <T>(write: () => Promise<T>): Promise<T | null> => {
  try {
    return await write();
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return null;
    throw error;
  }
};

/** False when there is one of the same key, which stays as it is. */
export const insertNew = async <T extends Document>(
  collection: Pick<Collection<T>, 'insertOne'>,
  document: Parameters<Collection<T>['insertOne']>[0],
  options?: InsertOneOptions,
): Promise<boolean> => (await unlessTaken(() => collection.insertOne(document, options))) !== null;
