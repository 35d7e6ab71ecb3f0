/** The API's view of runs, their files and their deliveries: what callers ask that no worker does. */
import type { Mongo } from '@rounds/adapters/mongo/client';
import { following, NEWEST_FIRST, type After } from '@rounds/adapters/mongo/page';
import { within, type Studies } from '@rounds/adapters/mongo/study-filter';
import type { ArtefactDocument, DeliveryDocument, RunDocument } from '@rounds/contracts/collections';
import type { RunFault, RunStatus } from '@rounds/contracts/run';
import type { Filter } from 'mongodb';

/** Whose runs: those that a user asked for, and those of the subscriptions that reach them. */
export interface Audience {
  readonly userId: string;
  readonly subscriptionIds: readonly string[];
}

export interface JobsQuery {
  readonly studies: Studies;
  /** Undefined: everyone's. */
  readonly audience: Audience | undefined;
  readonly subscriptionId?: string | undefined;
  readonly status?: RunStatus | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

/** When a run was at work, in epoch milliseconds. */
export interface Span {
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** The end of a run whose workflow can no longer write it. */
export interface LostEnd {
  readonly status: Extract<RunStatus, 'failed' | 'cancelled'>;
  readonly fault?: RunFault;
  readonly reason?: string;
  readonly finishedAt: Date;
}

const OPEN: readonly RunStatus[] = ['queued', 'processing'];
const open = { status: { $in: [...OPEN] } };

const heardBy = (audience: Audience | undefined): Filter<RunDocument> =>
  audience === undefined
    ? {}
    : {
        $or: [{ requestedBy: audience.userId }, { subscriptionId: { $in: [...audience.subscriptionIds] } }],
      };

export type JobsRepository = ReturnType<typeof createJobsRepository>;

export const createJobsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const runs = mongo.collection('runs');

  return {
    find: (id: string, studies: Studies, audience: Audience | undefined): Promise<RunDocument | null> =>
      runs.findOne({ $and: [{ _id: id, ...within(studies) }, heardBy(audience)] }),

    list: (query: JobsQuery): Promise<RunDocument[]> => {
      const { studies, audience, subscriptionId, status, after, limit } = query;
      const wanted: Filter<RunDocument> = {
        ...within(studies),
        ...(subscriptionId === undefined ? {} : { subscriptionId }),
        ...(status === undefined ? {} : { status }),
      };
      return runs
        .find({ $and: [wanted, heardBy(audience), following(after)] })
        .sort(NEWEST_FIRST)
        .limit(limit)
        .toArray();
    },

    /** Of all studies: the limit protects the servers, which they share. */
    countOpen: (): Promise<number> => runs.countDocuments(open),

    /** Open runs that go before this one: of a higher priority, or of the same and older. */
    countAhead: ({ priority, createdAt, _id }: RunDocument): Promise<number> => {
      const higher = { high: [], normal: ['high'], low: ['high', 'normal'] } as const;
      return runs.countDocuments({
        ...open,
        _id: { $ne: _id },
        $or: [{ priority: { $in: [...higher[priority]] } }, { priority, createdAt: { $lt: createdAt } }],
      });
    },

    /** Of the last completed runs of a type, newest first. */
    lastSpans: async (reportType: string, limit: number): Promise<Span[]> => {
      const completed = { reportType, status: 'completed', startedAt: { $exists: true } } as const;
      const found = runs.find(completed).sort({ finishedAt: -1 }).limit(limit);
      return (await found.toArray()).flatMap(({ startedAt, finishedAt }) =>
        startedAt === undefined || finishedAt === undefined
          ? []
          : [{ startedAt: startedAt.getTime(), finishedAt: finishedAt.getTime() }],
      );
    },

    /** Unless it has ended in between: the first recorded end stands. Answers with the run as it is then. */
    end: async ({ _id, studyId }: RunDocument, end: LostEnd): Promise<RunDocument | null> => {
      await runs.updateOne({ _id, studyId, ...open }, { $set: { ...end } });
      return runs.findOne({ _id, studyId });
    },

    artefacts: ({ _id, studyId }: RunDocument): Promise<ArtefactDocument[]> =>
      mongo.collection('artefacts').find({ runId: _id, studyId }).sort({ _id: 1 }).toArray(),

    /** @param recipientId undefined: everyone's */
    deliveries: ({ _id, studyId }: RunDocument, recipientId?: string): Promise<DeliveryDocument[]> =>
      mongo
        .collection('deliveries')
        .find({ runId: _id, studyId, ...(recipientId === undefined ? {} : { recipientId }) })
        .sort({ _id: 1 })
        .toArray(),
  };
};
