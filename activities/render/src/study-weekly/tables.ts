/** Every table of the report, in its order. What the PDF lists, the XLSX and the CSV hold, and nothing else. */
import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { Table } from './table.ts';
import { adverseEventTables } from './tables/adverse-events.ts';
import { appendixTables } from './tables/appendix.ts';
import { changeTables } from './tables/changes.ts';
import { dataQualityTables } from './tables/data-quality.ts';
import { documentTables } from './tables/documents.ts';
import { enrolmentTables } from './tables/enrolment.ts';
import { laboratoryTables } from './tables/laboratory.ts';
import { visitTables } from './tables/visits.ts';
import { vitalSignTables } from './tables/vital-signs.ts';

export const studyWeeklyTables = (dataset: StudyWeeklyDataset): Table[] => [
  ...enrolmentTables(dataset),
  ...visitTables(dataset),
  ...adverseEventTables(dataset),
  ...laboratoryTables(dataset),
  ...vitalSignTables(dataset),
  ...changeTables(dataset),
  ...documentTables(dataset),
  ...dataQualityTables(dataset),
  ...appendixTables(dataset),
];
