import type { Mongo } from '@rounds/adapters/mongo/client';
import type { DeliveryDocument, RunDocument } from '@rounds/contracts/collections';

/** What is asked of a run. */
export type LastRun = Pick<
  RunDocument,
  '_id' | 'period' | 'studyId' | 'reportType' | 'outputs' | 'datasets' | 'cut'
>;

export interface LastReport {
  readonly delivery: DeliveryDocument;
  /** Undefined: it is no longer kept. */
  readonly run: LastRun | undefined;
  /** By the recipient; undefined: none. */
  readonly opened: { readonly times: number; readonly lastAt: Date } | undefined;
}

export type MyReportsRepository = ReturnType<typeof createMyReportsRepository>;

export const createMyReportsRepository = (mongo: Pick<Mongo, 'collection'>) => ({
  /** The newest report of each subscription that was mailed to the recipient, or was to be; by subscription. */
  lastOf: async (
    recipientId: string,
    subscriptionIds: readonly string[],
  ): Promise<Map<string, LastReport>> => {
    const newest = await mongo
      .collection('deliveries')
      .aggregate<{ delivery: DeliveryDocument }>([
        { $match: { recipientId, subscriptionId: { $in: subscriptionIds } } },
        { $sort: { updatedAt: 1 } },
        { $group: { _id: '$subscriptionId', delivery: { $last: '$$ROOT' } } },
      ])
      .toArray();
    const runIds = newest.map(({ delivery }) => delivery.runId);
    const [runs, openings] = await Promise.all([
      mongo
        .collection('runs')
        .find({ _id: { $in: runIds } })
        .project<LastRun>({ period: 1, studyId: 1, reportType: 1, outputs: 1, datasets: 1, cut: 1 })
        .toArray(),
      mongo
        .collection('openings')
        .aggregate<{ _id: string; times: number; lastAt: Date }>([
          { $match: { runId: { $in: runIds }, userId: recipientId } },
          { $group: { _id: '$runId', times: { $sum: 1 }, lastAt: { $max: '$at' } } },
        ])
        .toArray(),
    ]);
    return new Map(
      newest.map(({ delivery }) => [
        delivery.subscriptionId ?? '',
        {
          delivery,
          run: runs.find(({ _id }) => _id === delivery.runId),
          opened: openings.find(({ _id }) => _id === delivery.runId),
        },
      ]),
    );
  },
});
