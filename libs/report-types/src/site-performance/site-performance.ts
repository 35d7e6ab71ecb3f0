import { z } from 'zod';
import type { ReportType } from '../report-type.ts';

const days = (least: number, most: number, otherwise: number) =>
  z
    .int(`must be a whole number of days`)
    .min(least, `must be ${least} days at least`)
    .max(most, `must be ${most} days at most`)
    .default(otherwise);

export const sitePerformance = {
  id: 'site-performance',
  version: 2,
  title: 'Site performance report',
  noun: 'site performance report',
  description:
    'Each site’s enrolment, visits, data queries, silence and data entry lag in the period, and to date.',
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
    { id: 'sites', title: 'Sites at a glance' },
    { id: 'enrolment', title: 'Enrolment' },
    { id: 'visits', title: 'Visits' },
    { id: 'silence', title: 'Silence' },
    { id: 'queries', title: 'Data queries' },
    { id: 'entry-lag', title: 'Data entry lag' },
    { id: 'changes', title: 'Changes' },
    { id: 'data-quality', title: 'Data quality', always: true },
    { id: 'appendix', title: 'Appendix: figures by week and manifest', always: true },
  ],
} as const satisfies ReportType;

export type SiteParameters = z.infer<typeof sitePerformance.parameters>;
