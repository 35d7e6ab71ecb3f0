/**
 * Removes what finished runs no longer need, and locks what was sent (docs/operations.md, "What is kept"). Everything here may be done
 * twice and may stop half-way: a run is marked only once all of it was done.
 */
import { removeArtefacts } from '@rounds/adapters/mongo/remove-artefacts';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createCutsRepository } from '@rounds/adapters/mongo/cuts.repository';
import { removeCut, removeLeftOvers, runCutFolder } from '@rounds/adapters/s3/cuts';
import { MAKINGS_FOLDER, TAKEN_UP_MS } from '@rounds/adapters/s3/makings';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import type { HousekeepingActivities } from '@rounds/contracts/activities';
import type { RunDocument } from '@rounds/contracts/collections';
import { isNotFound } from '@rounds/contracts/errors';
import { isRedrivable, treatmentsKey } from '@rounds/contracts/run';
import { createRemoveCuts } from './remove-cuts.ts';
import { createRemoveOld } from './remove-old.ts';
import { CLOCKS_DIFFER_MS, createRetentionRepository } from './retention.repository.ts';

export interface RetentionPolicy {
  /** Milliseconds for which the temporary data of a finished run is kept. */
  readonly temporaryMs: number;
  /** Milliseconds for which a failed or quarantined run can be taken up again. */
  readonly redriveMs: number;
  /** Milliseconds for which the files of a run on demand are kept, the newest of each kind excepted; absent: for good. */
  readonly resultsMs?: number | undefined;
  /** Milliseconds from its end for which the files of a report that was sent cannot be removed; absent: none. */
  readonly lockMs?: number | undefined;
}

export interface RemoveExpiredDependencies {
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly objects: ObjectStore;
  readonly policy: RetentionPolicy;
  readonly beat: Beat;
  readonly now: () => Date;
}

/** By aggregate, of runs of any kind; their keys are hashes. */
const TEMPORARY_FOLDERS = ['datasets/', 'headlines/'] as const;

/** A run of a subscription is evidence; one on demand was only made for who downloads it. */
const isAdHoc = ({ trigger }: RunDocument): boolean => trigger === 'on-demand';

/** Mails that show this cut's hash may have left. */
const mayHaveMailed = ({ steps = [], earlierEnds = [] }: RunDocument): boolean =>
  [steps, ...earlierEnds.map((end) => end.steps)].flat().some(({ step }) => step === 'storing-file');

const isWithoutResult = (run: RunDocument): boolean =>
  (isRedrivable(run.status) || run.status === 'cancelled') &&
  !(run.subscriptionId !== undefined && mayHaveMailed(run));

/** Or tried to be: of some mails nobody knows. */
const wasSent = ({ subscriptionId, status }: RunDocument): boolean =>
  subscriptionId !== undefined && (status === 'completed' || status === 'partly-delivered');

export const createRemoveExpired = (
  dependencies: RemoveExpiredDependencies,
): HousekeepingActivities['removeExpired'] => {
  const { mongo, objects, policy, beat, now } = dependencies;
  const retention = createRetentionRepository(mongo);
  const cuts = createCutsRepository(mongo);
  const removeOld = createRemoveOld({ objects, beat });
  const removeCuts = createRemoveCuts({ mongo, objects, beat, removeOld, temporaryMs: policy.temporaryMs });

  const lock = async ({ _id: runId, finishedAt }: RunDocument, lockMs: number): Promise<void> => {
    const until = new Date((finishedAt ?? now()).getTime() + lockMs);
    // What is over is no date that a store takes.
    if (until <= now()) return;
    for (const { key } of await mongo.collection('artefacts').find({ runId }).toArray())
      await objects.retain(key, until).catch((error: unknown) => {
        // One that is gone does not keep others from being locked; whoever opens it is informed.
        if (!isNotFound(error)) throw error;
      });
  };

  const tidy = async (run: RunDocument): Promise<number> => {
    if (!(await retention.expire(run, now()))) return 0;
    let count = 0;
    const onRemoved = (): void => {
      count += 1;
      beat({ tidying: run._id });
    };
    if (isAdHoc(run) || isWithoutResult(run)) {
      await cuts.release(run._id);
      await removeCut(objects, runCutFolder(run._id), onRemoved);
    } else await removeLeftOvers(objects, run._id, onRemoved);
    if (policy.lockMs !== undefined && wasSent(run)) await lock(run, policy.lockMs);
    if (isWithoutResult(run)) count += await removeArtefacts(mongo, objects, run._id, now);
    await retention.markTidied(run, now());
    return count;
  };

  const tidyFinished = async (at: number): Promise<{ runs: number; objects: number }> => {
    const [finishedBefore, failedBefore] = [at - policy.temporaryMs, at - policy.redriveMs];
    const done = { runs: 0, objects: 0 };
    for await (const run of retention.untidied(new Date(finishedBefore), new Date(failedBefore))) {
      beat({ tidying: run._id });
      done.objects += await tidy(run);
      done.runs += 1;
    }
    return done;
  };

  /**
   * Datasets and headlines are shared by equal content, so they go by age and by who may still need them: a dataset
   * with the last report whose files are kept.
   */
  const removeDatasets = async (at: number): Promise<number> => {
    const { since, keys } = await retention.neededDatasets(
      new Date(at - policy.temporaryMs),
      new Date(at - policy.redriveMs),
    );
    const needed = new Set([
      ...[...keys].flatMap((key) => [key, treatmentsKey(key)]),
      ...(await retention.keptDatasets()),
    ]);
    let removed = 0;
    for (const folder of TEMPORARY_FOLDERS) removed += await removeOld(folder, since, needed);
    return removed;
  };

  /** What none takes up any more. */
  const removeMakings = (at: number): Promise<number> =>
    removeOld(MAKINGS_FOLDER, new Date(at - TAKEN_UP_MS - CLOCKS_DIFFER_MS));

  const removeResults = async (at: number): Promise<number> => {
    if (policy.resultsMs === undefined) return 0;
    let removed = 0;
    for await (const run of retention.outdatedResults(new Date(at - policy.resultsMs))) {
      beat({ result: run._id });
      removed += await removeArtefacts(mongo, objects, run._id, now);
      await retention.markResultRemoved(run);
    }
    return removed;
  };

  return async () => {
    const at = now().getTime();
    const tidied = await tidyFinished(at);
    const unheld = await removeCuts(at);
    const datasets = await removeDatasets(at);
    const makings = await removeMakings(at);
    const results = await removeResults(at);
    return { runs: tidied.runs, objects: tidied.objects + unheld + datasets + makings + results };
  };
};
