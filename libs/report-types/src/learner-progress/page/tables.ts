import { changeTables } from '../../model/parts/changes.ts';
import { dataQualityTables } from '../../model/parts/data-quality.ts';
import { figuresTable } from '../../model/parts/figures.ts';
import { manifestTables } from '../../model/parts/manifest.ts';
import type { Drawing } from '../../model/report-model.ts';
import { lastDay } from '../../model/words/days.ts';
import { date, figure, percentage, tableOf, text, type ColumnOf, type Table } from '../../model/table.ts';
import { percent } from '../../model/words/numbers.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { AssignmentRow, LearnerProgressDataset, Progress } from '../dataset.ts';
import { COMPARED } from '../figures/compared.ts';

const progressColumns = (voice: Voice): readonly ColumnOf<Progress>[] => [
  figure('totalCourses', voice.say('Courses'), (row) => row.totalCourses),
  figure('completedToDate', voice.say('Completed to date'), (row) => row.completedToDate),
  percentage('percent', voice.say('%'), (row) => percent(row.completedToDate, row.totalCourses), {
    after: 'completedToDate',
  }),
  figure('completedCourses', voice.say('Completed in range'), (row) => row.completedCourses),
  figure('overdue', voice.say('courses§Overdue'), (row) => row.overdue),
  figure('averageScore', voice.say('Average score'), (row) => row.averageScore, { digits: 2 }),
  figure('totalTimeSpent', voice.say('Minutes spent'), (row) => row.totalTimeSpent, { digits: 2 }),
];

const noteOf = ({ range }: LearnerProgressDataset, voice: Voice): string =>
  voice.say(
    'Range: {period}. Percentages of the courses assigned up to {last}; average score of the courses completed in the range.',
    { period: voice.period(range), last: voice.day(lastDay(range)) },
  );

const learners = (dataset: LearnerProgressDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'learners',
      sheet: voice.say('Learners'),
      section: 'learners',
      title: voice.say('Progress by learner'),
      listing: true,
      note: noteOf(dataset, voice),
      empty: voice.say('There is no training record.'),
    },
    dataset.learners,
    [
      text('name', voice.say('Learner'), (row) => row.name),
      text('learnerId', voice.say('Learner id'), (row) => row.learnerId, { below: 'name' }),
      text('siteId', voice.say('Site'), (row) => row.siteId),
      text('department', voice.say('Department'), (row) => row.department),
      ...progressColumns(voice),
    ],
  );

const departments = (dataset: LearnerProgressDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'departments',
      sheet: voice.say('Departments'),
      section: 'departments',
      title: voice.say('Progress by department'),
      note: `${noteOf(dataset, voice)} ${voice.say('Learners of no department are in the last line.')}`,
      empty: voice.say('There is no training record.'),
    },
    dataset.departments,
    [
      text('department', voice.say('Department'), (row) => row.department),
      figure('learners', voice.say('Learners'), (row) => row.learners),
      ...progressColumns(voice),
    ],
  );

const courses = (dataset: LearnerProgressDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'courses',
      sheet: voice.say('Courses'),
      section: 'courses',
      title: voice.say('Progress by course'),
      note: `${noteOf(dataset, voice)} ${voice.say('Courses: how many learners were assigned to it.')}`,
      empty: voice.say('There is no training record.'),
    },
    dataset.courses,
    [
      text('title', voice.say('Course'), (row) => row.title),
      text('courseId', voice.say('Course id'), (row) => row.courseId, { below: 'title' }),
      ...progressColumns(voice),
      figure('failed', voice.say('Failed'), (row) => row.failed),
    ],
  );

const whoAndWhat = (voice: Voice): readonly ColumnOf<AssignmentRow>[] => [
  text('name', voice.say('Learner'), (row) => row.name),
  text('learnerId', voice.say('Learner id'), (row) => row.learnerId, { below: 'name' }),
  text('siteId', voice.say('Site'), (row) => row.siteId),
  text('department', voice.say('Department'), (row) => row.department),
  text('title', voice.say('Course'), (row) => row.title),
  text('courseId', voice.say('Course id'), (row) => row.courseId, { below: 'title' }),
  date('enrolledOn', voice.say('Enrolled'), (row) => row.enrolledOn),
];
const due = ({ say }: Voice): ColumnOf<AssignmentRow> => date('dueOn', say('Due'), (row) => row.dueOn);
const state = ({ say, told }: Voice): ColumnOf<AssignmentRow> =>
  text('state', say('State'), (row) => told(row.state));

const waiting = (
  { listings: { overdue, notStarted }, range }: LearnerProgressDataset,
  voice: Voice,
): Table[] => [
  tableOf(
    {
      name: 'overdue',
      sheet: voice.say('courses§Overdue'),
      section: 'overdue',
      title: voice.say('Overdue courses'),
      listing: true,
      note: voice.say('Due on or before {last} and not completed; the longest overdue first.', {
        last: voice.day(lastDay(range)),
      }),
      empty: voice.say('No course is overdue.'),
    },
    overdue,
    [
      ...whoAndWhat(voice),
      due(voice),
      figure('daysOverdue', voice.say('Days overdue'), (row) => row.daysOverdue),
      state(voice),
    ],
  ),
  tableOf(
    {
      name: 'not-started',
      sheet: voice.say('Not begun'),
      section: 'overdue',
      title: voice.say('Not begun, not yet overdue'),
      listing: true,
      note: voice.say('The first due first.'),
      empty: voice.say('Every course that is not overdue has been begun.'),
    },
    notStarted,
    [...whoAndWhat(voice), due(voice)],
  ),
];

const completions = ({ listings, range }: LearnerProgressDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'completions',
      sheet: voice.say('Completions'),
      section: 'completions',
      title: voice.say('Listing: courses completed in the range'),
      listing: true,
      note: voice.say('Range: {period}.', { period: voice.period(range) }),
      empty: voice.say('No course was completed in the range.'),
    },
    listings.completions,
    [
      ...whoAndWhat(voice),
      date('completedOn', voice.say('courses§Completed'), (row) => row.completedOn),
      figure('score', voice.say('Score'), (row) => row.score),
      figure('timeSpent', voice.say('Minutes spent'), (row) => row.timeSpent, { digits: 2 }),
    ],
  );

const weeks = ({ trends }: LearnerProgressDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'figures-by-week',
      sheet: voice.say('Figures by week'),
      section: 'appendix',
      title: voice.say('Figures by week'),
      note: voice.say('What the charts show. The last week ends with the range.'),
      empty: voice.say('No week to show yet.'),
    },
    trends.weeks,
    [
      date('start', voice.say('First day'), (week) => week.start),
      date('end', voice.say('End (exclusive)'), (week) => week.end, { filesOnly: true }),
      figure('enrolments', voice.say('Courses assigned'), (week) => week.enrolments),
      figure('completions', voice.say('Courses completed'), (week) => week.completions),
      figure('assignedToDate', voice.say('Assigned to date'), (week) => week.assignedToDate),
      figure('completedToDate', voice.say('Completed to date'), (week) => week.completedToDate),
    ],
  );

export const learnerTables = (dataset: LearnerProgressDataset, voice: Voice, drawing: Drawing): Table[] => [
  learners(dataset, voice),
  departments(dataset, voice),
  courses(dataset, voice),
  ...waiting(dataset, voice),
  completions(dataset, voice),
  ...changeTables(dataset, COMPARED, voice),
  ...dataQualityTables(dataset, voice, drawing),
  weeks(dataset, voice),
  ...manifestTables(dataset, voice),
  figuresTable(dataset.summary, dataset.previous.summary, voice),
];
