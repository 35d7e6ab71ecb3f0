/** The API's view of runs, their files and their deliveries: what callers ask that no worker does. */
import type { ClientSession, Filter, Mongo } from '@rounds/adapters/mongo/client';
import { between, following, NEWEST_FIRST, type After } from '@rounds/adapters/mongo/page';
import { within, type Studies } from '@rounds/adapters/mongo/study-filter';
import type { ArtefactDocument, DeliveryDocument, RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { Why } from '@rounds/contracts/why';
import type { RunFault, RunStatus } from '@rounds/contracts/run';
import type { Place } from './queue.ts';

/** Whose runs: those that a user asked for, and those of the subscriptions that reach them. */
export interface Audience {
  readonly userId: string;
  readonly subscriptionIds: readonly string[];
}

export interface PersonOpenings {
  readonly runId: string;
  readonly userId: string;
  /** Looks and downloads. */
  readonly all: number;
  readonly downloads: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

export interface JobsQuery {
  readonly studies: Studies;
  /** Undefined: everyone's. */
  readonly audience: Audience | undefined;
  readonly subscriptionId?: string | undefined;
  readonly reportType?: string | undefined;
  readonly status?: RunStatus | undefined;
  /** Made from then on. */
  readonly since?: Date | undefined;
  /** Made before then. */
  readonly until?: Date | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

/** When a run was at work, in epoch milliseconds. */
export interface Span {
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** The end of a run that no workflow will write. */
export interface RecordedEnd {
  readonly status: Extract<RunStatus, 'failed' | 'cancelled'>;
  readonly fault?: RunFault;
  readonly why?: Why;
  readonly finishedAt: Date;
}

const OPEN: readonly RunStatus[] = ['queued', 'processing'];
const open = { status: { $in: [...OPEN] } };

/** Whose time has come; one that is scheduled for later is not open yet. */
const openAt = (now: Date): Filter<RunDocument> => ({ ...open, scheduledFor: { $not: { $gt: now } } });

const heardBy = (audience: Audience | undefined): Filter<RunDocument> =>
  audience === undefined
    ? {}
    : {
        $or: [{ requestedBy: audience.userId }, { subscriptionId: { $in: [...audience.subscriptionIds] } }],
      };

const idsOf = (runs: readonly RunDocument[]) => ({ $in: runs.map(({ _id }) => _id) });

export type JobsRepository = ReturnType<typeof createJobsRepository>;

export const createJobsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const runs = mongo.collection('runs');

  return {
    find: (id: string, studies: Studies, audience: Audience | undefined): Promise<RunDocument | null> =>
      runs.findOne({ $and: [{ _id: id, ...within(studies) }, heardBy(audience)] }),

    list: (query: JobsQuery): Promise<RunDocument[]> => {
      const { studies, audience, subscriptionId, reportType, status, since, until, after, limit } = query;
      const wanted = { ...within(studies), ...defined({ subscriptionId, reportType, status }) };
      return runs
        .find({ $and: [wanted, heardBy(audience), between('createdAt', since, until), following(after)] })
        .sort(NEWEST_FIRST)
        .limit(limit)
        .toArray();
    },

    /** @param cut SHA-256, hex */
    ofCut: (
      cut: string,
      { studies, audience, limit }: Pick<JobsQuery, 'studies' | 'audience' | 'limit'>,
    ): Promise<RunDocument[]> =>
      runs
        .find({ $and: [{ 'cut.sha256': cut, ...within(studies) }, heardBy(audience)] })
        .sort(NEWEST_FIRST)
        .limit(limit)
        .toArray(),

    /** @param of only those; without it of all studies and callers: the servers are shared by all */
    countOpen: (now: Date, session?: ClientSession, of: Filter<RunDocument> = {}): Promise<number> =>
      runs.countDocuments({ ...openAt(now), ...of }, session === undefined ? {} : { session }),

    countScheduled: (now: Date, session?: ClientSession, of: Filter<RunDocument> = {}): Promise<number> =>
      runs.countDocuments(
        { status: 'queued', scheduledFor: { $gt: now }, ...of },
        session === undefined ? {} : { session },
      ),

    /** Every open run, by what its turn depends on. */
    places: (now: Date): Promise<Place[]> =>
      runs.find(openAt(now)).project<Place>({ studyId: 1, priority: 1, createdAt: 1, queuedAt: 1 }).toArray(),

    /** Of the last completed runs of a type, newest first. One that was redriven had waited for a person. */
    lastSpans: async (reportType: string, limit: number): Promise<Span[]> => {
      const completed = { reportType, status: 'completed', startedAt: { $exists: true } } as const;
      const found = runs
        .find({ ...completed, redrives: { $exists: false } })
        .sort({ finishedAt: -1 })
        .limit(limit)
        .project<Pick<RunDocument, 'startedAt' | 'finishedAt'>>({ startedAt: 1, finishedAt: 1 });
      return (await found.toArray()).flatMap(({ startedAt, finishedAt }) =>
        startedAt === undefined || finishedAt === undefined
          ? []
          : [{ startedAt: startedAt.getTime(), finishedAt: finishedAt.getTime() }],
      );
    },

    /** Unless it has ended in between: the first recorded end stands. Answers with the run as it is then. */
    end: async ({ _id, studyId }: RunDocument, end: RecordedEnd): Promise<RunDocument | null> => {
      await runs.updateOne({ _id, studyId, ...open }, { $set: { ...end } });
      return runs.findOne({ _id, studyId });
    },

    artefacts: ({ _id, studyId }: RunDocument): Promise<ArtefactDocument[]> =>
      mongo.collection('artefacts').find({ runId: _id, studyId }).sort({ _id: 1 }).toArray(),

    /** @param goneAt when it was found missing; null: it is there again */
    markGone: async ({ _id, studyId }: ArtefactDocument, goneAt: Date | null): Promise<void> => {
      const change = goneAt === null ? { $unset: { goneAt: '' as const } } : { $set: { goneAt } };
      await mongo.collection('artefacts').updateOne({ _id, studyId }, change);
    },

    artefactsOf: (several: readonly RunDocument[]): Promise<ArtefactDocument[]> =>
      mongo
        .collection('artefacts')
        .find({ runId: idsOf(several) })
        .sort({ _id: 1 })
        .toArray(),

    /** What each person has had of each run. */
    openingsOf: (several: readonly RunDocument[]): Promise<PersonOpenings[]> => {
      const isDownload = { $cond: [{ $eq: ['$what', 'download'] }, 1, 0] };
      return mongo
        .collection('openings')
        .aggregate<PersonOpenings>([
          { $match: { runId: idsOf(several) } },
          {
            $group: {
              _id: { runId: '$runId', userId: '$userId' },
              all: { $sum: 1 },
              downloads: { $sum: isDownload },
              firstAt: { $min: '$at' },
              lastAt: { $max: '$at' },
            },
          },
          { $sort: { firstAt: 1 } },
          { $replaceWith: { $mergeObjects: ['$_id', '$$ROOT'] } },
        ])
        .toArray();
    },

    deliveriesOf: (several: readonly RunDocument[]): Promise<DeliveryDocument[]> =>
      mongo
        .collection('deliveries')
        .find({ runId: idsOf(several) })
        .sort({ _id: 1 })
        .toArray(),
  };
};
