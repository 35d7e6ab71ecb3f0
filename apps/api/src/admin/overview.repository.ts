/** What operators count: runs, subscriptions and mails of all studies. */
import type { Mongo } from '@rounds/adapters/mongo/client';
import { following, newestFirst, type After } from '@rounds/adapters/mongo/page';
import type { DeliveryDocument, RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import { STANDING } from '@rounds/contracts/run';

export interface OpenCount {
  readonly status: 'queued' | 'processing';
  readonly priority: RunDocument['priority'];
  readonly count: number;
}

export interface Due {
  readonly count: number;
  /** The first ones. */
  readonly first: readonly Pick<SubscriptionDocument, '_id' | 'studyId' | 'reportType' | 'nextRunAt'>[];
}

const SHOWN_DUE = 20;

export type OverviewRepository = ReturnType<typeof createOverviewRepository>;

export const createOverviewRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const runs = mongo.collection('runs');
  const subscriptions = mongo.collection('subscriptions');
  const deliveries = mongo.collection('deliveries');

  return {
    openRuns: (): Promise<OpenCount[]> =>
      runs
        .aggregate<OpenCount>([
          { $match: { status: { $in: ['queued', 'processing'] } } },
          { $group: { _id: { status: '$status', priority: '$priority' }, count: { $sum: 1 } } },
          { $replaceRoot: { newRoot: { $mergeObjects: ['$_id', { count: '$count' }] } } },
          { $sort: { status: 1, priority: 1 } },
        ])
        .toArray(),

    subscriptionsByStatus: async (): Promise<Record<string, number>> => {
      const counts = await subscriptions
        .aggregate<{ _id: string; count: number }>([{ $group: { _id: '$status', count: { $sum: 1 } } }])
        .toArray();
      return Object.fromEntries(counts.map(({ _id, count }) => [_id, count]));
    },

    /** Subscriptions whose workflow will wake in that time. */
    due: async (from: Date, to: Date): Promise<Due> => {
      const filter = { status: 'active' as const, nextRunAt: { $gte: from, $lt: to } };
      const first = await subscriptions
        .find(filter)
        .project<Due['first'][number]>({ studyId: 1, reportType: 1, nextRunAt: 1 })
        .sort({ nextRunAt: 1 })
        .limit(SHOWN_DUE)
        .toArray();
      return { count: await subscriptions.countDocuments(filter), first };
    },

    /** Mails of which nobody can tell whether they were sent. */
    countInDoubt: (): Promise<number> => deliveries.countDocuments({ status: 'unknown' }),

    /** The same, newest first; a page's last entry is the last change that is known of a mail. */
    inDoubt: (after: After | undefined, limit: number): Promise<DeliveryDocument[]> =>
      deliveries
        .find({ status: 'unknown', ...following(after, 'updatedAt') })
        .sort(newestFirst('updatedAt'))
        .limit(limit)
        .toArray(),

    /** Runs that wait for somebody: failed, held back, or with mails that were not delivered. */
    standingRuns: async (): Promise<Record<(typeof STANDING)[number], number>> => {
      const counts = STANDING.map(async (status) => [status, await runs.countDocuments({ status })] as const);
      return Object.fromEntries(await Promise.all(counts)) as never;
    },
  };
};
