import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { Dataset } from '@rounds/contracts/dataset';
import { shared, type StoredDataset } from '../stored-dataset.ts';

/** The dataset as the activity reads it from the store. */
export const stored = (dataset: Dataset): StoredDataset => {
  const json = Buffer.from(canonicalJson(dataset));
  return { sha256: sha256Of(json), json: shared(json) };
};
