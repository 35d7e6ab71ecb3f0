/** Runs that reconciliation looks after: each must have a workflow, and the callback of each end must be called. */
import type { RunDocument } from '@rounds/contracts/collections';
import type { Mongo } from './client.ts';
import { between } from './page.ts';
import { OPEN } from './runs.repository.ts';

export type UnsettledRunsRepository = ReturnType<typeof createUnsettledRunsRepository>;

export const createUnsettledRunsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const runs = mongo.collection('runs');

  return {
    /**
     * Ids of the runs that have been open since `before`, oldest first: each must have a workflow, also one
     * that is scheduled for later.
     */
    openSince: async (before: Date, limit: number): Promise<string[]> => {
      const settled = [
        { queuedAt: { $exists: false } },
        { queuedAt: { $lt: before } },
        { scheduledFor: { $exists: true } },
      ];
      const found = runs
        .find({ ...OPEN, createdAt: { $lt: before }, $or: settled })
        .sort({ createdAt: 1 })
        .limit(limit)
        .project<{ _id: string }>({ _id: 1 });
      return (await found.toArray()).map(({ _id }) => _id);
    },

    /** Ended or settled in that time, with a callback that nobody has begun to call; `without` these ids. */
    unannounced: (
      since: Date,
      before: Date,
      limit: number,
      without: readonly string[],
    ): Promise<RunDocument[]> =>
      runs
        .find({
          _id: { $nin: [...without] },
          callback: { $exists: true },
          $or: [between('finishedAt', since, before), between('settledAt', since, before)],
          announcedAt: { $exists: false },
        })
        .limit(limit)
        .toArray(),

    findMany: (ids: readonly string[]): Promise<RunDocument[]> =>
      runs.find({ _id: { $in: [...ids] } }).toArray(),
  };
};
