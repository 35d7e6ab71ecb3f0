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
      label: say('Courses completed'),
      section: 'completions',
      ...both('completedCourses'),
      context: say('{n} to date', { n: summary.completedToDate }),
      trend: trends.weeks.map(({ completions }) => completions),
    },
    {
      label: say('Courses assigned'),
      section: 'courses',
      ...both('totalCourses'),
      context: say('{share} completed', { share }),
      trend: trends.weeks.map(({ assignedToDate }) => assignedToDate),
    },
    {
      label: say('courses§Overdue'),
      section: 'overdue',
      ...both('overdue'),
      context: say('{n#no learner|# learner|# learners}', {
        n: new Set(listings.overdue.map(({ learnerId }) => learnerId)).size,
      }),
      urgent: summary.overdue > 0,
    },
    {
      label: say('Not begun'),
      section: 'overdue',
      ...both('notStarted'),
      context: say('overdue ones included'),
    },
    {
      label: say('Learners'),
      section: 'learners',
      ...both('learners'),
      context: say('{n#no department|# department|# departments}', { n: departments.length }),
    },
    {
      label: say('Learners done'),
      section: 'learners',
      ...both('learnersDone'),
      context: say('all their courses completed'),
    },
    {
      label: say('Average score'),
      section: 'completions',
      ...both('averageScore'),
      digits: 2,
      context: say('{n#no scored course|# scored course|# scored courses} of the range', { n: scored }),
    },
    {
      label: say('Minutes spent'),
      section: 'learners',
      ...both('totalTimeSpent'),
      digits: 0,
      context: say('all courses, as last reported'),
    },
  ].map((source) => tileOf(source, voice));
};
