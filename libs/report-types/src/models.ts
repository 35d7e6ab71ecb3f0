/** Generated from report-types.json by `npm run generate`: do not edit. */
import type { ReportTypeId } from './catalogue.ts';
import type { ModelBuilder } from './model/report-model.ts';
import { studyWeeklyModel } from './study-weekly/page/model.ts';
import { safetyWeeklyModel } from './safety-weekly/page/model.ts';
import { sitePerformanceModel } from './site-performance/page/model.ts';
import { learnerProgressModel } from './learner-progress/page/model.ts';
export const MODELS: Readonly<Record<ReportTypeId, ModelBuilder>> = {
  'study-weekly': studyWeeklyModel,
  'safety-weekly': safetyWeeklyModel,
  'site-performance': sitePerformanceModel,
  'learner-progress': learnerProgressModel,
};
