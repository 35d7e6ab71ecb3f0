import type { ReportTypeId } from './catalogue.ts';
import type { ModelBuilder } from './model/report-model.ts';
import { safetyWeeklyModel } from './safety-weekly/page/model.ts';
import { studyWeeklyModel } from './study-weekly/page/model.ts';

export const MODELS: Readonly<Record<ReportTypeId, ModelBuilder>> = {
  'study-weekly': studyWeeklyModel,
  'safety-weekly': safetyWeeklyModel,
};
