/** What the sample's learning system exports. The people are invented, as everything else is. */
import type { Site } from './protocol.ts';
import { randomFrom, type Random } from './random.ts';
import { dateOf } from './row-of.ts';

interface Course {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** Ends with a test. */
  readonly scored: boolean;
}

const COURSES: readonly Course[] = [
  { id: 'GCP-01', title: 'Good clinical practice', minutes: 95, scored: true },
  { id: 'PROT-01', title: 'Protocol and visit schedule', minutes: 60, scored: true },
  { id: 'CONS-01', title: 'Informed consent', minutes: 45, scored: true },
  { id: 'SAE-01', title: 'Reporting of serious adverse events', minutes: 40, scored: true },
  { id: 'EDC-01', title: 'Data entry and queries', minutes: 50, scored: false },
];

/** Everybody's new course, shortly before the reference week. */
const AMENDMENT: Course = { id: 'PROT-02', title: 'Protocol amendment 2', minutes: 30, scored: true };

const DEPARTMENTS = ['Investigators', 'Study coordination', 'Study coordination', 'Pharmacy', 'Laboratory'];
const FIRST_NAMES =
  'Alba Anton Berit Carla Darko Edda Emil Fleur Goran Ida Jonas Kaja Lior Marta Nils Oda'.split(' ');
const LAST_NAMES = 'Aalto Berner Castel Dorn Ekholm Fabre Gajda Hollis Ibarra Juhl Kettler Lindqvist'.split(
  ' ',
);

interface Learner {
  readonly id: string;
  readonly name: string;
  /** Empty for monitors of the sponsor. */
  readonly site: string;
  readonly department: string;
}

type Row = readonly (string | number)[];

export const TRAINING_HEADINGS =
  'learnerId name site department courseId courseTitle status score timeSpentMinutes enrolledAt completedAt dueAt'.split(
    ' ',
  );

const nameOf = (random: Random): string => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;

const staffOf = (seed: number, { id: site }: Site): Learner[] => {
  const random = randomFrom(seed, 'staff', site);
  return DEPARTMENTS.map((department, index) => {
    return { id: `LMS-${site}${String(index + 1)}`, name: nameOf(random), site, department };
  });
};

const monitorsOf = (seed: number): Learner[] => {
  const random = randomFrom(seed, 'monitors');
  return [1, 2].map((n) => ({
    id: `LMS-9${String(n)}`,
    name: nameOf(random),
    site: '',
    department: 'Monitoring',
  }));
};

interface Outcome {
  readonly status: 'COMPLETED' | 'FAILED' | 'IN PROGRESS' | 'ENROLLED';
  readonly score: number | '';
  readonly minutes: number | '';
  readonly completedAt: string;
}

/** @param chance that the course is completed, `within` days of its enrolment */
const outcomeOf = (
  random: Random,
  course: Course,
  start: number,
  chance: number,
  within: number,
): Outcome => {
  const ended = dateOf(start + random.integer(2, within));
  const minutes = Math.round(course.minutes * (0.7 + random.next()));
  const drawn = random.next();
  if (drawn < chance)
    return {
      status: 'COMPLETED',
      score: course.scored ? random.integer(70, 100) : '',
      minutes,
      completedAt: ended,
    };
  if (course.scored && drawn < chance + 0.03)
    return { status: 'FAILED', score: random.integer(25, 59), minutes, completedAt: ended };
  return drawn < chance + 0.06
    ? { status: 'IN PROGRESS', score: '', minutes: Math.ceil(minutes / 3), completedAt: '' }
    : { status: 'ENROLLED', score: '', minutes: '', completedAt: '' };
};

const rowOf = (learner: Learner, course: Course, start: number, outcome: Outcome): Row => [
  learner.id,
  learner.name,
  learner.site,
  learner.department,
  course.id,
  course.title,
  outcome.status,
  outcome.score,
  outcome.minutes,
  dateOf(start),
  outcome.completedAt,
  dateOf(start + 30),
];

const rowsOf = (seed: number, learner: Learner, monday: number): Row[] => {
  const random = randomFrom(seed, 'training', learner.id);
  const joins = random.chance(0.15) ? monday - random.integer(10, 60) : random.integer(-25, 10);
  const first = COURSES.map((course) =>
    rowOf(learner, course, joins, outcomeOf(random, course, joins, 0.9, 40)),
  );
  const amended = monday - 14;
  return [...first, rowOf(learner, AMENDMENT, amended, outcomeOf(random, AMENDMENT, amended, 0.85, 27))];
};

/** In the order of TRAINING_HEADINGS. @param monday the first day of the reference week */
export const trainingRows = (seed: number, sites: readonly Site[], monday: number): Row[] =>
  [...sites.flatMap((site) => staffOf(seed, site)), ...monitorsOf(seed)].flatMap((learner) =>
    rowsOf(seed, learner, monday),
  );
