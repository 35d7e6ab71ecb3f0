import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { RenderInput } from '@rounds/contracts/activities';
import type { CutTreatments } from '@rounds/contracts/cut';
import type { ImageEntry } from '@rounds/contracts/dataset';
import { RoundsError } from '@rounds/contracts/errors';
import { treatmentsKey } from '@rounds/contracts/run';
import { scopeKey } from '@rounds/contracts/scope';
import { jpegsOf, type Derivation } from './images/derive-image.ts';
import { pictureKey } from './images/shown-pages.ts';
import type { Pictures } from './pdf/document.ts';
import { shared, type Outline, type StoredDataset } from './stored-dataset.ts';

const corrupt = (what: string) => new RoundsError('CUT_CORRUPT', `The dataset of the run ${what}.`);

/** A file for blinded readers is drawn from a blinded dataset alone. @throws RoundsError CUT_CORRUPT */
export const demandIdentity = (outline: Outline, { studyId, scope }: RenderInput): void => {
  if (outline.studyId !== studyId) throw corrupt('is of another study');
  if (scopeKey(outline.scope) !== scopeKey(scope)) throw corrupt('is of another scope');
  if (!scope.unblinded && outline.showsArms) throw corrupt('is not blinded as its scope is');
};

/** @throws RoundsError CUT_CORRUPT when the bytes are not those that were asked for */
export const readDataset = async (store: ObjectStore, input: RenderInput): Promise<StoredDataset> => {
  const bytes = await store.get(input.dataset.key);
  const sha256 = sha256Of(bytes);
  if (sha256 !== input.dataset.sha256) throw corrupt('has other bytes than were named');
  return { sha256, json: shared(bytes) };
};

/** For which the files of blinded readers are searched; undefined for others. */
export const readTreatments = async (
  store: ObjectStore,
  { scope, dataset }: RenderInput,
): Promise<CutTreatments | undefined> => {
  if (scope.unblinded) return undefined;
  // Written by the aggregate stage alone.
  return JSON.parse((await store.get(treatmentsKey(dataset.key))).toString()) as CutTreatments;
};

const completed = (entry: ImageEntry, derivation: Derivation | undefined): ImageEntry => {
  if (derivation === undefined) return entry;
  if ('refused' in derivation) return { ...entry, refused: derivation.refused };
  return { ...entry, derived: derivation.derived };
};

/** Every image now says how it is shown, or why it is not. */
export const completeImages = (
  images: readonly ImageEntry[],
  derivations: ReadonlyMap<string, Derivation>,
): { images: ImageEntry[]; pictures: Pictures } => {
  const pictures = [...derivations].flatMap(([sha256, derivation]) =>
    'refused' in derivation
      ? []
      : jpegsOf(derivation).map((jpeg, page) => [pictureKey(sha256, page), jpeg] as const),
  );
  return {
    images: images.map((entry) => completed(entry, derivations.get(entry.sha256))),
    pictures: Object.fromEntries(pictures),
  };
};
