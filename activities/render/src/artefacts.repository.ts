import type { Clock } from '@rounds/adapters/clock';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createFingerprintsRepository } from '@rounds/adapters/mongo/fingerprints.repository';
import { isBeingRemoved } from '@rounds/adapters/mongo/remove-artefacts';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { RenderInput } from '@rounds/contracts/activities';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { FORMAT_FILES, type Format } from '@rounds/contracts/formats';
import type { Artefact } from '@rounds/contracts/run';
import { scopeKey } from '@rounds/contracts/scope';

/** Uploads the bytes unless they are there already, whole. */
const storeObject = async (
  objects: ObjectStore,
  format: Format,
  bytes: Buffer,
): Promise<{ artefact: Artefact; isFound: boolean }> => {
  const { extension, mediaType } = FORMAT_FILES[format];
  const sha256 = sha256Of(bytes);
  const key = `artefacts/${sha256}.${extension}`;
  const isFound = (await objects.size(key)) === bytes.length;
  if (!isFound) await objects.put(key, bytes, mediaType);
  return { artefact: { format, key, sha256, bytes: bytes.length }, isFound };
};

export interface ArtefactsRepository {
  /**
   * The object first, its record after: a record never speaks of a file that is not there.
   *
   * @throws RoundsError DEPENDENCY_DOWN while the same file of another run is being removed
   */
  store(input: RenderInput, format: Format, bytes: Buffer): Promise<Artefact>;
}

export const createArtefactsRepository = (
  mongo: Pick<Mongo, 'collection'>,
  objects: ObjectStore,
  now: Clock,
): ArtefactsRepository => {
  const fingerprints = createFingerprintsRepository(mongo);
  return {
    store: async (input, format, bytes) => {
      const { artefact, isFound } = await storeObject(objects, format, bytes);
      const { runId, studyId, scope, language } = input;
      const record = {
        _id: `${runId}|${scopeKey(scope)}|${format}${language === undefined ? '' : `|${language}`}`,
        ...{ runId, studyId, scope, ...artefact, storedAt: now() },
        ...defined({ language }),
      };
      await fingerprints.remember(record);
      await mongo.collection('artefacts').replaceOne({ _id: record._id }, record, { upsert: true });
      if (isFound && (await isBeingRemoved(mongo, record, now)))
        throw new RoundsError('DEPENDENCY_DOWN', 'The same file of another run is being removed: try again.');
      return artefact;
    },
  };
};
