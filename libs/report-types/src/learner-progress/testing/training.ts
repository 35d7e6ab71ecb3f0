/** Rows of TRAINING as an import leaves them, from a seed. */
import type { SdtmRow } from '@rounds/contracts/received';
import { addDays } from '../../folds/days.ts';
import { seededRandom, type Random } from '../../testing/random.ts';

type Variables = Readonly<Record<string, string | number | undefined>>;

/** A variable given as `undefined` is left out, as an import leaves out empty ones. */
export const trainingRow = (variables: Variables = {}): SdtmRow => {
  const row: Variables = {
    STUDYID: 'STUDY-1',
    LEARNID: 'L1',
    LEARNER: 'Ada Byron',
    SITEID: '701',
    DEPT: 'Nursing',
    COURSEID: 'GCP',
    COURSE: 'Good clinical practice',
    TRSTAT: 'ENROLLED',
    ENRLDTC: '2024-03-01',
    ...variables,
  };
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
};

const STATUSES = [
  'ENROLLED',
  'IN PROGRESS',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'FAILED',
  'WITHDRAWN',
] as const;

const outcome = (random: Random, enrolled: string): Variables => {
  const TRSTAT = random.pick(STATUSES);
  const ended = addDays(enrolled, random.between(0, 60));
  if (TRSTAT === 'COMPLETED')
    return { TRSTAT, COMPDTC: ended, SCORE: random.chance(0.8) ? random.between(0, 1000) / 10 : undefined };
  if (TRSTAT === 'FAILED')
    return { TRSTAT, COMPDTC: random.chance(0.7) ? `${ended}T10:30` : undefined, SCORE: 12 };
  return { TRSTAT };
};

/** Enrolments from December 2023 to March 2024: some of a learner, a site and a course, some without any. */
export const randomTraining = (seed: number, learners = 40): SdtmRow[] => {
  const random = seededRandom(seed);
  return Array.from({ length: learners }, (_, index) => index).flatMap((learner) => {
    const person = {
      LEARNID: `L${String(learner)}`,
      LEARNER: random.chance(0.9) ? `Person ${String(random.between(1, 30))}` : undefined,
      SITEID: random.pick(['701', '702', '703', '']) || undefined,
      DEPT: random.pick(['Nursing', 'Pharmacy', 'Laboratory', '']) || undefined,
    };
    return Array.from({ length: random.between(1, 6) }, (_, course) => {
      const ENRLDTC = addDays('2023-12-01', random.between(0, 110));
      return trainingRow({
        ...person,
        COURSEID: `C${String(course)}`,
        COURSE: `Course ${String(course)}`,
        ENRLDTC: random.chance(0.3) ? `${ENRLDTC}T08:00` : ENRLDTC,
        DUEDTC: random.chance(0.5) ? addDays(ENRLDTC, random.between(0, 45)) : undefined,
        TIMESEC: random.chance(0.8) ? random.between(0, 9_000) : undefined,
        ...outcome(random, ENRLDTC),
      });
    });
  });
};
