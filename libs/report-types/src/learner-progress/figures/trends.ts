/** The weeks that end with the range. */
import type { LocalDate } from '@rounds/contracts/period';
import { addDays } from '../../folds/days.ts';
import { MOST_WEEKS, weekIndex } from '../../folds/weeks.ts';
import type { TrainingWeek } from '../dataset.ts';
import { stateAt, type Assignment } from './assignment.ts';
import { assignedBefore } from './progress.ts';

const before = (days: readonly LocalDate[], end: LocalDate): number => days.filter((day) => day < end).length;

export const weeksOf = (all: readonly Assignment[], end: LocalDate): TrainingWeek[] => {
  const assignments = assignedBefore(all, end);
  const enrolled = assignments.map(({ enrolledOn }) => enrolledOn);
  const completed = assignments
    .filter((assignment) => stateAt(end, assignment) === 'completed')
    .flatMap(({ endedOn }) => endedOn ?? []);
  const indexOf = weekIndex(end);
  const oldest = enrolled.reduce((most, day) => Math.max(most, indexOf(day)), 0);
  return Array.from({ length: Math.min(MOST_WEEKS, oldest + 1) }, (_, index) => {
    const weekEnd = addDays(end, -7 * index);
    const start = addDays(weekEnd, -7);
    return {
      start,
      end: weekEnd,
      enrolments: before(enrolled, weekEnd) - before(enrolled, start),
      completions: before(completed, weekEnd) - before(completed, start),
      assignedToDate: before(enrolled, weekEnd),
      completedToDate: before(completed, weekEnd),
    };
  }).reverse();
};
