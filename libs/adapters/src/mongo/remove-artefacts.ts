/** Runs share files of equal content: an object goes with the last row that names it. */
import type { ArtefactDocument } from '@rounds/contracts/collections';
import type { Clock } from '../clock.ts';
import type { ObjectStore } from '../s3/object-store.ts';
import type { Mongo } from './client.ts';

/** Milliseconds after which a removal that was begun and not ended has died: by then its call is over. */
const REMOVAL_DIES_MS = 60_000;

/**
 * Removes the files of a run. A row is marked before others are looked for, and whoever finds the object there writes
 * theirs before they look for marks (`isBeingRemoved`): one of both sees the other. The object goes before its row, so
 * that a call that died half-way finds again what it had left.
 *
 * @returns how many objects were removed
 */
export const removeArtefacts = async (
  mongo: Pick<Mongo, 'collection'>,
  objects: Pick<ObjectStore, 'remove'>,
  runId: string,
  now: Clock,
): Promise<number> => {
  const artefacts = mongo.collection('artefacts');
  let removed = 0;
  for (const { _id, key } of await artefacts.find({ runId }).toArray()) {
    await artefacts.updateOne({ _id }, { $set: { removingAt: now() } });
    const staying = { key, _id: { $ne: _id }, removingAt: { $exists: false } };
    if ((await artefacts.countDocuments(staying, { limit: 1 })) === 0) {
      await objects.remove(key);
      removed += 1;
    }
    await artefacts.deleteOne({ _id });
  }
  return removed;
};

/** Whether the object of a row that was just written may go before long: who wrote it tries again then. */
export const isBeingRemoved = async (
  mongo: Pick<Mongo, 'collection'>,
  { _id, key }: Pick<ArtefactDocument, '_id' | 'key'>,
  now: Clock,
): Promise<boolean> => {
  const since = new Date(now().getTime() - REMOVAL_DIES_MS);
  const removals = { key, _id: { $ne: _id }, removingAt: { $gt: since } };
  return (await mongo.collection('artefacts').countDocuments(removals, { limit: 1 })) > 0;
};
