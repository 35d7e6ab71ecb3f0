/** What a training report compares with the last one. */
import type { ComparedFigure } from '../../compared.ts';

export const COMPARED: readonly ComparedFigure[] = [
  { path: 'summary.overdue', label: 'Courses overdue', of: 'toDate', grave: true },
  { path: 'summary.failed', label: 'Courses failed and not repeated', of: 'toDate' },
  { path: 'summary.notStarted', label: 'Courses not begun', of: 'toDate' },
  { path: 'summary.completedToDate', label: 'Courses completed to date', of: 'toDate' },
  { path: 'summary.totalCourses', label: 'Courses assigned to date', of: 'toDate' },
  { path: 'summary.learners', label: 'Learners', of: 'toDate' },
  { path: 'summary.completedCourses', label: 'Courses completed', of: 'inPeriod' },
];
