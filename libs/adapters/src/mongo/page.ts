/** Pages of a list that newest entries head: by creation, the id settles equal moments. */
import type { Filter } from 'mongodb';

/** The last entry of the page before. */
export interface After {
  readonly createdAt: Date;
  readonly id: string;
}

export const NEWEST_FIRST = { createdAt: -1, _id: -1 } as const;

export const following = (after: After | undefined): Filter<{ _id: string; createdAt: Date }> =>
  after === undefined
    ? {}
    : {
        $or: [
          { createdAt: { $lt: after.createdAt } },
          { createdAt: after.createdAt, _id: { $lt: after.id } },
        ],
      };
