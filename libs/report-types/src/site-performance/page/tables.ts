/** Every table of the report's own, in its order. */
import type { Table } from '../../model/table.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SitePerformanceDataset } from '../dataset.ts';
import { queryTables } from './tables/queries.ts';
import { siteTables } from './tables/sites.ts';

export const sitePerformanceTables = (dataset: SitePerformanceDataset, voice: Voice): Table[] => [
  ...siteTables(dataset, voice),
  ...queryTables(dataset, voice),
];
