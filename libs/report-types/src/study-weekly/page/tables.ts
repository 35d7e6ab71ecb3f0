/** Every table of the report, in its order. What the PDF lists, the XLSX and the CSV hold, and nothing else. */
import { changeTables } from '../../model/parts/changes.ts';
import { dataQualityTables } from '../../model/parts/data-quality.ts';
import { documentTables } from '../../model/parts/documents.ts';
import type { Drawing } from '../../model/report-model.ts';
import type { Table } from '../../model/table.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';
import { COMPARED } from '../figures/compared.ts';
import { adverseEventTables } from './tables/adverse-events.ts';
import { appendixTables } from './tables/appendix.ts';
import { enrolmentTables } from './tables/enrolment.ts';
import { laboratoryTables } from './tables/laboratory.ts';
import { visitTables } from './tables/visits.ts';
import { vitalSignTables } from './tables/vital-signs.ts';

export const studyWeeklyTables = (dataset: StudyWeeklyDataset, voice: Voice, drawing: Drawing): Table[] => [
  ...enrolmentTables(dataset, voice),
  ...visitTables(dataset, voice),
  ...adverseEventTables(dataset, voice),
  ...laboratoryTables(dataset, voice),
  ...vitalSignTables(dataset, voice),
  ...changeTables(dataset, COMPARED, voice),
  ...documentTables(dataset, voice),
  ...dataQualityTables(dataset, voice, drawing),
  ...appendixTables(dataset, voice),
];
