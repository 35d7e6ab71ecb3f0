/** Every table of the report, in its order. What the PDF lists, the XLSX and the CSV hold, and nothing else. */
import { changeTables } from '../../model/parts/changes.ts';
import { dataQualityTables } from '../../model/parts/data-quality.ts';
import { documentTables } from '../../model/parts/documents.ts';
import type { Drawing } from '../../model/report-model.ts';
import type { Table } from '../../model/table.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';
import { adverseEventTables } from './tables/adverse-events.ts';
import { appendixTables } from './tables/appendix.ts';
import { enrolmentTables } from './tables/enrolment.ts';
import { laboratoryTables } from './tables/laboratory.ts';
import { visitTables } from './tables/visits.ts';
import { vitalSignTables } from './tables/vital-signs.ts';

export const studyWeeklyTables = (dataset: StudyWeeklyDataset, drawing: Drawing): Table[] => [
  ...enrolmentTables(dataset),
  ...visitTables(dataset),
  ...adverseEventTables(dataset),
  ...laboratoryTables(dataset),
  ...vitalSignTables(dataset),
  ...changeTables(dataset),
  ...documentTables(dataset),
  ...dataQualityTables(dataset, drawing),
  ...appendixTables(dataset),
];
