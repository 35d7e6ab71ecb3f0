import { z } from 'zod';
import type { ReportType } from '../report-type.ts';

export const studyWeekly = {
  id: 'study-weekly',
  version: 2,
  title: 'Weekly study report',
  noun: 'report',
  description:
    'Enrolment, visits, adverse events, laboratory and vital signs of the seven days before, and to date.',
  parameters: z.strictObject({}),
  sections: [
    { id: 'enrolment', title: 'Enrolment' },
    { id: 'visits', title: 'Visits' },
    { id: 'adverse-events', title: 'Adverse events' },
    { id: 'laboratory', title: 'Laboratory' },
    { id: 'vital-signs', title: 'Vital signs' },
    { id: 'changes', title: 'Changes' },
    { id: 'documents', title: 'Documents' },
    { id: 'data-quality', title: 'Data quality', always: true },
    { id: 'appendix', title: 'Appendix: figures by week and manifest', always: true },
  ],
} as const satisfies ReportType;
