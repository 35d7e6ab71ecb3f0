/** A dataset with its pictures, as the render stage draws it. */
import { completeImages } from '@rounds/activities-render/dataset';
import { deriveImage } from '@rounds/activities-render/images/derive-image';
import { withImages } from '@rounds/activities-render/stored-dataset';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Dataset } from '@rounds/contracts/dataset';

const noHeic = () => Promise.reject(new Error('There is no HEIC here.'));

export const complete = async (objects: Pick<ObjectStore, 'get'>, dataset: Dataset) => {
  const derivations = new Map<string, Awaited<ReturnType<typeof deriveImage>>>();
  for (const { sha256, key } of dataset.documents.images)
    derivations.set(sha256, await deriveImage(await objects.get(key), noHeic));
  const { images, pictures } = completeImages(dataset.documents.images, derivations);
  return { dataset: withImages(dataset, images), pictures };
};
