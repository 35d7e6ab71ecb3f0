import type { EarlierEnd, RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { AudienceGroup, PreviousCut, OnlyChanged, RunOutcome } from '@rounds/contracts/run';
import type { MailEnding } from '@rounds/contracts/run-ending';
import type { ClientSession, Document, Filter, PushOperator, UpdateFilter } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { within, type Studies } from './study-filter.ts';

export const OPEN = { status: { $in: ['queued', 'processing'] } } as const;

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

type Update = UpdateFilter<RunDocument & Document>;

const emptied = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, ''] as const));

/** As it was read. */
const unchanged = ({ _id, studyId, status }: RunDocument, was: object): Filter<RunDocument> => ({
  ...{ _id, studyId, status },
  ...Object.fromEntries(
    Object.entries(was).map(([field, value]) => [field, (value as unknown) ?? { $exists: false }]),
  ),
});

const closed = (outcome: RunOutcome, finishedAt: Date): Update => {
  const { status, outputs, why, fault, cut, held, datasets, steps } = outcome;
  return {
    $set: { status, outputs, finishedAt, ...defined({ why, fault, held, cut, datasets, steps }) },
  };
};

const settled = (run: RunDocument, { status, why, fault }: MailEnding, at: Date): Update => {
  const isOther = status !== run.status;
  const gone = [
    ...(isOther ? ['announcedAt'] : []),
    ...(why === undefined ? ['why'] : []),
    ...(fault === undefined ? ['fault'] : []),
  ];
  return {
    $set: { status, ...(isOther && { settledAt: at }), ...defined({ why, fault }) },
    $unset: emptied(gone),
  };
};

const reopened = ({ redrives = 0 }: RunDocument, end: EarlierEnd, queuedAt: Date, kept: Kept): Update => ({
  $set: { status: 'queued', queuedAt, redrives: redrives + 1, ...kept },
  $push: { earlierEnds: end } as PushOperator<RunDocument>,
  $unset: emptied(OF_ONE_END),
});

/** What stands of what a redriven run had made, where that is not all. */
export type Kept = Partial<Pick<RunDocument, 'datasets' | 'outputs'>>;

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
      startedAt: Date,
    ): Promise<RunDocument | null> => {
      const opened = {
        ...{ status: 'processing' as const, startedAt, audience },
        ...defined({ previousCut, onlyChanged }),
        ...templated,
      };
      const key = { _id: runId, studyId, ...OPEN };
      await runs.updateOne({ ...key, audience: { $exists: false } }, { $set: opened });
      return runs.findOne(key);
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
    close: (outcome: RunOutcome, at: Date, session: ClientSession): Promise<RunDocument | null> =>
      runs.findOneAndUpdate(
        { _id: outcome.runId, ...OPEN, redrives: outcome.redrive ?? { $exists: false } },
        closed(outcome, at),
        { session, returnDocument: 'after' },
      ),

    /**
     * What became of its mails makes it another status, or another cause. `run` is as it was read: null when someone
     * else was faster.
     */
    settle: (run: RunDocument, ending: MailEnding, at: Date): Promise<RunDocument | null> => {
      const { redrives, settledAt, why } = run;
      return runs.findOneAndUpdate(unchanged(run, { redrives, settledAt, why }), settled(run, ending, at), {
        returnDocument: 'after',
      });
    },

    /**
     * A run that has stopped is queued once more; what it had made stays, or is `kept` of it. `run` is as it was read:
     * null when someone else was faster.
     */
    reopen: (
      run: RunDocument,
      end: EarlierEnd,
      at: Date,
      kept: Kept,
      audited: Audited,
    ): Promise<RunDocument | null> =>
      runs.findOneAndUpdate(
        unchanged(run, { redrives: run.redrives, expiredAt: undefined }),
        reopened(run, end, at, kept),
        { returnDocument: 'after', ...audited },
      ),

    /** Its callback is being called for this end. */
    announced: async (
      { _id, studyId, finishedAt, settledAt }: RunDocument & { readonly finishedAt: Date },
      at: Date,
    ): Promise<void> => {
      const end = { finishedAt, settledAt: settledAt ?? { $exists: false } };
      await runs.updateOne({ _id, studyId, ...end }, { $set: { announcedAt: at } });
    },
  };
};
