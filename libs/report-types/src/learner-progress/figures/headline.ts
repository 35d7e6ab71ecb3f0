/** The few figures and sentences that a mail may show: no learner is named in them. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import type { Voice } from '../../model/words/voice.ts';
import type { LearnerProgressContent } from '../dataset.ts';

/** The mail names the run's period: figures of other days say so. */
const completedLabel = (
  { period, range }: Dataset & LearnerProgressContent,
  { say, period: words }: Voice,
): string =>
  period.start === range.start && period.end === range.end
    ? say('Courses completed')
    : say('Courses completed, {period}', { period: words(range) });

export const headline = (
  dataset: Dataset & LearnerProgressContent,
  voice: Voice,
): Pick<Headline, 'figures' | 'attention'> => {
  const { say } = voice;
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
      figure(completedLabel(dataset, voice), 'completedCourses'),
      figure(say('Learners'), 'learners'),
      figure(say('Learners who have completed all'), 'learnersDone'),
      figure(say('Courses overdue'), 'overdue'),
      figure(say('Courses not begun'), 'notStarted'),
    ],
    attention: [
      ...(summary.overdue > 0 ? [say('{n## course|# courses} overdue.', { n: summary.overdue })] : []),
      ...(summary.failed > 0
        ? [say('{n## course|# courses} failed and not repeated.', { n: summary.failed })]
        : []),
    ],
  };
};
