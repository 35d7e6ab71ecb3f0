/** Generated from report-types.json by `npm run generate`: do not edit. */
import type { ReportType } from './report-type.ts';
import { studyWeekly } from './study-weekly/study-weekly.ts';
import { safetyWeekly } from './safety-weekly/safety-weekly.ts';
import { sitePerformance } from './site-performance/site-performance.ts';
import { learnerProgress } from './learner-progress/learner-progress.ts';
/** Pulls in nothing but schemas. */
export const REPORT_TYPES = {
  'study-weekly': studyWeekly,
  'safety-weekly': safetyWeekly,
  'site-performance': sitePerformance,
  'learner-progress': learnerProgress,
} as const satisfies Readonly<Record<string, ReportType>>;
