/** From the rows of TRAINING to the content of a `learner-progress` dataset. Definitions: docs/learner-progress.md. */
import type { NotComputed } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import type { Aggregator } from '../aggregator.ts';
import { comparedOf } from '../figures/declared.ts';
import { periodBefore } from '../folds/days.ts';
import { NO_ROW_QUALITY } from '../quality/row-quality.ts';
import { parametersOf } from '../report-type.ts';
import type { LearnerProgressContent } from './dataset.ts';
import { foldAssignments, type Assignment } from './figures/assignment.ts';
import { FIGURES } from './figures/figures.ts';
import { headline } from './figures/headline.ts';
import { listingsOf } from './figures/listings.ts';
import { assignedBefore, coursesOf, departmentsOf, learnersOf, summaryOf } from './figures/progress.ts';
import { appliedParameters, cutShort, rangeOf } from './figures/range.ts';
import { weeksOf } from './figures/trends.ts';
import { learnerProgress } from './learner-progress.ts';

/** A sum of some of the times is one too small. */
const missingTimes = (all: readonly Assignment[], { end }: Period): NotComputed[] => {
  const assignments = assignedBefore(all, end);
  const without = assignments.filter(({ seconds }) => seconds === null).length;
  if (without === 0) return [];
  const values = { courses: without, all: assignments.length };
  return [{ figure: 'totalTimeSpent', code: 'times-missing', values }];
};

const contentOf = (
  assignments: readonly Assignment[],
  range: Period,
  parameters: LearnerProgressContent['parameters'],
): LearnerProgressContent => {
  const before = periodBefore(range);
  return {
    parameters,
    range,
    timeUnit: 'minutes',
    summary: summaryOf(assignments, range),
    previous: { period: before, summary: summaryOf(assignments, before) },
    learners: learnersOf(assignments, range),
    departments: departmentsOf(assignments, range),
    courses: coursesOf(assignments, range),
    trends: { weeks: weeksOf(assignments, range.end) },
    listings: listingsOf(assignments, range),
  };
};

export const learnerProgressAggregator: Aggregator<LearnerProgressContent> = {
  domains: ['TRAINING'],
  fold: (reading) => {
    const given = parametersOf(learnerProgress, reading.parameters);
    const range = rangeOf(given, reading.period);
    const parameters = appliedParameters(given, range);
    const fold = foldAssignments(parameters);
    return {
      ...fold,
      result: () => {
        const assignments = fold.result();
        return {
          content: contentOf(assignments, range, parameters),
          quality: {
            ...NO_ROW_QUALITY,
            notComputed: [...cutShort(given, range), ...missingTimes(assignments, range)],
          },
          shows: () => false,
        };
      },
    };
  },
  compared: comparedOf(FIGURES),
  headline,
};
