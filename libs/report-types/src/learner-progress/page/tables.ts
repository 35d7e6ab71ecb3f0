import { lastDay } from '../../model/words/days.ts';
import { date, figure, percentage, tableOf, text, type ColumnOf, type Table } from '../../model/table.ts';
import { percent } from '../../model/words/numbers.ts';
import type { Label } from '../../model/words/message.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { AssignmentRow, AssignmentState, LearnerProgressDataset, Progress } from '../dataset.ts';

const progressColumns = (voice: Voice): readonly ColumnOf<Progress>[] => [
  figure('totalCourses', voice.say('learner-progress.courses'), (row) => row.totalCourses),
  figure('completedToDate', voice.say('learner-progress.completed-to-date'), (row) => row.completedToDate),
  percentage('percent', voice.say('percent-sign'), (row) => percent(row.completedToDate, row.totalCourses), {
    after: 'completedToDate',
  }),
  figure('completedCourses', voice.say('learner-progress.completed-in-range'), (row) => row.completedCourses),
  figure('overdue', voice.say('learner-progress.overdue'), (row) => row.overdue),
  figure('averageScore', voice.say('learner-progress.average-score'), (row) => row.averageScore, {
    digits: 2,
  }),
  figure('totalTimeSpent', voice.say('learner-progress.minutes-spent'), (row) => row.totalTimeSpent, {
    digits: 2,
  }),
];

const noteOf = ({ range }: LearnerProgressDataset, voice: Voice): string =>
  voice.say('learner-progress.figures-note', {
    period: voice.period(range),
    last: voice.day(lastDay(range)),
  });

const learners = (dataset: LearnerProgressDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'learners',
      sheet: voice.say('learner-progress.learners'),
      section: 'learners',
      title: voice.say('learner-progress.progress-by-learner'),
      listing: true,
      note: noteOf(dataset, voice),
      empty: voice.say('learner-progress.there-is-no-training-record'),
    },
    dataset.learners,
    [
      text('name', voice.say('learner-progress.learner'), (row) => row.name),
      text('learnerId', voice.say('learner-progress.learner-id'), (row) => row.learnerId, { below: 'name' }),
      text('siteId', voice.say('site'), (row) => row.siteId),
      text('department', voice.say('learner-progress.department'), (row) => row.department),
      ...progressColumns(voice),
    ],
  );

const departments = (dataset: LearnerProgressDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'departments',
      sheet: voice.say('learner-progress.departments'),
      section: 'departments',
      title: voice.say('learner-progress.progress-by-department'),
      note: `${noteOf(dataset, voice)} ${voice.say('learner-progress.no-department-last')}`,
      empty: voice.say('learner-progress.there-is-no-training-record'),
    },
    dataset.departments,
    [
      text('department', voice.say('learner-progress.department'), (row) => row.department),
      figure('learners', voice.say('learner-progress.learners'), (row) => row.learners),
      ...progressColumns(voice),
    ],
  );

const courses = (dataset: LearnerProgressDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'courses',
      sheet: voice.say('learner-progress.courses'),
      section: 'courses',
      title: voice.say('learner-progress.progress-by-course'),
      note: `${noteOf(dataset, voice)} ${voice.say('learner-progress.learners-assigned-note')}`,
      empty: voice.say('learner-progress.there-is-no-training-record'),
    },
    dataset.courses,
    [
      text('title', voice.say('learner-progress.course'), (row) => row.title),
      text('courseId', voice.say('learner-progress.course-id'), (row) => row.courseId, { below: 'title' }),
      ...progressColumns(voice),
      figure('failed', voice.say('learner-progress.failed'), (row) => row.failed),
    ],
  );

const whoAndWhat = (voice: Voice): readonly ColumnOf<AssignmentRow>[] => [
  text('name', voice.say('learner-progress.learner'), (row) => row.name),
  text('learnerId', voice.say('learner-progress.learner-id'), (row) => row.learnerId, { below: 'name' }),
  text('siteId', voice.say('site'), (row) => row.siteId),
  text('department', voice.say('learner-progress.department'), (row) => row.department),
  text('title', voice.say('learner-progress.course'), (row) => row.title),
  text('courseId', voice.say('learner-progress.course-id'), (row) => row.courseId, { below: 'title' }),
  date('enrolledOn', voice.say('learner-progress.enrolled'), (row) => row.enrolledOn),
];
const due = ({ say }: Voice): ColumnOf<AssignmentRow> => date('dueOn', say('due'), (row) => row.dueOn);
const STATES: Readonly<Record<AssignmentState, Label>> = {
  completed: 'learner-progress.state.completed',
  'in progress': 'learner-progress.state.in-progress',
  'not started': 'learner-progress.state.not-started',
  failed: 'learner-progress.state.failed',
};

const state = ({ say }: Voice): ColumnOf<AssignmentRow> =>
  text('state', say('state'), (row) => say(STATES[row.state]));

const waiting = (
  { listings: { overdue, notStarted }, range }: LearnerProgressDataset,
  voice: Voice,
): Table[] => [
  tableOf(
    {
      name: 'overdue',
      sheet: voice.say('learner-progress.overdue'),
      section: 'overdue',
      title: voice.say('learner-progress.overdue-courses'),
      listing: true,
      note: voice.say('learner-progress.overdue-note', {
        last: voice.day(lastDay(range)),
      }),
      empty: voice.say('learner-progress.no-course-is-overdue'),
    },
    overdue,
    [
      ...whoAndWhat(voice),
      due(voice),
      figure('daysOverdue', voice.say('learner-progress.days-overdue'), (row) => row.daysOverdue),
      state(voice),
    ],
  ),
  tableOf(
    {
      name: 'not-started',
      sheet: voice.say('learner-progress.not-begun'),
      section: 'overdue',
      title: voice.say('learner-progress.not-begun-not-yet-overdue'),
      listing: true,
      note: voice.say('learner-progress.the-first-due-first'),
      empty: voice.say('learner-progress.none-not-begun'),
    },
    notStarted,
    [...whoAndWhat(voice), due(voice)],
  ),
];

const completions = ({ listings, range }: LearnerProgressDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'completions',
      sheet: voice.say('learner-progress.completions'),
      section: 'completions',
      title: voice.say('learner-progress.listing-completed'),
      listing: true,
      note: voice.say('learner-progress.range-of', { period: voice.period(range) }),
      empty: voice.say('learner-progress.none-completed'),
    },
    listings.completions,
    [
      ...whoAndWhat(voice),
      date('completedOn', voice.say('learner-progress.completed'), (row) => row.completedOn),
      figure('score', voice.say('learner-progress.score'), (row) => row.score),
      figure('timeSpent', voice.say('learner-progress.minutes-spent'), (row) => row.timeSpent, { digits: 2 }),
    ],
  );

export const learnerTables = (dataset: LearnerProgressDataset, voice: Voice): Table[] => [
  learners(dataset, voice),
  departments(dataset, voice),
  courses(dataset, voice),
  ...waiting(dataset, voice),
  completions(dataset, voice),
];
