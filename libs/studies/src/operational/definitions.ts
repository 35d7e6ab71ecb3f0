/** The datasets beside SDTM, with the rules of their rows. docs/studies.md is the same in words. */
import type { OperationalDataset } from '@rounds/contracts/cut';
import type { OperationalDefinition } from './definition.ts';
import { queries } from './queries.ts';
import { training } from './training.ts';

export const OPERATIONAL: Readonly<Record<OperationalDataset, OperationalDefinition>> = {
  TRAINING: training,
  QUERIES: queries,
};
