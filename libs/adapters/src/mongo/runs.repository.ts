import type { RunDocument } from '@rounds/contracts/collections';
import type { AudienceGroup, CutRef, RunOutcome } from '@rounds/contracts/run';
import type { ClientSession } from 'mongodb';
import type { Mongo } from './client.ts';
import { within, type Studies } from './study-filter.ts';

const OPEN = { status: { $in: ['queued', 'processing'] } } as const;

/** What a run's opening freezes. */
export interface Opening {
  readonly audience: readonly AudienceGroup[];
  readonly previousCut?: CutRef | undefined;
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
      { audience, previousCut, templated }: Opening,
      at: Date,
    ): Promise<RunDocument | null> => {
      await runs.updateOne(
        { _id: runId, studyId, ...OPEN, audience: { $exists: false } },
        {
          $set: {
            status: 'processing',
            startedAt: at,
            audience,
            ...(previousCut === undefined ? {} : { previousCut }),
            ...templated,
          },
        },
      );
      return runs.findOne({ _id: runId, studyId, ...OPEN });
    },

    /** The first recorded end stands: null when there is one already, or no such run. */
    close: (outcome: RunOutcome, at: Date, session: ClientSession): Promise<RunDocument | null> => {
      const { runId, status, reason, fault, cut, outputs } = outcome;
      return runs.findOneAndUpdate(
        { _id: runId, ...OPEN },
        {
          $set: {
            status,
            outputs,
            finishedAt: at,
            ...(reason === undefined ? {} : { reason }),
            ...(fault === undefined ? {} : { fault }),
            ...(cut === undefined ? {} : { cut }),
          },
        },
        { session, returnDocument: 'after' },
      );
    },

    /** Runs on demand that no workflow has taken up since `before`, oldest first. */
    waiting: (before: Date, limit: number): Promise<RunDocument[]> =>
      runs
        .find({ status: 'queued', trigger: 'on-demand', createdAt: { $lt: before } })
        .sort({ createdAt: 1 })
        .limit(limit)
        .toArray(),
  };
};
