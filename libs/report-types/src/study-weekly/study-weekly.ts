import { z } from 'zod';
import type { ReportType } from '../report-type.ts';

export const studyWeekly = {
  id: 'study-weekly',
  version: 2,
  title: 'study-weekly.title',
  description: 'study-weekly.description',
  names: {
    daily: 'study-weekly.name.daily',
    weekly: 'study-weekly.name.weekly',
    monthly: 'study-weekly.name.monthly',
    other: 'study-weekly.name.other',
  },
  parameters: z.strictObject({}),
  sections: [
    { id: 'enrolment', title: 'enrolment' },
    { id: 'visits', title: 'visits' },
    { id: 'adverse-events', title: 'adverse-events' },
    { id: 'laboratory', title: 'study-weekly.laboratory' },
    { id: 'vital-signs', title: 'study-weekly.vital-signs' },
    { id: 'changes', title: 'changes' },
    { id: 'documents', title: 'study-weekly.documents' },
    { id: 'data-quality', title: 'data-quality', always: true },
    { id: 'appendix', title: 'appendix-title', always: true },
  ],
} as const satisfies ReportType;
