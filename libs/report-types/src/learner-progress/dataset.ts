/**
 * The dataset of a `learner-progress` run. Names and definitions: docs/learner-progress.md. An *assignment* is one
 * learner and one course. Time is in minutes, means and times have two decimals.
 */
import type { Dataset } from '@rounds/contracts/dataset';
import type { LocalDate, Period } from '@rounds/contracts/period';

export interface LearnerProgressDataset extends Dataset, LearnerProgressContent {
  readonly reportType: 'learner-progress';
}

export interface LearnerProgressContent {
  /** As they were applied. */
  readonly parameters: {
    readonly from: LocalDate;
    /** Included. */
    readonly to: LocalDate;
    readonly department: readonly string[] | 'all';
    readonly course: readonly string[] | 'all';
    readonly overdueAfterDays: number;
  };
  /** `from` to the day after `to`. */
  readonly range: Period;
  readonly timeUnit: 'minutes';
  readonly summary: Summary;
  /** The summary of the range of equal length before. */
  readonly previous: { readonly period: Period; readonly summary: Summary };
  /** By name, then by id. */
  readonly learners: readonly LearnerProgress[];
  /** By name; those without one last. */
  readonly departments: readonly DepartmentProgress[];
  /** By title, then by id. */
  readonly courses: readonly CourseProgress[];
  readonly trends: { readonly weeks: readonly TrainingWeek[] };
  readonly listings: TrainingListings;
}

/** Of the assignments of a learner, a department or a course. */
export interface Progress {
  /** Assignments up to the last day of the range. */
  readonly totalCourses: number;
  /** Of these, completed within the range. */
  readonly completedCourses: number;
  /** Of these, completed up to the last day of the range. */
  readonly completedToDate: number;
  readonly overdue: number;
  /** Mean score of those completed within the range that have one; null where none has. */
  readonly averageScore: number | null;
  /** Minutes, as last reported, of all these assignments; null where none has a time. */
  readonly totalTimeSpent: number | null;
}

export interface Summary extends Progress {
  readonly learners: number;
  /** Learners all of whose courses are completed. */
  readonly learnersDone: number;
  readonly inProgress: number;
  readonly notStarted: number;
  readonly failed: number;
  /** Of all those completed to date. */
  readonly averageScoreToDate: number | null;
}

export interface LearnerProgress extends Progress {
  readonly learnerId: string;
  /** Empty where it was not given. */
  readonly name: string;
  /** Empty for a learner of no site. */
  readonly siteId: string;
  readonly department: string;
}

export interface DepartmentProgress extends Progress {
  readonly department: string;
  readonly learners: number;
}

export interface CourseProgress extends Progress {
  readonly courseId: string;
  readonly title: string;
  readonly failed: number;
}

/** One point a week, oldest first, at most 26; the last ends with the range. */
export interface TrainingWeek {
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly enrolments: number;
  readonly completions: number;
  readonly assignedToDate: number;
  readonly completedToDate: number;
}

export type AssignmentState = 'completed' | 'in progress' | 'not started' | 'failed';

export interface AssignmentRow {
  readonly learnerId: string;
  readonly name: string;
  readonly siteId: string;
  readonly department: string;
  readonly courseId: string;
  readonly title: string;
  readonly state: AssignmentState;
  readonly enrolledOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Null unless completed up to the last day of the range. */
  readonly completedOn: LocalDate | null;
  readonly score: number | null;
  /** Minutes. */
  readonly timeSpent: number | null;
}

export interface TrainingListings {
  /** The longest overdue first. */
  readonly overdue: readonly (AssignmentRow & { readonly daysOverdue: number })[];
  /** Not started, nor overdue; the first due first. */
  readonly notStarted: readonly AssignmentRow[];
  /** Completed within the range, by day. */
  readonly completions: readonly AssignmentRow[];
}
