/** Every table of the report's own, in its order. */
import { deathTable } from '../../model/parts/deaths.ts';
import { textsTable } from '../../model/parts/documents.ts';
import type { Table } from '../../model/table.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { eventTables } from './tables/events.ts';
import { liverTables } from './tables/liver.ts';
import { termTables } from './tables/terms.ts';

export const safetyTables = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => [
  ...eventTables(dataset, voice),
  deathTable(dataset.listings.deaths, 'deaths', voice),
  ...liverTables(dataset, voice),
  ...termTables(dataset, voice),
  textsTable(dataset.documents, 'narratives', voice),
];
