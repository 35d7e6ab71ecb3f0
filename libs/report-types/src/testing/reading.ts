import type { Reading } from '../aggregator.ts';
import { asIs } from '../folds/study-row.ts';
import { PERIOD } from './fold-rows.ts';
import { NOTHING_KNOWN } from './known.ts';

export type Given = Partial<Reading>;

/** Of all sites, for readers who see the arms. */
export const readingOf = (given: Given): Reading => ({
  period: PERIOD,
  timeZone: 'Europe/Berlin',
  scope: { sites: 'all', unblinded: true },
  parameters: {},
  planned: null,
  label: asIs,
  known: NOTHING_KNOWN,
  uncertain: new Set(),
  ...given,
});
