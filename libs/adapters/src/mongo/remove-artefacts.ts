import type { ObjectStore } from '../s3/object-store.ts';
import type { Mongo } from './client.ts';

/**
 * Removes the files of a run. The object goes before its record, so that a call that died half-way finds again
 * what it had left; an object of equal bytes that another run names too stays.
 *
 * @returns how many objects were removed
 */
export const removeArtefacts = async (
  mongo: Pick<Mongo, 'collection'>,
  objects: Pick<ObjectStore, 'remove'>,
  runId: string,
): Promise<number> => {
  const artefacts = mongo.collection('artefacts');
  let removed = 0;
  for (const { _id, key } of await artefacts.find({ runId }).toArray()) {
    if ((await artefacts.countDocuments({ key, _id: { $ne: _id } }, { limit: 1 })) === 0) {
      await objects.remove(key);
      removed += 1;
    }
    await artefacts.deleteOne({ _id });
  }
  return removed;
};
