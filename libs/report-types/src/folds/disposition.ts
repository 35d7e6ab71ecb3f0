import type { SdtmRow } from '@rounds/contracts/collections';
import { coded } from './study-row.ts';

export type Disposition = 'randomised' | 'screenFailures' | 'completed' | 'discontinued';

/** What a disposition says of its subject; undefined where it is no figure's (DSCAT OTHER EVENT). */
export const dispositionState = (row: SdtmRow): Disposition | undefined => {
  const [category, term] = [coded(row, 'DSCAT'), coded(row, 'DSDECOD')];
  if (category === 'PROTOCOL MILESTONE') return term === 'RANDOMIZED' ? 'randomised' : undefined;
  if (category !== 'DISPOSITION EVENT') return undefined;
  if (term === 'SCREEN FAILURE') return 'screenFailures';
  return term === 'COMPLETED' ? 'completed' : 'discontinued';
};
