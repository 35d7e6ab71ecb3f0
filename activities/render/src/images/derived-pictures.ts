/** The pictures of a dataset, each derived once and then kept in S3 under the hash of its original. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { ImageEntry } from '@rounds/contracts/dataset';
import { isNotFound, RoundsError } from '@rounds/contracts/errors';
import { deriveImage, jpegsOf, type Derivation, type Picture } from './derive-image.ts';
import type { DecodeHeic } from './heic.ts';
import { pictureKey, shownPages } from './shown-pages.ts';

const jpegKey = (sha256: string, page: number): string => `derived/3-${pictureKey(sha256, page)}.jpg`;
const sizeKey = (sha256: string): string => `derived/3-${sha256}.json`;

/** The size is written last: where it is, the picture is. */
const readKept = async (store: ObjectStore, sha256: string): Promise<Picture | undefined> => {
  try {
    const derived = JSON.parse((await store.get(sizeKey(sha256))).toString()) as Picture['derived'];
    const [jpeg = Buffer.alloc(0), ...further] = await Promise.all(
      shownPages(derived).map((_, page) => store.get(jpegKey(sha256, page))),
    );
    return { derived, jpeg, further };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
};

const keep = async (store: ObjectStore, sha256: string, picture: Picture): Promise<void> => {
  for (const [page, jpeg] of jpegsOf(picture).entries())
    await store.put(jpegKey(sha256, page), jpeg, 'image/jpeg');
  await store.put(sizeKey(sha256), Buffer.from(JSON.stringify(picture.derived)), 'application/json');
};

/** @throws RoundsError DOCUMENT_MISSING, or CUT_CORRUPT when the bytes are not those that the cut names. */
const readOriginal = async (store: ObjectStore, { documentId, key, sha256 }: ImageEntry): Promise<Buffer> => {
  try {
    const bytes = await store.get(key);
    if (sha256Of(bytes) === sha256) return bytes;
  } catch (error) {
    if (!isNotFound(error)) throw error;
    throw new RoundsError('DOCUMENT_MISSING', `The bytes of document ${documentId} are not in the store.`, {
      cause: error,
    });
  }
  throw new RoundsError(
    'CUT_CORRUPT',
    `The bytes of document ${documentId} are not those that the cut names.`,
  );
};

/** A refusal is not kept: the next version of the code may be able to show the picture. */
export const derivedPicture = async (
  store: ObjectStore,
  entry: ImageEntry,
  decodeHeic: DecodeHeic,
): Promise<Derivation> => {
  const kept = await readKept(store, entry.sha256);
  if (kept !== undefined) return kept;
  const derivation = await deriveImage(await readOriginal(store, entry), decodeHeic);
  if (!('refused' in derivation)) await keep(store, entry.sha256, derivation);
  return derivation;
};
