/** Every table of the report's own, in its order. What the PDF lists, the XLSX and the CSV hold, and nothing else. */
import { documentTables } from '../../model/parts/documents.ts';
import type { Table } from '../../model/table.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';
import { adverseEventTables } from './tables/adverse-events.ts';
import { enrolmentTables } from './tables/enrolment.ts';
import { laboratoryTables } from './tables/laboratory.ts';
import { visitTables } from './tables/visits.ts';
import { vitalSignTables } from './tables/vital-signs.ts';

export const studyWeeklyTables = (dataset: StudyWeeklyDataset, voice: Voice): Table[] => [
  ...enrolmentTables(dataset, voice),
  ...visitTables(dataset, voice),
  ...adverseEventTables(dataset, voice),
  ...laboratoryTables(dataset, voice),
  ...vitalSignTables(dataset, voice),
  ...documentTables(dataset, voice),
];
