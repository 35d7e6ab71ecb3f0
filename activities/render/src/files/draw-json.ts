import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { Dataset } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';

/** The completed dataset, its keys in one order, indented for people. @param lacking under this key, where it is partial */
export const drawJson = (dataset: Dataset, lacking?: readonly Finding[]): Buffer =>
  Buffer.from(`${JSON.stringify(JSON.parse(canonicalJson({ ...dataset, lacking })), null, 2)}\n`);
