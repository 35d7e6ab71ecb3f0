import { changeTables } from '../../model/parts/changes.ts';
import { dataQualityTables } from '../../model/parts/data-quality.ts';
import { figuresTable } from '../../model/parts/figures.ts';
import { manifestTables } from '../../model/parts/manifest.ts';
import type { Drawing } from '../../model/report-model.ts';
import { date, figure, percentage, tableOf, text, type ColumnOf, type Table } from '../../model/table.ts';
import { dayWords, lastDay, periodWords } from '../../model/words/dates.ts';
import { percent } from '../../model/words/numbers.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { AssignmentRow, LearnerProgressDataset, Progress } from '../dataset.ts';
import { COMPARED } from '../figures/compared.ts';

const NO_ROW = 'There is no training record.';

const PROGRESS: readonly ColumnOf<Progress>[] = [
  figure('totalCourses', 'Courses', (row) => row.totalCourses),
  figure('completedToDate', 'Completed to date', (row) => row.completedToDate),
  percentage('percent', '%', (row) => percent(row.completedToDate, row.totalCourses), {
    after: 'completedToDate',
  }),
  figure('completedCourses', 'Completed in range', (row) => row.completedCourses),
  figure('overdue', 'Overdue', (row) => row.overdue),
  figure('averageScore', 'Average score', (row) => row.averageScore, { digits: 2 }),
  figure('totalTimeSpent', 'Minutes spent', (row) => row.totalTimeSpent, { digits: 2 }),
];

const noteOf = ({ range }: LearnerProgressDataset): string =>
  `Range: ${periodWords(range)}. Percentages of the courses assigned up to ${dayWords(lastDay(range))}; average score of the courses completed in the range.`;

const learners = (dataset: LearnerProgressDataset): Table =>
  tableOf(
    {
      name: 'learners',
      sheet: 'Learners',
      section: 'learners',
      title: 'Progress by learner',
      note: noteOf(dataset),
      empty: NO_ROW,
    },
    dataset.learners,
    [
      text('name', 'Learner', (row) => row.name),
      text('learnerId', 'Learner id', (row) => row.learnerId, { below: 'name' }),
      text('siteId', 'Site', (row) => row.siteId),
      text('department', 'Department', (row) => row.department),
      ...PROGRESS,
    ],
  );

const departments = (dataset: LearnerProgressDataset): Table =>
  tableOf(
    {
      name: 'departments',
      sheet: 'Departments',
      section: 'departments',
      title: 'Progress by department',
      note: `${noteOf(dataset)} Learners of no department are in the last line.`,
      empty: NO_ROW,
    },
    dataset.departments,
    [
      text('department', 'Department', (row) => row.department),
      figure('learners', 'Learners', (row) => row.learners),
      ...PROGRESS,
    ],
  );

const courses = (dataset: LearnerProgressDataset): Table =>
  tableOf(
    {
      name: 'courses',
      sheet: 'Courses',
      section: 'courses',
      title: 'Progress by course',
      note: `${noteOf(dataset)} Courses: how many learners were assigned to it.`,
      empty: NO_ROW,
    },
    dataset.courses,
    [
      text('title', 'Course', (row) => row.title),
      text('courseId', 'Course id', (row) => row.courseId, { below: 'title' }),
      ...PROGRESS,
      figure('failed', 'Failed', (row) => row.failed),
    ],
  );

const WHO_AND_WHAT: readonly ColumnOf<AssignmentRow>[] = [
  text('name', 'Learner', (row) => row.name),
  text('learnerId', 'Learner id', (row) => row.learnerId, { below: 'name' }),
  text('siteId', 'Site', (row) => row.siteId),
  text('department', 'Department', (row) => row.department),
  text('title', 'Course', (row) => row.title),
  text('courseId', 'Course id', (row) => row.courseId, { below: 'title' }),
  date('enrolledOn', 'Enrolled', (row) => row.enrolledOn),
];
const due: ColumnOf<AssignmentRow> = date('dueOn', 'Due', (row) => row.dueOn);
const state: ColumnOf<AssignmentRow> = text('state', 'State', (row) => row.state);

const waiting = ({ listings: { overdue, notStarted }, range }: LearnerProgressDataset): Table[] => [
  tableOf(
    {
      name: 'overdue',
      sheet: 'Overdue',
      section: 'overdue',
      title: 'Overdue courses',
      note: `Due on or before ${dayWords(lastDay(range))} and not completed; the longest overdue first.`,
      empty: 'No course is overdue.',
    },
    overdue,
    [...WHO_AND_WHAT, due, figure('daysOverdue', 'Days overdue', (row) => row.daysOverdue), state],
  ),
  tableOf(
    {
      name: 'not-started',
      sheet: 'Not begun',
      section: 'overdue',
      title: 'Not begun, not yet overdue',
      note: 'The first due first.',
      empty: 'Every course that is not overdue has been begun.',
    },
    notStarted,
    [...WHO_AND_WHAT, due],
  ),
];

const completions = ({ listings, range }: LearnerProgressDataset): Table =>
  tableOf(
    {
      name: 'completions',
      sheet: 'Completions',
      section: 'completions',
      title: 'Listing: courses completed in the range',
      listing: true,
      note: `Range: ${periodWords(range)}.`,
      empty: 'No course was completed in the range.',
    },
    listings.completions,
    [
      ...WHO_AND_WHAT,
      date('completedOn', 'Completed', (row) => row.completedOn),
      figure('score', 'Score', (row) => row.score),
      figure('timeSpent', 'Minutes spent', (row) => row.timeSpent, { digits: 2 }),
    ],
  );

const weeks = ({ trends }: LearnerProgressDataset): Table =>
  tableOf(
    {
      name: 'figures-by-week',
      sheet: 'Figures by week',
      section: 'appendix',
      title: 'Figures by week',
      note: 'What the charts show. The last week ends with the range.',
      empty: 'No week to show yet.',
    },
    trends.weeks,
    [
      date('start', 'First day', (week) => week.start),
      date('end', 'End (exclusive)', (week) => week.end, { filesOnly: true }),
      figure('enrolments', 'Courses assigned', (week) => week.enrolments),
      figure('completions', 'Courses completed', (week) => week.completions),
      figure('assignedToDate', 'Assigned to date', (week) => week.assignedToDate),
      figure('completedToDate', 'Completed to date', (week) => week.completedToDate),
    ],
  );

export const learnerTables = (dataset: LearnerProgressDataset, voice: Voice, drawing: Drawing): Table[] => [
  learners(dataset),
  departments(dataset),
  courses(dataset),
  ...waiting(dataset),
  completions(dataset),
  ...changeTables(dataset, COMPARED, voice),
  ...dataQualityTables(dataset, voice, drawing),
  weeks(dataset),
  ...manifestTables(dataset, voice),
  figuresTable(dataset.summary, dataset.previous.summary, voice),
];
