/** Pages of a list, newest first: by the moment in one of its fields; the id settles equal moments. */
import { defined } from '@rounds/contracts/defined';
import type { Document } from 'mongodb';

/** The last entry of the page before. */
export interface After {
  readonly createdAt: Date;
  readonly id: string;
}

type Moment =
  | 'createdAt'
  | 'grantedAt'
  | 'startedAt'
  | 'updatedAt'
  | 'receivedAt'
  | 'finishedAt'
  | 'settledAt'
  | 'at';

export const newestFirst = (moment: Moment) => ({ [moment]: -1, _id: -1 }) as const;

export const NEWEST_FIRST = newestFirst('createdAt');

/** The entries that come after it. */
export const following = (after: After | undefined, moment: Moment = 'createdAt'): Document =>
  after === undefined
    ? {}
    : {
        $or: [{ [moment]: { $lt: after.createdAt } }, { [moment]: after.createdAt, _id: { $lt: after.id } }],
      };

/** @param from included @param to not included */
export const between = (moment: Moment, from: Date | undefined, to: Date | undefined): Document => {
  const bounds = defined({ $gte: from, $lt: to });
  return Object.keys(bounds).length === 0 ? {} : { [moment]: bounds };
};
