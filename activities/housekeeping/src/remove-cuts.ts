/**
 * Removes cuts that no run holds, and what they shared with no other. Whatever a kept cut names stays: its own manifest
 * says what that is.
 */
import { createCutIndexRepository } from '@rounds/adapters/mongo/cut-index.repository';
import { createCutsRepository } from '@rounds/adapters/mongo/cuts.repository';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { cutFolder, removeCut } from '@rounds/adapters/s3/cuts';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { segmentFolder, stateFolder } from '@rounds/adapters/s3/segments';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import type { CutManifest } from '@rounds/contracts/cut';
import { DAY_MS } from '@rounds/contracts/durations';
import { isNotFound } from '@rounds/contracts/errors';
import type { RemoveOld } from './remove-old.ts';

/** A making of a cut is over by then, and a run that was given one holds it. */
const CUT_GRACE_MS = DAY_MS;

/** What report types keep of segments is made again where it is asked for. */
const STATE_MS = 60 * DAY_MS;

/** Longer than anybody goes back to a backup of the database, which may name them. */
const SEGMENT_GRACE_MS = 30 * DAY_MS;

export interface RemoveCutsDependencies {
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly objects: ObjectStore;
  readonly beat: Beat;
  readonly removeOld: RemoveOld;
  /** Milliseconds for which a cut is kept at least. */
  readonly temporaryMs: number;
}

const namedIn = (manifest: CutManifest): string[] =>
  manifest.version === 1
    ? []
    : [
        manifest.subjects.key,
        ...Object.values(manifest.datasets).flatMap(({ segments }) => segments.map(({ key }) => key)),
      ];

export const createRemoveCuts = ({
  mongo,
  objects,
  beat,
  removeOld,
  temporaryMs,
}: RemoveCutsDependencies) => {
  const cuts = createCutsRepository(mongo);
  const index = createCutIndexRepository(mongo);

  /** @returns the studies that had such cuts, by how many objects went */
  const removeUnheld = async (before: Date): Promise<ReadonlyMap<string, number>> => {
    const removed = new Map<string, number>();
    for await (const making of cuts.unheld(before)) {
      if (!(await cuts.retire(making, before))) continue;
      const { _id: cutId, studyId } = making;
      let count = removed.get(studyId) ?? 0;
      await removeCut(objects, cutFolder({ studyId, cutId }), (key) => {
        count += 1;
        beat({ removing: key });
      });
      removed.set(studyId, count);
      await cuts.forget(making);
    }
    return removed;
  };

  const readNamed = async (manifestKey: string): Promise<string[]> => {
    try {
      return namedIn(JSON.parse((await objects.get(manifestKey)).toString('utf8')) as CutManifest);
    } catch (error) {
      // What somebody else took away names nothing any more.
      if (isNotFound(error)) return [];
      throw error;
    }
  };

  const removeSegments = async (studyId: string, before: Date): Promise<number> => {
    const named = new Set(await index.namedKeys(studyId));
    for (const { manifestKey } of await cuts.ofStudy(studyId)) {
      beat({ reading: manifestKey });
      for (const key of await readNamed(manifestKey)) named.add(key);
    }
    return removeOld(segmentFolder(studyId), before, named);
  };

  /** @returns how many objects went */
  return async (at: number): Promise<number> => {
    const before = new Date(at - Math.max(temporaryMs, CUT_GRACE_MS));
    const unheld = await removeUnheld(before);
    const superseded = await index.removeSuperseded(before);
    let removed = [...unheld.values()].reduce((sum, count) => sum + count, 0);
    // Only where something has gone may there be something that nothing names any more.
    for (const studyId of new Set([...unheld.keys(), ...superseded]))
      removed +=
        (await removeSegments(studyId, new Date(at - SEGMENT_GRACE_MS))) +
        (await removeOld(stateFolder(studyId), new Date(at - STATE_MS)));
    return removed;
  };
};
