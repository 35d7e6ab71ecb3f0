/** The few figures and sentences that a mail may show: no learner is named in them. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import type { Saying } from '@rounds/contracts/saying';
import { saying } from '../../model/words/message.ts';
import type { LearnerProgressContent } from '../dataset.ts';

/** The mail names the run's period: figures of other days say so. */
const completedLabel = ({ period, range }: Dataset & LearnerProgressContent): Saying =>
  period.start === range.start && period.end === range.end
    ? saying('learner-progress.courses-completed')
    : saying('learner-progress.courses-completed-in', { period: range });

export const headline = (
  dataset: Dataset & LearnerProgressContent,
): Pick<Headline, 'figures' | 'attention'> => {
  const { summary, previous } = dataset;
  const figure = (
    label: Saying,
    key: 'learners' | 'learnersDone' | 'completedCourses' | 'overdue' | 'notStarted',
  ) => ({
    label,
    value: summary[key],
    previous: previous.summary[key],
  });
  return {
    figures: [
      figure(completedLabel(dataset), 'completedCourses'),
      figure(saying('learner-progress.learners'), 'learners'),
      figure(saying('learner-progress.learners-who-have-completed-all'), 'learnersDone'),
      figure(saying('learner-progress.courses-overdue'), 'overdue'),
      figure(saying('learner-progress.courses-not-begun'), 'notStarted'),
    ],
    attention: [
      ...(summary.overdue > 0 ? [saying('learner-progress.mailed.overdue', { n: summary.overdue })] : []),
      ...(summary.failed > 0 ? [saying('learner-progress.mailed.failed', { n: summary.failed })] : []),
    ],
  };
};
