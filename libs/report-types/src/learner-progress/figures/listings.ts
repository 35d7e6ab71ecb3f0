import type { Period } from '@rounds/contracts/period';
import { daysBetween } from '../../folds/days.ts';
import type { TrainingListings } from '../dataset.ts';
import { isOverdue, rowAt, stateAt, type Assignment } from './assignment.ts';
import { assignedBefore, completedIn } from './progress.ts';

/** By a day; what is of one day stays in the order of its keys. */
const byDay =
  <Row>(dayOf: (row: Row) => string) =>
  (a: Row, b: Row): number => {
    const [left, right] = [dayOf(a), dayOf(b)];
    return left === right ? 0 : left < right ? -1 : 1;
  };

export const listingsOf = (all: readonly Assignment[], range: Period): TrainingListings => {
  const { end } = range;
  const assignments = assignedBefore(all, end);
  const waits = (assignment: Assignment) =>
    stateAt(end, assignment) === 'not started' && !isOverdue(end, assignment);
  return {
    overdue: assignments
      .filter((assignment) => isOverdue(end, assignment))
      .map((assignment) => ({ ...rowAt(end, assignment), daysOverdue: daysBetween(assignment.dueOn, end) }))
      .sort(byDay(({ dueOn }) => dueOn)),
    notStarted: assignments
      .filter(waits)
      .map((assignment) => rowAt(end, assignment))
      .sort(byDay(({ dueOn }) => dueOn)),
    completions: completedIn(assignments, range)
      .map((assignment) => rowAt(end, assignment))
      .sort(byDay(({ completedOn }) => completedOn ?? '')),
  };
};
