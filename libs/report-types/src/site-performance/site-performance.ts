import { z } from 'zod';
import type { ReportType } from '../report-type.ts';

const days = (least: number, most: number, otherwise: number) =>
  z.int().min(least).max(most).default(otherwise);

export const sitePerformance = {
  id: 'site-performance',
  version: 2,
  title: 'site-performance.title',
  description: 'site-performance.description',
  names: {
    daily: 'site-performance.name.daily',
    weekly: 'site-performance.name.weekly',
    monthly: 'site-performance.name.monthly',
    other: 'site-performance.name.other',
  },
  parameters: z.strictObject({
    silentAfterDays: days(7, 180, 14).describe(
      'Whole days without any record after which a site with ongoing subjects counts as silent.',
    ),
    overdueAfterDays: days(1, 365, 14).describe('Days after which an open query counts as overdue.'),
    lateAfterDays: days(1, 180, 7).describe(
      'Days from collection to arrival after which a record counts as late.',
    ),
  }),
  sections: [
    { id: 'sites', title: 'site-performance.sites-at-a-glance' },
    { id: 'enrolment', title: 'enrolment' },
    { id: 'visits', title: 'visits' },
    { id: 'silence', title: 'site-performance.silence' },
    { id: 'queries', title: 'site-performance.data-queries' },
    { id: 'entry-lag', title: 'site-performance.data-entry-lag' },
    { id: 'changes', title: 'changes' },
    { id: 'data-quality', title: 'data-quality', always: true },
    { id: 'appendix', title: 'appendix-title', always: true },
  ],
} as const satisfies ReportType;

export type SiteParameters = z.infer<typeof sitePerformance.parameters>;
