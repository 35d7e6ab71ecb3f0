/** The few figures and sentences that a mail may show: no learner is named in them. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import { periodWords } from '../../model/words/dates.ts';
import { count } from '../../model/words/numbers.ts';
import type { LearnerProgressContent } from '../dataset.ts';

/** The mail names the run's period: figures of other days say so. */
const inRange = ({ period, range }: Dataset & LearnerProgressContent): string =>
  period.start === range.start && period.end === range.end ? '' : `, ${periodWords(range)}`;

export const headline = (
  dataset: Dataset & LearnerProgressContent,
): Pick<Headline, 'figures' | 'attention'> => {
  const { summary, previous } = dataset;
  const figure = (
    label: string,
    key: 'learners' | 'learnersDone' | 'completedCourses' | 'overdue' | 'notStarted',
  ) => ({
    label,
    value: summary[key],
    previous: previous.summary[key],
  });
  return {
    figures: [
      figure(`Courses completed${inRange(dataset)}`, 'completedCourses'),
      figure('Learners', 'learners'),
      figure('Learners who have completed all', 'learnersDone'),
      figure('Courses overdue', 'overdue'),
      figure('Courses not begun', 'notStarted'),
    ],
    attention: [
      ...(summary.overdue > 0 ? [`${count(summary.overdue, 'course')} overdue.`] : []),
      ...(summary.failed > 0 ? [`${count(summary.failed, 'course')} failed and not repeated.`] : []),
    ],
  };
};
