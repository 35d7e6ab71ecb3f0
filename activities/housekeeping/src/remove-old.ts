import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';

interface RemoveOldDependencies {
  readonly objects: ObjectStore;
  readonly beat: Beat;
}

/** Removes the objects of a folder that were put before then, but for those that are needed. @returns how many */
export const createRemoveOld =
  ({ objects, beat }: RemoveOldDependencies) =>
  async (folder: string, before: Date, needed?: ReadonlySet<string>): Promise<number> => {
    let removed = 0;
    for await (const { key, putAt } of objects.entries(folder)) {
      beat({ looking: key });
      if (putAt >= before || needed?.has(key) === true) continue;
      await objects.remove(key);
      removed += 1;
    }
    return removed;
  };
export type RemoveOld = ReturnType<typeof createRemoveOld>;
