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

export interface ArtefactsRepository {
  /** Uploads the bytes unless they are there already, whole. */
  store(format: Format, bytes: Buffer): Promise<Artefact>;
  /**
   * The object first, its record after: a record never speaks of a file that is not there. A file goes with the last
   * record that names it, so only what is there once it was recorded stays.
   *
   * @returns false when it is gone
   * @throws RoundsError DEPENDENCY_DOWN while the same file of another run is being removed
   */
  record(input: RenderInput, artefact: Artefact): Promise<boolean>;
}

const recordOf = ({ runId, studyId, scope, language }: RenderInput, artefact: Artefact, storedAt: Date) => ({
  _id: `${runId}|${scopeKey(scope)}|${artefact.format}${language === undefined ? '' : `|${language}`}`,
  ...{ runId, studyId, scope, ...artefact, storedAt },
  ...defined({ language }),
});

export const createArtefactsRepository = (
  mongo: Pick<Mongo, 'collection'>,
  objects: ObjectStore,
  now: Clock,
): ArtefactsRepository => {
  const fingerprints = createFingerprintsRepository(mongo);
  const isThere = async ({ key, bytes }: Artefact): Promise<boolean> => (await objects.size(key)) === bytes;

  return {
    store: async (format, bytes) => {
      const { extension, mediaType } = FORMAT_FILES[format];
      const sha256 = sha256Of(bytes);
      const artefact = { format, key: `artefacts/${sha256}.${extension}`, sha256, bytes: bytes.length };
      if (!(await isThere(artefact))) await objects.put(artefact.key, bytes, mediaType);
      return artefact;
    },

    record: async (input, artefact) => {
      const record = recordOf(input, artefact, now());
      await fingerprints.remember(record);
      await mongo.collection('artefacts').replaceOne({ _id: record._id }, record, { upsert: true });
      if (await isBeingRemoved(mongo, record, now))
        throw new RoundsError('DEPENDENCY_DOWN', 'The same file of another run is being removed: try again.');
      return isThere(artefact);
    },
  };
};
