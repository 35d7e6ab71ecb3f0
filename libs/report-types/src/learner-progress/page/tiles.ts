import { tileOf } from '../../model/parts/tiles.ts';
import type { Tile } from '../../model/report-model.ts';
import { percent } from '../../model/words/numbers.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { LearnerProgressDataset, Summary } from '../dataset.ts';

type Figure = {
  readonly [Key in keyof Summary]: Summary[Key] extends number | null ? Key : never;
}[keyof Summary];

/** The figures of the first page, each with that of the range before beside it. */
export const tiles = (
  { summary, previous, trends, listings, departments }: LearnerProgressDataset,
  voice: Voice,
): Tile[] => {
  const { say } = voice;
  const both = (key: Figure) => ({ now: summary[key], before: previous.summary[key] });
  const share = voice.percent(percent(summary.completedToDate, summary.totalCourses));
  const scored = listings.completions.filter(({ score }) => score !== null).length;
  return [
    {
      label: say('learner-progress.courses-completed'),
      section: 'completions',
      ...both('completedCourses'),
      context: say('n-to-date', { n: summary.completedToDate }),
      trend: trends.weeks.map(({ completions }) => completions),
    },
    {
      label: say('learner-progress.courses-assigned'),
      section: 'courses',
      ...both('totalCourses'),
      context: say('learner-progress.share-completed', { share }),
      trend: trends.weeks.map(({ assignedToDate }) => assignedToDate),
    },
    {
      label: say('learner-progress.overdue'),
      section: 'overdue',
      ...both('overdue'),
      context: say('learner-progress.n-learners', {
        n: new Set(listings.overdue.map(({ learnerId }) => learnerId)).size,
      }),
      urgent: summary.overdue > 0,
    },
    {
      label: say('learner-progress.not-begun'),
      section: 'overdue',
      ...both('notStarted'),
      context: say('learner-progress.overdue-ones-included'),
    },
    {
      label: say('learner-progress.learners'),
      section: 'learners',
      ...both('learners'),
      context: say('learner-progress.n-departments', { n: departments.length }),
    },
    {
      label: say('learner-progress.learners-done'),
      section: 'learners',
      ...both('learnersDone'),
      context: say('learner-progress.all-their-courses-completed'),
    },
    {
      label: say('learner-progress.average-score'),
      section: 'completions',
      ...both('averageScore'),
      digits: 2,
      context: say('learner-progress.n-scored-courses', { n: scored }),
    },
    {
      label: say('learner-progress.minutes-spent'),
      section: 'learners',
      ...both('totalTimeSpent'),
      digits: 0,
      context: say('learner-progress.all-courses-as-last-reported'),
    },
  ].map((source) => tileOf(source, voice));
};
