/** Failed, quarantined and partly delivered runs by what made them so. */
import type { Document, Mongo } from '@rounds/adapters/mongo/client';
import { between } from '@rounds/adapters/mongo/page';
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { ErrorCode } from '@rounds/contracts/errors';
import { STANDING, type RunStep } from '@rounds/contracts/run';
import type { Why } from '@rounds/contracts/why';

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

/** Grouped twice: how many of each study, then how many altogether. */
const byCause = (query: FailureQuery): Document[] => [
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
];

const newest = (found: readonly { readonly id: string; readonly at: Date }[]): string[] =>
  [...found]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, EXAMPLES)
    .map(({ id }) => id);

export type FailuresRepository = ReturnType<typeof createFailuresRepository>;

export const createFailuresRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const runs = mongo.collection('runs');

  return {
    /** The most frequent cause first. */
    groups: (query: FailureQuery): Promise<FailureGroup[]> =>
      runs
        .aggregate<FailureGroup>(byCause(query))
        .map(({ _id, runs: found, dependency, ...group }: Document) => ({
          ...(group as Omit<FailureGroup, 'cause' | 'dependency' | 'examples'>),
          cause: _id as string,
          dependency: (dependency as string | undefined) ?? null,
          examples: newest((found as { id: string; at: Date }[][]).flat()),
        }))
        .toArray(),

    /** Failed runs of one cause, oldest first. */
    ofCause: (name: string, query: FailureQuery, limit: number): Promise<RunDocument[]> =>
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
