/** Generated from report-types.json by `npm run generate`: do not edit. */
import type { Aggregator } from './aggregator.ts';
import type { ReportTypeId } from './catalogue.ts';
import { studyWeeklyAggregator } from './study-weekly/aggregator.ts';
import { safetyWeeklyAggregator } from './safety-weekly/aggregator.ts';
import { sitePerformanceAggregator } from './site-performance/aggregator.ts';
import { learnerProgressAggregator } from './learner-progress/aggregator.ts';
export const AGGREGATORS: Readonly<Record<ReportTypeId, Aggregator>> = {
  'study-weekly': studyWeeklyAggregator,
  'safety-weekly': safetyWeeklyAggregator,
  'site-performance': sitePerformanceAggregator,
  'learner-progress': learnerProgressAggregator,
};
