/** Every figure of the report that has a name, in the order of the first page. */
import type { Figure } from '../../figures/figure.ts';
import { lastDay } from '../../model/words/days.ts';
import { saying } from '../../model/words/message.ts';
import { percent } from '../../model/words/numbers.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

/** The mail names the run's period: figures of other days say so. */
const completedLabel = ({ period, range }: LearnerProgressDataset) =>
  period.start === range.start && period.end === range.end
    ? saying('learner-progress.courses-completed')
    : saying('learner-progress.courses-completed-in', { period: range });

export const FIGURES = [
  {
    path: 'summary.completedCourses',
    compared: { inPeriod: 'learner-progress.courses-completed' },
    mail: { name: completedLabel, rank: 1 },
    tile: {
      label: 'learner-progress.courses-completed',
      section: 'completions',
      context: (at, { say }) => say('n-to-date', { n: at('summary.completedToDate') }),
      trend: 'completions',
    },
    define: {
      term: 'learner-progress.completed',
      meaning: ({ say, day }, { range }) =>
        say('learner-progress.completed-meaning', { last: day(lastDay(range)) }),
      rank: 2,
    },
  },
  {
    path: 'summary.totalCourses',
    compared: { toDate: { name: 'learner-progress.courses-assigned-to-date', rank: 5 } },
    tile: {
      label: 'learner-progress.courses-assigned',
      section: 'courses',
      context: (at, { say, percent: inPercent }) =>
        say('learner-progress.share-completed', {
          share: inPercent(percent(at('summary.completedToDate'), at('summary.totalCourses'))),
        }),
      trend: 'assignedToDate',
    },
    define: {
      term: 'learner-progress.courses',
      meaning: ({ say, day }, { range }) =>
        say('learner-progress.assigned-meaning', { last: day(lastDay(range)) }),
      rank: 1,
    },
  },
  {
    path: 'summary.overdue',
    compared: { toDate: { name: 'learner-progress.courses-overdue', rank: 1 }, grave: true },
    mail: { name: 'learner-progress.courses-overdue', rank: 4 },
    tile: {
      label: 'learner-progress.overdue',
      section: 'overdue',
      context: (_at, { say }, { listings }) =>
        say('learner-progress.n-learners', {
          n: new Set(listings.overdue.map(({ learnerId }) => learnerId)).size,
        }),
      urgent: true,
    },
    define: {
      term: 'learner-progress.overdue',
      meaning: ({ say }, { parameters: { overdueAfterDays: n } }) =>
        say('learner-progress.overdue-meaning', { n }),
      rank: 5,
    },
  },
  {
    path: 'summary.notStarted',
    compared: { toDate: { name: 'learner-progress.courses-not-begun', rank: 3 } },
    mail: { name: 'learner-progress.courses-not-begun', rank: 5 },
    tile: {
      label: 'learner-progress.not-begun',
      section: 'overdue',
      context: 'learner-progress.overdue-ones-included',
    },
    define: { term: 'learner-progress.not-begun', meaning: 'learner-progress.not-started-meaning', rank: 6 },
  },
  {
    path: 'summary.learners',
    compared: { toDate: 'learner-progress.learners' },
    mail: { name: 'learner-progress.learners', rank: 2 },
    tile: {
      label: 'learner-progress.learners',
      section: 'learners',
      context: (at, { say }) => say('learner-progress.n-departments', { n: at('departments') }),
    },
  },
  {
    path: 'summary.learnersDone',
    mail: { name: 'learner-progress.learners-who-have-completed-all', rank: 3 },
    tile: {
      label: 'learner-progress.learners-done',
      section: 'learners',
      context: 'learner-progress.all-their-courses-completed',
    },
  },
  {
    path: 'summary.failed',
    compared: { toDate: { name: 'learner-progress.courses-failed-and-not-repeated', rank: 2 } },
  },
  {
    path: 'summary.completedToDate',
    compared: { toDate: { name: 'learner-progress.courses-completed-to-date', rank: 4 } },
  },
  {
    path: 'summary.averageScore',
    tile: {
      label: 'learner-progress.average-score',
      section: 'completions',
      digits: 2,
      context: (_at, { say }, { listings }) =>
        say('learner-progress.n-scored-courses', {
          n: listings.completions.filter(({ score }) => score !== null).length,
        }),
    },
    define: { term: 'learner-progress.average-score', meaning: 'learner-progress.score-meaning', rank: 3 },
  },
  {
    path: 'summary.totalTimeSpent',
    tile: {
      label: 'learner-progress.minutes-spent',
      section: 'learners',
      digits: 0,
      context: 'learner-progress.all-courses-as-last-reported',
    },
    define: { term: 'learner-progress.minutes-spent', meaning: 'learner-progress.time-meaning', rank: 4 },
  },
] as const satisfies readonly Figure<LearnerProgressDataset>[];
