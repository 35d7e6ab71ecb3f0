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

/** Of records that nobody changes, whose moment is `at`. */
export const LATEST_FIRST = { at: -1, _id: -1 } as const;

interface Moment {
  readonly _id: string;
  readonly at: Date;
}

export const earlierThan = (after: After | undefined): Filter<Moment> =>
  after === undefined
    ? {}
    : { $or: [{ at: { $lt: after.createdAt } }, { at: after.createdAt, _id: { $lt: after.id } }] };

/** @param from included @param to not included */
export const between = (from: Date | undefined, to: Date | undefined): Filter<Moment> => {
  const bounds = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  return Object.keys(bounds).length === 0 ? {} : { at: bounds };
};
