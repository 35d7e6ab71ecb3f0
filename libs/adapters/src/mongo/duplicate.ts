import { MongoServerError } from 'mongodb';

/** Whether a unique index refused it: there is one already. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === 11_000;
