/** The figures of docs/learner-progress.md over assignments of a range. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { foldMean } from '../../folds/decimal.ts';
import { isIn } from '../../folds/study-row.ts';
import { entryOf } from '../../folds/tally.ts';
import type { CourseProgress, DepartmentProgress, LearnerProgress, Progress, Summary } from '../dataset.ts';
import { isOverdue, minutes, stateAt, type Assignment } from './assignment.ts';

type Assignments = readonly Assignment[];

/** Those made up to the last day of the range. */
export const assignedBefore = (assignments: Assignments, end: LocalDate): Assignments =>
  assignments.filter(({ enrolledOn }) => enrolledOn < end);

const completedBefore = (assignments: Assignments, end: LocalDate): Assignments =>
  assignments.filter((assignment) => stateAt(end, assignment) === 'completed');

export const completedIn = (assignments: Assignments, range: Period): Assignments =>
  completedBefore(assignments, range.end).filter(({ endedOn }) => endedOn !== null && isIn(range, endedOn));

const meanScore = (assignments: Assignments): number | null => {
  const mean = foldMean();
  for (const { score } of assignments) if (score !== null) mean.add(score);
  return mean.result().mean;
};

const timeSpent = (assignments: Assignments): number | null => {
  const times = assignments.flatMap(({ seconds }) => seconds ?? []);
  return times.length === 0 ? null : minutes(times.reduce((sum, seconds) => sum + seconds, 0));
};

/** @param assignments made before the end of the range */
const progressOf = (assignments: Assignments, range: Period): Progress => {
  const completed = completedIn(assignments, range);
  return {
    totalCourses: assignments.length,
    completedCourses: completed.length,
    completedToDate: completedBefore(assignments, range.end).length,
    overdue: assignments.filter((assignment) => isOverdue(range.end, assignment)).length,
    averageScore: meanScore(completed),
    totalTimeSpent: timeSpent(assignments),
  };
};

const groupedBy = (
  assignments: Assignments,
  keyOf: (assignment: Assignment) => string,
): [key: string, group: Assignments][] => {
  const groups = new Map<string, Assignment[]>();
  for (const assignment of assignments) entryOf(groups, keyOf(assignment), () => []).push(assignment);
  return [...groups];
};

const byLearner = (assignments: Assignments) => groupedBy(assignments, ({ learnerId }) => learnerId);

export const summaryOf = (all: Assignments, range: Period): Summary => {
  const assignments = assignedBefore(all, range.end);
  const learners = byLearner(assignments);
  const inState = (state: ReturnType<typeof stateAt>) =>
    assignments.filter((assignment) => stateAt(range.end, assignment) === state).length;
  return {
    learners: learners.length,
    learnersDone: learners.filter(
      ([, courses]) => completedBefore(courses, range.end).length === courses.length,
    ).length,
    ...progressOf(assignments, range),
    inProgress: inState('in progress'),
    notStarted: inState('not started'),
    failed: inState('failed'),
    averageScoreToDate: meanScore(completedBefore(assignments, range.end)),
  };
};

/** What is known of someone or something is what the newest row says; of one day, the last by key. */
const newest = (group: Assignments): Assignment | undefined =>
  group.reduce<Assignment | undefined>(
    (last, each) => (last === undefined || each.enrolledOn >= last.enrolledOn ? each : last),
    undefined,
  );

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
/** The empty one last. */
const compareNames = (a: string, b: string): number =>
  a === '' || b === '' ? Number(a === '') - Number(b === '') : compare(a, b);

export const learnersOf = (all: Assignments, range: Period): LearnerProgress[] =>
  byLearner(assignedBefore(all, range.end))
    .map(([learnerId, group]) => {
      const { name = '', siteId = '', department = '' } = newest(group) ?? {};
      return { learnerId, name, siteId, department, ...progressOf(group, range) };
    })
    .sort((a, b) => compareNames(a.name, b.name) || compare(a.learnerId, b.learnerId));

export const departmentsOf = (all: Assignments, range: Period): DepartmentProgress[] =>
  groupedBy(assignedBefore(all, range.end), ({ department }) => department)
    .map(([department, group]) => ({
      department,
      learners: byLearner(group).length,
      ...progressOf(group, range),
    }))
    .sort((a, b) => compareNames(a.department, b.department));

export const coursesOf = (all: Assignments, range: Period): CourseProgress[] =>
  groupedBy(assignedBefore(all, range.end), ({ courseId }) => courseId)
    .map(([courseId, group]) => ({
      courseId,
      title: newest(group)?.title ?? '',
      ...progressOf(group, range),
      failed: group.filter((assignment) => stateAt(range.end, assignment) === 'failed').length,
    }))
    .sort((a, b) => compare(a.title, b.title) || compare(a.courseId, b.courseId));
