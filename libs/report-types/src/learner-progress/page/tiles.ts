import { tileOf } from '../../model/parts/tiles.ts';
import type { Tile } from '../../model/report-model.ts';
import { count, number, percent, percentText } from '../../model/words/numbers.ts';
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
  const both = (key: Figure) => ({ now: summary[key], before: previous.summary[key] });
  const share = percentText(percent(summary.completedToDate, summary.totalCourses));
  const scored = listings.completions.filter(({ score }) => score !== null).length;
  return [
    {
      label: 'Courses completed',
      section: 'completions',
      ...both('completedCourses'),
      context: `${number(summary.completedToDate)} to date`,
      trend: trends.weeks.map(({ completions }) => completions),
    },
    {
      label: 'Courses assigned',
      section: 'courses',
      ...both('totalCourses'),
      context: `${share} completed`,
      trend: trends.weeks.map(({ assignedToDate }) => assignedToDate),
    },
    {
      label: 'Overdue',
      section: 'overdue',
      ...both('overdue'),
      context: count(new Set(listings.overdue.map(({ learnerId }) => learnerId)).size, 'learner'),
      urgent: summary.overdue > 0,
    },
    { label: 'Not begun', section: 'overdue', ...both('notStarted'), context: 'overdue ones included' },
    {
      label: 'Learners',
      section: 'learners',
      ...both('learners'),
      context: count(departments.length, 'department'),
    },
    {
      label: 'Learners done',
      section: 'learners',
      ...both('learnersDone'),
      context: 'all their courses completed',
    },
    {
      label: 'Average score',
      section: 'completions',
      ...both('averageScore'),
      digits: 2,
      context: `${count(scored, 'scored course')} of the range`,
    },
    {
      label: 'Minutes spent',
      section: 'learners',
      ...both('totalTimeSpent'),
      digits: 0,
      context: 'all courses, as last reported',
    },
  ].map((source) => tileOf(source, voice));
};
