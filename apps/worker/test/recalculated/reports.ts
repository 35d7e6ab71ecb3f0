/** Each report type: with which parameters, what is recalculated of it, and what it tells of that. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { LearnerProgressDataset } from '@rounds/report-types/learner-progress/dataset';
import type { SafetyWeeklyDataset } from '@rounds/report-types/safety-weekly/dataset';
import type { SitePerformanceDataset } from '@rounds/report-types/site-performance/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { learnerProgress } from './oracle/learner-progress.ts';
import { safetyWeekly } from './oracle/safety-weekly.ts';
import type { Seen } from './oracle/seen.ts';
import { sitePerformance } from './oracle/site-performance.ts';
import { studyWeekly } from './oracle/study-weekly.ts';
import { learnerProgressTold, safetyWeeklyTold, sitePerformanceTold, studyWeeklyTold } from './told.ts';

interface Report {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly recalculated: (seen: Seen, isUnblinded: boolean) => object;
  readonly told: (dataset: Dataset) => object;
}

const SEVERITIES = ['SEVERE', 'MODERATE', 'MILD'] as const;

export const reportsOf = (seed: number): Readonly<Record<string, Report>> => {
  const minimumSeverity = SEVERITIES[seed % 3] ?? 'SEVERE';
  const site = { silentAfterDays: 7 + (seed % 3), overdueAfterDays: 5 + seed, lateAfterDays: 1 + (seed % 9) };
  return {
    'study-weekly': {
      parameters: {},
      recalculated: studyWeekly,
      told: (dataset) => studyWeeklyTold(dataset as StudyWeeklyDataset),
    },
    'safety-weekly': {
      parameters: { minimumSeverity },
      recalculated: (seen) => safetyWeekly(seen, minimumSeverity),
      told: (dataset) => safetyWeeklyTold(dataset as SafetyWeeklyDataset),
    },
    'site-performance': {
      parameters: site,
      recalculated: (seen) => sitePerformance(seen, site),
      told: (dataset) => sitePerformanceTold(dataset as SitePerformanceDataset),
    },
    'learner-progress': {
      parameters: {},
      recalculated: learnerProgress,
      told: (dataset) => learnerProgressTold(dataset as LearnerProgressDataset),
    },
  };
};
