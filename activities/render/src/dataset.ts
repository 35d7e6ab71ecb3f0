import { createHash } from 'node:crypto';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { RenderInput } from '@rounds/contracts/activities';
import type { Dataset, ImageEntry } from '@rounds/contracts/dataset';
import { RoundsError } from '@rounds/contracts/errors';
import { scopeKey } from '@rounds/contracts/scope';
import type { Derivation } from './images/derive-image.ts';
import type { Pictures } from './pdf/document.ts';

const corrupt = (what: string) => new RoundsError('CUT_CORRUPT', `The dataset of the run ${what}.`);

/** Every report type shows arms under this name alone. */
const hasArms = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, 'byArm') || Object.values(value).some(hasArms));

/** A file for blinded readers is drawn from a blinded dataset alone. */
const checkIdentity = (dataset: Dataset, { studyId, runId, scope }: RenderInput): void => {
  if (dataset.study.studyId !== studyId || dataset.manifest.runId !== runId)
    throw corrupt('is of another run');
  if (scopeKey(dataset.scope) !== scopeKey(scope)) throw corrupt('is of another scope');
  if (!scope.unblinded && hasArms(dataset)) throw corrupt('is not blinded as its scope is');
};

/** @throws RoundsError CUT_CORRUPT when the bytes, the run or the scope are not those that were asked for. */
export const readDataset = async (store: ObjectStore, input: RenderInput): Promise<Dataset> => {
  const bytes = await store.get(input.dataset.key);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== input.dataset.sha256) throw corrupt('has other bytes than were named');
  // Written by the aggregate stage alone, and proven so by its hash.
  const dataset = JSON.parse(bytes.toString()) as Dataset;
  checkIdentity(dataset, input);
  return dataset;
};

const completed = (entry: ImageEntry, derivation: Derivation | undefined): ImageEntry => {
  if (derivation === undefined) return entry;
  if ('refused' in derivation) return { ...entry, refused: derivation.refused };
  return { ...entry, derived: derivation.derived };
};

/** Every image now says how it is shown, or why it is not. */
export const completeDataset = (
  dataset: Dataset,
  derivations: ReadonlyMap<string, Derivation>,
): { dataset: Dataset; pictures: Pictures } => {
  const images = dataset.documents.images.map((entry) => completed(entry, derivations.get(entry.sha256)));
  const pictures = [...derivations].flatMap(([sha256, derivation]) =>
    'refused' in derivation ? [] : [[sha256, derivation.jpeg] as const],
  );
  return {
    dataset: { ...dataset, documents: { ...dataset.documents, images } },
    pictures: Object.fromEntries(pictures),
  };
};
