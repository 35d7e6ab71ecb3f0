/**
 * Every report type, by its id. It pulls in nothing but schemas: what makes the reports stands in aggregators.ts
 * and models.ts. A new type is its folder and its line in the three.
 */
import { invalidInput } from '@rounds/contracts/errors';
import { z } from 'zod';
import { learnerProgress } from './learner-progress/learner-progress.ts';
import type { ReportType } from './report-type.ts';
import { safetyWeekly } from './safety-weekly/safety-weekly.ts';
import { sitePerformance } from './site-performance/site-performance.ts';
import { studyWeekly } from './study-weekly/study-weekly.ts';

export const REPORT_TYPES = {
  'study-weekly': studyWeekly,
  'safety-weekly': safetyWeekly,
  'site-performance': sitePerformance,
  'learner-progress': learnerProgress,
} as const satisfies Readonly<Record<string, ReportType>>;

export type ReportTypeId = keyof typeof REPORT_TYPES;

const ids = Object.keys(REPORT_TYPES) as ReportTypeId[];

export const reportTypeId = z.enum(ids, `must be one of the report types: ${ids.join(', ')}`);

/** @throws RoundsError INVALID_INPUT for a name that is no report type's */
export const reportTypeOf = (name: string): ReportTypeId => {
  const parsed = reportTypeId.safeParse(name);
  if (parsed.success) return parsed.data;
  throw invalidInput('reportType', parsed.error.issues);
};
