import { createHash } from 'node:crypto';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { Dataset } from '@rounds/contracts/dataset';
import { shared, type StoredDataset } from '../stored-dataset.ts';

/** The dataset as the activity reads it from the store. */
export const stored = (dataset: Dataset): StoredDataset => {
  const json = Buffer.from(canonicalJson(dataset));
  return { sha256: createHash('sha256').update(json).digest('hex'), json: shared(json) };
};
