import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';

/** The completed dataset, its keys in one order, indented for people. */
export const drawJson = (dataset: StudyWeeklyDataset): Buffer =>
  Buffer.from(`${JSON.stringify(JSON.parse(canonicalJson(dataset)), null, 2)}\n`);
