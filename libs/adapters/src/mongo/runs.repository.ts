import type { EarlierEnd, RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { AudienceGroup, PreviousCut, OnlyChanged, RunOutcome } from '@rounds/contracts/run';
import type { MailEnding } from '@rounds/contracts/run-ending';
import type { ClientSession, Filter, PushOperator } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { within, type Studies } from './study-filter.ts';

const OPEN = { status: { $in: ['queued', 'processing'] } } as const;

/** What a redrive makes void. */
const OF_ONE_END = [
  'why',
  'fault',
  'held',
  'startedAt',
  'finishedAt',
  'announcedAt',
  'settledAt',
  'steps',
  'scheduledFor',
] as const satisfies readonly (keyof RunDocument)[];

/** What a run's opening freezes. */
export interface Opening {
  readonly audience: readonly AudienceGroup[];
  readonly previousCut?: PreviousCut | undefined;
  readonly onlyChanged?: OnlyChanged | undefined;
  /** Of a subscription with a template: the version, and the parameters under it. */
  readonly templated?: Pick<RunDocument, 'template' | 'parameters'> | undefined;
}

export type RunsRepository = ReturnType<typeof createRunsRepository>;

export const createRunsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const runs = mongo.collection('runs');

  const find = (runId: string, studies: Studies): Promise<RunDocument | null> =>
    runs.findOne({ _id: runId, ...within(studies) });

  return {
    find,

    /** Inserting the same id again keeps the first. Answers with the record that stands. */
    insert: async (run: RunDocument): Promise<RunDocument> => {
      const { _id, ...rest } = run;
      await runs.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
      return (await find(_id, [run.studyId])) ?? run;
    },

    /** The first opening stands: whoever opens the run again gets its audience. Null when the run is over. */
    open: async (
      runId: string,
      studyId: string,
      { audience, previousCut, onlyChanged, templated }: Opening,
      at: Date,
    ): Promise<RunDocument | null> => {
      await runs.updateOne(
        { _id: runId, studyId, ...OPEN, audience: { $exists: false } },
        {
          $set: {
            status: 'processing',
            startedAt: at,
            audience,
            ...defined({ previousCut, onlyChanged }),
            ...templated,
          },
        },
      );
      return runs.findOne({ _id: runId, studyId, ...OPEN });
    },

    /** A redriven run was opened before; it is at work again. */
    openAgain: async (runId: string, studyId: string, at: Date): Promise<void> => {
      await runs.updateOne(
        { _id: runId, studyId, status: 'queued', audience: { $exists: true } },
        { $set: { status: 'processing', startedAt: at } },
      );
    },

    /**
     * The first recorded end stands: null when there is one already, when the run was redriven since that end
     * came about, or when there is no such run.
     */
    close: (outcome: RunOutcome, at: Date, session: ClientSession): Promise<RunDocument | null> => {
      const { runId, status, why, fault, cut, outputs, held, datasets, steps, redrive } = outcome;
      const redrives = redrive ?? { $exists: false };
      return runs.findOneAndUpdate(
        { _id: runId, ...OPEN, redrives },
        {
          $set: {
            status,
            outputs,
            finishedAt: at,
            ...defined({ why, fault, held, cut, datasets, steps }),
          },
        },
        { session, returnDocument: 'after' },
      );
    },

    /**
     * What became of its mails makes it another status, or another cause. `run` is as it was read: null when it is no longer so, because
     * someone else was faster.
     */
    settle: (run: RunDocument, { status, why, fault }: MailEnding, at: Date): Promise<RunDocument | null> => {
      const { _id, studyId, redrives, settledAt } = run;
      const unchanged: Filter<RunDocument> = {
        ...{ _id, studyId, status: run.status },
        redrives: redrives ?? { $exists: false },
        settledAt: settledAt ?? { $exists: false },
        why: run.why ?? { $exists: false },
      };
      const isOther = status !== run.status;
      const gone = [
        ...(isOther ? ['announcedAt'] : []),
        ...(why === undefined ? ['why'] : []),
        ...(fault === undefined ? ['fault'] : []),
      ];
      return runs.findOneAndUpdate(
        unchanged,
        {
          $set: {
            status,
            ...(isOther ? { settledAt: at } : {}),
            ...defined({ why, fault }),
          },
          $unset: Object.fromEntries(gone.map((field) => [field, ''] as const)),
        },
        { returnDocument: 'after' },
      );
    },

    /**
     * A run that stands still is queued once more; what it had made stays, or is `kept` of it. `run` is as it was
     * read: null when it is no longer so, because someone else was faster.
     */
    reopen: (
      run: RunDocument,
      end: EarlierEnd,
      at: Date,
      kept: Partial<Pick<RunDocument, 'datasets' | 'outputs'>>,
      audited: Audited,
    ): Promise<RunDocument | null> => {
      const { _id, studyId, status, redrives = 0 } = run;
      const unchanged: Filter<RunDocument> = {
        ...{ _id, studyId, status },
        redrives: redrives === 0 ? { $exists: false } : redrives,
        expiredAt: { $exists: false },
      };
      return runs.findOneAndUpdate(
        unchanged,
        {
          $set: { status: 'queued', queuedAt: at, redrives: redrives + 1, ...kept },
          $push: { earlierEnds: end } as PushOperator<RunDocument>,
          $unset: { ...Object.fromEntries(OF_ONE_END.map((field) => [field, ''] as const)) },
        },
        { returnDocument: 'after', ...audited },
      );
    },

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

    /** Its callback is being told of this end. */
    announced: async (
      { _id, studyId, finishedAt, settledAt }: RunDocument & { readonly finishedAt: Date },
      at: Date,
    ): Promise<void> => {
      const end = { finishedAt, settledAt: settledAt ?? { $exists: false } };
      await runs.updateOne({ _id, studyId, ...end }, { $set: { announcedAt: at } });
    },

    /** Ended in that time, or settled otherwise since, with a callback that nobody has begun to tell; without those. */
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
          $or: [{ finishedAt: { $gte: since, $lt: before } }, { settledAt: { $gte: since, $lt: before } }],
          announcedAt: { $exists: false },
        })
        .limit(limit)
        .toArray(),

    findMany: (ids: readonly string[]): Promise<RunDocument[]> =>
      runs.find({ _id: { $in: [...ids] } }).toArray(),
  };
};
