/** The files of a run as they lie in the store: what is checked is what will be sent, not what was in memory. */
import { createHash } from 'node:crypto';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { RoundsError } from '@rounds/contracts/errors';
import type { Finding } from '@rounds/contracts/gate';
import type { Artefact } from '@rounds/contracts/run';

const isMissing = (error: unknown): boolean => error instanceof RoundsError && error.code === 'NOT_FOUND';

const wrong = ({ format }: Artefact, message: string): Finding => ({
  check: 'files',
  where: format,
  message,
});

/** The bytes, or why they are not those that were stored. */
export const storedFile = async (objects: ObjectStore, artefact: Artefact): Promise<Buffer | Finding> => {
  try {
    const bytes = await objects.get(artefact.key);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 === artefact.sha256 && bytes.length === artefact.bytes) return bytes;
    return wrong(artefact, `The stored file has ${bytes.length} bytes that are not those that were stored.`);
  } catch (error) {
    if (isMissing(error)) return wrong(artefact, 'The file is not in the store.');
    throw error;
  }
};
