/** Which runs hold something that nobody needs any more, and what must stay. */
import { TAKEN_UP_MS } from '@rounds/adapters/s3/makings';
import type { Filter, Mongo } from '@rounds/adapters/mongo/client';
import type { RunDocument } from '@rounds/contracts/collections';
import { STANDING, type RunStatus } from '@rounds/contracts/run';
import { because } from '@rounds/contracts/why';

const OPEN: RunStatus[] = ['queued', 'processing'];
const ENDED: RunStatus[] = ['completed', 'cancelled', 'suppressed', 'unchanged'];

/** Between the object store, which rounds to seconds, and the processes that start runs. */
export const CLOCKS_DIFFER_MS = 60_000;

/** As `code` and `productId` of the older queue: what a result is the newest of. */
const kindOf = ({ template, reportType, studyId }: RunDocument): string =>
  `${studyId}|${template?.split('@')[0] ?? `type ${reportType}`}`;

export const createRetentionRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const runs = mongo.collection('runs');

  return {
    /** A run that waits for somebody keeps everything for as long as it can be taken up. */
    untidied: (finishedBefore: Date, failedBefore: Date): AsyncIterable<RunDocument> =>
      runs.find({
        tidiedAt: { $exists: false },
        $or: [
          { status: { $in: ENDED }, finishedAt: { $lt: finishedBefore } },
          { status: { $in: [...STANDING] }, finishedAt: { $lt: failedBefore } },
        ],
      }),

    /** From here on the run cannot be redriven. False when it just was. */
    expire: async ({ _id, studyId, status }: RunDocument, at: Date): Promise<boolean> => {
      const { matchedCount } = await runs.updateOne({ _id, studyId, status }, { $set: { expiredAt: at } });
      return matchedCount === 1;
    },

    markTidied: async ({ _id, studyId }: RunDocument, at: Date): Promise<void> => {
      await runs.updateOne({ _id, studyId }, { $set: { tidiedAt: at } });
    },

    /**
     * `keys` are those that a run names which is open, to be redriven, or finished a moment ago. What an
     * open run has made since it began is not recorded yet, nor what it took up then from another one: everything put
     * `since` then stays.
     */
    neededDatasets: async (
      finishedBefore: Date,
      failedBefore: Date,
    ): Promise<{ since: Date; keys: ReadonlySet<string> }> => {
      const needing: Filter<RunDocument> = {
        $or: [
          { status: { $in: OPEN } },
          { status: { $in: [...STANDING] }, finishedAt: { $gte: failedBefore } },
          { status: { $in: ENDED }, finishedAt: { $gte: finishedBefore } },
          // A mail that comes back days later can be sent again.
          { status: { $in: ENDED }, finishedAt: { $gte: failedBefore }, subscriptionId: { $exists: true } },
        ],
      };
      const keys = new Set<string>();
      let since = finishedBefore.getTime();
      for await (const { status, startedAt, finishedAt, datasets = [] } of runs.find(needing)) {
        const isOver = ENDED.includes(status) && finishedAt !== undefined && finishedAt < finishedBefore;
        for (const { dataset } of datasets) keys.add(dataset.headlineKey);
        if (!isOver) for (const { dataset } of datasets) keys.add(dataset.key);
        if (OPEN.includes(status) && startedAt !== undefined) since = Math.min(since, startedAt.getTime());
      }
      return { since: new Date(since - TAKEN_UP_MS - CLOCKS_DIFFER_MS), keys };
    },

    /** Of reports whose files are kept: their figures are read as pages for as long (`GET /jobs/:id/view`). */
    keptDatasets: async (): Promise<ReadonlySet<string>> => {
      const kept = runs.find({ 'outputs.0': { $exists: true } }).project<Pick<RunDocument, 'datasets'>>({
        datasets: 1,
      });
      const keys = new Set<string>();
      for await (const { datasets = [] } of kept) for (const { dataset } of datasets) keys.add(dataset.key);
      return keys;
    },

    /** Completed on demand before then, except the newest of each kind. */
    outdatedResults: async function* (finishedBefore: Date): AsyncIterable<RunDocument> {
      const results = { trigger: 'on-demand', status: 'completed', 'outputs.0': { $exists: true } } as const;
      const seen = new Set<string>();
      for await (const run of runs.find(results).sort({ finishedAt: -1 })) {
        const kind = kindOf(run);
        const isNewest = !seen.has(kind) && run.previewOf === undefined;
        if (isNewest) seen.add(kind);
        else if (run.finishedAt !== undefined && run.finishedAt < finishedBefore) yield run;
      }
    },

    markResultRemoved: async ({ _id, studyId }: RunDocument): Promise<void> => {
      const why = because('files-removed');
      await runs.updateOne({ _id, studyId }, { $set: { outputs: [], why } });
    },
  };
};
