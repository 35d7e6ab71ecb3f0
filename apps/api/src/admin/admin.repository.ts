/** What operators ask of runs and subscriptions of all studies. */
import type { Document, Mongo } from '@rounds/adapters/mongo/client';
import { between, following, newestFirst, type After } from '@rounds/adapters/mongo/page';
import type { DeliveryDocument, RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { ErrorCode } from '@rounds/contracts/errors';
import { STANDING, type RunStep } from '@rounds/contracts/run';
import type { Why } from '@rounds/contracts/why';

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

export interface FailureGroup {
  readonly cause: string;
  readonly code: ErrorCode;
  readonly step: RunStep;
  /** The server that did not answer. */
  readonly dependency: string | null;
  readonly why: Why;
  readonly count: number;
  readonly first: Date;
  readonly last: Date;
  readonly studies: readonly { readonly studyId: string; readonly count: number }[];
  /** Ids of the last runs, newest first. */
  readonly examples: readonly string[];
}

export interface FailureQuery {
  readonly studyId?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

const SHOWN_DUE = 20;
const EXAMPLES = 5;

/** `DEPENDENCY_DOWN|fetching-data|MongoDB`: the code, the step and, where a server did not answer, which. */
const withCause: Document = {
  $set: {
    dependency: { $ifNull: [{ $first: '$fault.why.values.server' }, null] },
  },
};
const cause: Document = {
  $set: {
    cause: {
      $concat: [
        '$fault.code',
        '|',
        '$fault.step',
        {
          $cond: [{ $eq: [{ $ifNull: ['$dependency', null] }, null] }, '', { $concat: ['|', '$dependency'] }],
        },
      ],
    },
  },
};

const standing = ({ studyId, from, to }: FailureQuery): Document => ({
  status: { $in: [...STANDING] },
  fault: { $exists: true },
  ...defined({ studyId }),
  ...between('finishedAt', from, to),
});

export type AdminRepository = ReturnType<typeof createAdminRepository>;

export const createAdminRepository = (mongo: Pick<Mongo, 'collection'>) => {
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

    countStanding: (status: (typeof STANDING)[number]): Promise<number> => runs.countDocuments({ status }),

    /** Failed, quarantined and partly delivered runs by what made them so, the most frequent first. */
    failures: (query: FailureQuery): Promise<FailureGroup[]> =>
      runs
        .aggregate<FailureGroup>([
          { $match: standing(query) },
          withCause,
          cause,
          { $sort: { finishedAt: -1 } },
          {
            $group: {
              _id: { cause: '$cause', studyId: '$studyId' },
              code: { $first: '$fault.code' },
              step: { $first: '$fault.step' },
              dependency: { $first: '$dependency' },
              why: { $first: '$fault.why' },
              count: { $sum: 1 },
              first: { $min: '$finishedAt' },
              last: { $max: '$finishedAt' },
              runs: { $firstN: { input: { id: '$_id', at: '$finishedAt' }, n: EXAMPLES } },
            },
          },
          { $sort: { count: -1, '_id.studyId': 1 } },
          {
            $group: {
              _id: '$_id.cause',
              code: { $first: '$code' },
              step: { $first: '$step' },
              dependency: { $first: '$dependency' },
              why: { $first: '$why' },
              count: { $sum: '$count' },
              first: { $min: '$first' },
              last: { $max: '$last' },
              studies: { $push: { studyId: '$_id.studyId', count: '$count' } },
              runs: { $push: '$runs' },
            },
          },
          { $sort: { count: -1, _id: 1 } },
        ])
        .map(({ _id, runs: found, dependency, ...group }: Document) => ({
          ...(group as Omit<FailureGroup, 'cause' | 'dependency' | 'examples'>),
          cause: _id as string,
          dependency: (dependency as string | undefined) ?? null,
          examples: newest((found as { id: string; at: Date }[][]).flat()),
        }))
        .toArray(),

    /** Failed runs of one cause, oldest first. */
    failedOfCause: (name: string, query: FailureQuery, limit: number): Promise<RunDocument[]> =>
      runs
        .aggregate<RunDocument>([
          { $match: standing(query) },
          withCause,
          cause,
          { $match: { cause: name } },
          { $sort: { finishedAt: 1, _id: 1 } },
          { $limit: limit },
          { $unset: ['cause', 'dependency'] },
        ])
        .toArray(),

    runs: (ids: readonly string[]): Promise<RunDocument[]> => runs.find({ _id: { $in: [...ids] } }).toArray(),
  };
};

const newest = (found: readonly { readonly id: string; readonly at: Date }[]): string[] =>
  [...found]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, EXAMPLES)
    .map(({ id }) => id);
