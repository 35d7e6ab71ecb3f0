/** Every table of the report, in its order. */
import { changeTables } from '../../model/parts/changes.ts';
import { dataQualityTables } from '../../model/parts/data-quality.ts';
import { deathTable } from '../../model/parts/deaths.ts';
import { textsTable } from '../../model/parts/documents.ts';
import type { Drawing } from '../../model/report-model.ts';
import type { Table } from '../../model/table.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { COMPARED } from '../figures/compared.ts';
import { appendixTables } from './tables/appendix.ts';
import { eventTables } from './tables/events.ts';
import { liverTables } from './tables/liver.ts';
import { termTables } from './tables/terms.ts';

export const safetyTables = (dataset: SafetyWeeklyDataset, voice: Voice, drawing: Drawing): Table[] => [
  ...eventTables(dataset, voice),
  deathTable(dataset.listings.deaths, 'deaths', voice),
  ...liverTables(dataset, voice),
  ...termTables(dataset, voice),
  textsTable(dataset.documents, 'narratives', voice),
  ...changeTables(dataset, COMPARED, voice),
  ...dataQualityTables(dataset, voice, drawing),
  ...appendixTables(dataset, voice),
];
