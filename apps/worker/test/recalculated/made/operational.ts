/** training.csv and queries.csv of a small study. */
import { aDay } from './values.ts';
import { dayAfter, either, tableOf, type Cell, type Habits, type MadeRow, type MadeTable } from './tables.ts';

const COURSES = [
  ['GCP', 'Good Clinical Practice'],
  ['CONSENT', 'Informed consent'],
  ['SAFETY', 'Safety reporting'],
] as const;

const ODD_STATES = [
  'Passed',
  'not-started',
  'NOT_STARTED',
  'in progress',
  'withdrawn',
  'done',
  'FAILED',
] as const;

const trainingRow = (habits: Habits): MadeRow => {
  const { random, sites } = habits;
  const learner = random.integer(1, 9);
  const [courseId, courseTitle] = random.pick(COURSES);
  const enrolled = dayAfter(aDay(habits), -random.integer(0, 40));
  const status = either<string>(
    habits,
    ['COMPLETED', 'COMPLETED', 'ENROLLED', 'IN PROGRESS', 'FAILED'],
    ODD_STATES,
  );
  const isOver = /COMPLETED|FAILED|Passed|withdrawn/.test(status);
  const inSeconds = random.chance(0.3);
  const score = random.pick([80, 91, 70, 66.5, 66.6, 100, 0.1]);
  return {
    learnerId: either<Cell>(habits, [`L${learner}`], [`L${learner}`, `l${learner}@example.org`, null]),
    name: learner % 4 === 0 ? null : `Learner ${String.fromCharCode(75 - learner)}`,
    site: either<Cell>(habits, [random.pick([...sites, null])], ['999', null]),
    department: random.pick(['Pharmacy', 'Investigators', null]),
    courseId,
    courseTitle,
    status,
    score: isOver ? either<Cell>(habits, [score, null], [101, -1, '87,5', 'good']) : null,
    timeSpentMinutes: inSeconds ? null : random.pick<Cell>([60, 30.5, 12.34, 0.01, null]),
    timeSpentSeconds: inSeconds ? either<Cell>(habits, [random.integer(1, 9000)], [33.4, 'long']) : null,
    enrolledAt: either<Cell>(habits, [enrolled], [`${enrolled}T09:30`, enrolled.slice(0, 7), null]),
    completedAt: isOver
      ? either<Cell>(habits, [dayAfter(enrolled, random.integer(0, 50))], [dayAfter(enrolled, -1), null])
      : null,
    dueAt: random.chance(0.4)
      ? either<Cell>(habits, [dayAfter(enrolled, random.integer(0, 60))], ['2020-01-01'])
      : null,
  };
};

export const training = (habits: Habits): MadeTable =>
  tableOf(
    'training',
    Array.from({ length: habits.random.integer(15, 30) }, () => trainingRow(habits)),
  );

const queryRow = (index: number, habits: Habits): MadeRow => {
  const { random, subjects, sites } = habits;
  const about = random.pick(subjects);
  const opened = aDay(habits);
  const answered = random.chance(0.6) ? dayAfter(opened, random.integer(0, 25)) : null;
  const closed = random.chance(0.5) ? dayAfter(answered ?? opened, random.integer(0, 20)) : null;
  return {
    id: `Q${random.chance(0.04) ? 1 : index + 1}`,
    site: either<Cell>(habits, [about.site], [random.pick(sites), '999', null]),
    subject: random.chance(0.7) ? about.subject : null,
    domain: random.pick(['AE', 'ae', null]),
    variable: random.pick(['AESTDTC', 'aeterm', null]),
    openedAt: either<Cell>(habits, [opened], [`${opened}T10:00`, opened.slice(0, 7), null]),
    answeredAt: either<Cell>(habits, [answered], [answered, dayAfter(opened, -2)]),
    closedAt: closed,
  };
};

export const queries = (habits: Habits): MadeTable =>
  tableOf(
    'queries',
    Array.from({ length: habits.random.integer(8, 20) }, (_, index) => queryRow(index, habits)),
  );
