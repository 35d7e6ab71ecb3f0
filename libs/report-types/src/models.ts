import type { ReportTypeId } from './catalogue.ts';
import { learnerProgressModel } from './learner-progress/page/model.ts';
import type { ModelBuilder } from './model/report-model.ts';
import { safetyWeeklyModel } from './safety-weekly/page/model.ts';
import { sitePerformanceModel } from './site-performance/page/model.ts';
import { studyWeeklyModel } from './study-weekly/page/model.ts';

export const MODELS: Readonly<Record<ReportTypeId, ModelBuilder>> = {
  'study-weekly': studyWeeklyModel,
  'safety-weekly': safetyWeeklyModel,
  'site-performance': sitePerformanceModel,
  'learner-progress': learnerProgressModel,
};
