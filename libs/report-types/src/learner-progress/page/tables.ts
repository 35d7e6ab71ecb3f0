import { lastDay } from '../../model/words/days.ts';
import { date, figure, share, tableOf, text, type ColumnOf, type Table } from '../../model/table.ts';
import { percent } from '../../model/words/numbers.ts';
import type { Label } from '../../model/words/message.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { AssignmentRow, AssignmentState, LearnerProgressDataset, Progress } from '../dataset.ts';

const progressColumns = (voice: Voice): readonly ColumnOf<Progress>[] => [
  figure('totalCourses', voice.say('learner-progress.courses')),
  figure('completedToDate', voice.say('learner-progress.completed-to-date')),
  share('percent', 'completedToDate', (row) => percent(row.completedToDate, row.totalCourses), voice),
  figure('completedCourses', voice.say('learner-progress.completed-in-range')),
  figure('overdue', voice.say('learner-progress.overdue')),
  figure('averageScore', voice.say('learner-progress.average-score'), { digits: 2 }),
  figure('totalTimeSpent', voice.say('learner-progress.minutes-spent'), { digits: 2 }),
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
      text('name', voice.say('learner-progress.learner')),
      text('learnerId', voice.say('learner-progress.learner-id'), { below: 'name' }),
      text('siteId', voice.say('site')),
      text('department', voice.say('learner-progress.department')),
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
      text('department', voice.say('learner-progress.department')),
      figure('learners', voice.say('learner-progress.learners')),
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
      text('title', voice.say('learner-progress.course')),
      text('courseId', voice.say('learner-progress.course-id'), { below: 'title' }),
      ...progressColumns(voice),
      figure('failed', voice.say('learner-progress.failed')),
    ],
  );

const whoAndWhat = (voice: Voice): readonly ColumnOf<AssignmentRow>[] => [
  text('name', voice.say('learner-progress.learner')),
  text('learnerId', voice.say('learner-progress.learner-id'), { below: 'name' }),
  text('siteId', voice.say('site')),
  text('department', voice.say('learner-progress.department')),
  text('title', voice.say('learner-progress.course')),
  text('courseId', voice.say('learner-progress.course-id'), { below: 'title' }),
  date('enrolledOn', voice.say('learner-progress.enrolled')),
];
const due = ({ say }: Voice): ColumnOf<AssignmentRow> => date('dueOn', say('due'));
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
      note: voice.say('learner-progress.overdue-note', { last: voice.day(lastDay(range)) }),
      empty: voice.say('learner-progress.no-course-is-overdue'),
    },
    overdue,
    [
      ...whoAndWhat(voice),
      due(voice),
      figure('daysOverdue', voice.say('learner-progress.days-overdue')),
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
      date('completedOn', voice.say('learner-progress.completed')),
      figure('score', voice.say('learner-progress.score')),
      figure('timeSpent', voice.say('learner-progress.minutes-spent'), { digits: 2 }),
    ],
  );

export const learnerTables = (dataset: LearnerProgressDataset, voice: Voice): Table[] => [
  learners(dataset, voice),
  departments(dataset, voice),
  courses(dataset, voice),
  ...waiting(dataset, voice),
  completions(dataset, voice),
];
