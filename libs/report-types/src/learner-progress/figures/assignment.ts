/** How a row of TRAINING is read: one learner and one course, and where it stands on a day. */
import type { LocalDate } from '@rounds/contracts/period';
import { addDays } from '../../folds/days.ts';
import { ratio } from '../../folds/decimal.ts';
import type { Fold } from '../../folds/fold.ts';
import { NOTHING_KEPT } from '../../folds/kept.ts';
import { coded, numeric, text, type StudyRow } from '../../folds/study-row.ts';
import type { AssignmentRow, AssignmentState, LearnerProgressContent } from '../dataset.ts';

export interface Assignment {
  readonly key: string;
  readonly learnerId: string;
  readonly name: string;
  readonly siteId: string;
  readonly department: string;
  readonly courseId: string;
  readonly title: string;
  /** TRSTAT, as last reported. */
  readonly status: string;
  readonly enrolledOn: LocalDate;
  /** Of a completed or failed course; null while it is under way. */
  readonly endedOn: LocalDate | null;
  readonly dueOn: LocalDate;
  readonly score: number | null;
  readonly seconds: number | null;
}

/** The import has seen to it that dates are whole. */
const dayIn = ({ row }: StudyRow, variable: string): LocalDate | null =>
  text(row, variable).slice(0, 10) || null;

const assignmentOf = (from: StudyRow, overdueAfterDays: number): Assignment => ({
  key: from.key,
  learnerId: text(from.row, 'LEARNID'),
  name: text(from.row, 'LEARNER'),
  siteId: from.siteId ?? '',
  department: text(from.row, 'DEPT'),
  courseId: text(from.row, 'COURSEID'),
  title: text(from.row, 'COURSE'),
  status: coded(from.row, 'TRSTAT'),
  enrolledOn: from.day,
  endedOn: dayIn(from, 'COMPDTC'),
  dueOn: dayIn(from, 'DUEDTC') ?? addDays(from.day, overdueAfterDays),
  score: numeric(from.row, 'SCORE'),
  seconds: numeric(from.row, 'TIMESEC'),
});

/** One word a department may have; those of no department are under the empty one. */
const isOf = (wanted: readonly string[] | 'all', name: string): boolean =>
  wanted === 'all' || wanted.includes(name);

/**
 * In the order of their keys. All are kept: a study has thousands, never millions. Courses from which a learner was
 * withdrawn are in no figure.
 */
export const foldAssignments = ({
  department,
  course,
  overdueAfterDays,
}: LearnerProgressContent['parameters']): Fold<readonly Assignment[]> => {
  const assignments: Assignment[] = [];
  return {
    ...NOTHING_KEPT,
    on: {
      TRAINING: (row) => {
        const assignment = assignmentOf(row, overdueAfterDays);
        if (assignment.status === 'WITHDRAWN') return;
        if (isOf(department, assignment.department) && isOf(course, assignment.courseId))
          assignments.push(assignment);
      },
    },
    result: () => assignments,
  };
};

const hasEnded = ({ endedOn }: Assignment, end: LocalDate): boolean => endedOn === null || endedOn < end;

/** Before `end`, exclusive: what ended on a later day was still in progress. */
export const stateAt = (end: LocalDate, assignment: Assignment): AssignmentState => {
  const { status } = assignment;
  if (status === 'ENROLLED') return 'not started';
  if (status === 'COMPLETED' && hasEnded(assignment, end)) return 'completed';
  if (status === 'FAILED' && hasEnded(assignment, end)) return 'failed';
  return 'in progress';
};

/** The due day is over, and the course is not completed. */
export const isOverdue = (end: LocalDate, assignment: Assignment): boolean =>
  assignment.dueOn < end && stateAt(end, assignment) !== 'completed';

/** Seconds in minutes, two decimals. */
export const minutes = (seconds: number): number => ratio(seconds, 60);

export const rowAt = (end: LocalDate, assignment: Assignment): AssignmentRow => {
  const { learnerId, name, siteId, department, courseId, title, enrolledOn, dueOn, seconds } = assignment;
  const state = stateAt(end, assignment);
  const isCompleted = state === 'completed';
  return {
    learnerId,
    name,
    siteId,
    department,
    courseId,
    title,
    state,
    enrolledOn,
    dueOn,
    completedOn: isCompleted ? assignment.endedOn : null,
    score: isCompleted ? assignment.score : null,
    timeSpent: seconds === null ? null : minutes(seconds),
  };
};
