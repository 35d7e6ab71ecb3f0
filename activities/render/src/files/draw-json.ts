import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { Dataset } from '@rounds/contracts/dataset';

/** The completed dataset, its keys in one order, indented for people. */
export const drawJson = (dataset: Dataset): Buffer =>
  Buffer.from(`${JSON.stringify(JSON.parse(canonicalJson(dataset)), null, 2)}\n`);
