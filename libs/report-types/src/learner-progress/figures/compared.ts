/** What a training report compares with the last one. */
import type { ComparedFigure } from '../../compared.ts';

export const COMPARED: readonly ComparedFigure[] = [
  { path: 'summary.overdue', label: 'learner-progress.courses-overdue', of: 'toDate', grave: true },
  { path: 'summary.failed', label: 'learner-progress.courses-failed-and-not-repeated', of: 'toDate' },
  { path: 'summary.notStarted', label: 'learner-progress.courses-not-begun', of: 'toDate' },
  { path: 'summary.completedToDate', label: 'learner-progress.courses-completed-to-date', of: 'toDate' },
  { path: 'summary.totalCourses', label: 'learner-progress.courses-assigned-to-date', of: 'toDate' },
  { path: 'summary.learners', label: 'learner-progress.learners', of: 'toDate' },
  { path: 'summary.completedCourses', label: 'learner-progress.courses-completed', of: 'inPeriod' },
];
