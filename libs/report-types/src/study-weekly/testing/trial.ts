/** An invented trial of 26 weeks: subjects, events and laboratory rows from a seed, for datasets to look at. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { AdverseEventRow } from '../../folds/adverse-event.ts';
import type { LabRow } from '../../folds/laboratory-row.ts';
import { type Random, seededRandom } from '../../testing/random.ts';
import type { DispositionRow } from '../dataset.ts';

export const TRIAL_START = '2026-05-25';
export const TRIAL_PERIOD: Period = { start: '2026-11-16', end: '2026-11-23' };
const DAYS = 182;
export const ARMS = ['Placebo', 'Marolimab 50 mg', 'Marolimab 100 mg'] as const;
const SITES = ['101', '102', '103', '104', '105', '106', '107', '108'] as const;

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export interface TrialSubject {
  readonly subject: string;
  readonly siteId: string;
  readonly day: LocalDate;
  readonly sex: string;
  readonly age: number;
  readonly arm: string;
  readonly randomised: LocalDate | null;
}

export interface Trial {
  readonly subjects: readonly TrialSubject[];
  readonly events: readonly AdverseEventRow[];
  readonly dispositions: readonly DispositionRow[];
  readonly outOfRange: readonly LabRow[];
}

const TERMS: readonly [term: string, reported: string, soc: string][] = [
  ['HEADACHE', 'Headache', 'NERVOUS SYSTEM DISORDERS'],
  ['NASOPHARYNGITIS', 'Common cold', 'INFECTIONS AND INFESTATIONS'],
  ['UPPER RESPIRATORY TRACT INFECTION', 'Upper resp. tract infection', 'INFECTIONS AND INFESTATIONS'],
  [
    'INJECTION SITE ERYTHEMA',
    'Redness at injection site, left arm',
    'GENERAL DISORDERS AND ADMINISTRATION SITE CONDITIONS',
  ],
  ['FATIGUE', 'Tiredness', 'GENERAL DISORDERS AND ADMINISTRATION SITE CONDITIONS'],
  ['NAUSEA', 'Nausea', 'GASTROINTESTINAL DISORDERS'],
  ['DIARRHOEA', 'Loose stools', 'GASTROINTESTINAL DISORDERS'],
  ['ARTHRALGIA', 'Joint pain (both knees)', 'MUSCULOSKELETAL AND CONNECTIVE TISSUE DISORDERS'],
  ['BACK PAIN', 'Low back pain', 'MUSCULOSKELETAL AND CONNECTIVE TISSUE DISORDERS'],
  ['PRURITUS', 'Itching', 'SKIN AND SUBCUTANEOUS TISSUE DISORDERS'],
  ['URTICARIA', 'Hives on trunk', 'SKIN AND SUBCUTANEOUS TISSUE DISORDERS'],
  ['HYPERTENSION', 'Raised blood pressure', 'VASCULAR DISORDERS'],
  ['ALANINE AMINOTRANSFERASE INCREASED', 'ALT elevated', 'INVESTIGATIONS'],
  ['DIZZINESS', 'Dizziness on standing', 'NERVOUS SYSTEM DISORDERS'],
  ['ATRIAL FIBRILLATION', 'New atrial fibrillation', 'CARDIAC DISORDERS'],
  ['PNEUMONIA', 'Pneumonia, right lower lobe', 'INFECTIONS AND INFESTATIONS'],
];

const TESTS: readonly [code: string, test: string, unit: string, low: number, high: number][] = [
  ['ALT', 'Alanine Aminotransferase', 'U/L', 6, 34],
  ['AST', 'Aspartate Aminotransferase', 'U/L', 9, 34],
  ['BILI', 'Bilirubin', 'umol/L', 3, 21],
  ['CK', 'Creatine Kinase', 'U/L', 24, 195],
  ['CREAT', 'Creatinine', 'umol/L', 62, 115],
  ['GGT', 'Gamma Glutamyl Transferase', 'U/L', 4, 49],
  ['LYM', 'Lymphocytes', '10^9/L', 1, 4],
  ['SODIUM', 'Sodium', 'mmol/L', 135, 148],
  ['WBC', 'Leukocytes', '10^9/L', 3.8, 10.7],
];

const subjectsOf = (random: Random): TrialSubject[] =>
  Array.from({ length: 232 }, (_, index) => {
    const siteId = random.pick(SITES);
    const day = addDays(TRIAL_START, Math.floor(DAYS * Math.sqrt((index + 0.5) / 232)));
    const randomised = addDays(day, random.between(5, 14));
    const fails = random.chance(0.14);
    return {
      subject: `RND-201-${siteId}-${1001 + index}`,
      siteId,
      day,
      sex: random.pick(['F', 'M']),
      age: random.between(21, 74),
      arm: random.pick(ARMS),
      randomised: fails || randomised >= TRIAL_PERIOD.end ? null : randomised,
    };
  });

const eventOf = (random: Random, { subject, siteId }: TrialSubject, day: LocalDate): AdverseEventRow => {
  const [preferredTerm, reportedTerm, soc] = random.pick(TERMS as [(typeof TERMS)[number]]);
  const serious = preferredTerm === 'PNEUMONIA' || preferredTerm === 'ATRIAL FIBRILLATION';
  return {
    subject,
    siteId,
    day,
    start: random.chance(0.06) ? day.slice(0, 7) : addDays(day, -random.between(0, 6)),
    preferredTerm,
    reportedTerm,
    soc,
    severity: serious ? 'SEVERE' : random.pick(['MILD', 'MILD', 'MILD', 'MODERATE']),
    serious: serious && random.chance(0.4),
    ...{ byCriterion: false, fatal: false, possibleDeath: false },
    outcome: random.pick(['RECOVERED/RESOLVED', 'NOT RECOVERED/NOT RESOLVED', 'RECOVERING/RESOLVING']),
    relationship: random.pick(['NONE', 'REMOTE', 'POSSIBLE', 'PROBABLE']),
  };
};

const eventsOf = (random: Random, subjects: readonly TrialSubject[]): AdverseEventRow[] =>
  subjects
    .filter(({ randomised }) => randomised !== null)
    .flatMap((subject) =>
      Array.from({ length: 40 }, (_, week) =>
        addDays(subject.randomised ?? subject.day, week * 7 + random.between(0, 6)),
      )
        .filter((day) => day < TRIAL_PERIOD.end && random.chance(0.19))
        .map((day) => eventOf(random, subject, day)),
    )
    .sort((a, b) => (a.day + a.subject < b.day + b.subject ? -1 : 1));

const dispositionsOf = (random: Random, subjects: readonly TrialSubject[]): DispositionRow[] => {
  const row = ({ subject, siteId }: TrialSubject, day: LocalDate, category: string, term: string) =>
    day < TRIAL_PERIOD.end ? [{ subject, siteId, day, category, term }] : [];
  const reasons = [
    'ADVERSE EVENT',
    'WITHDRAWAL BY SUBJECT',
    'LOST TO FOLLOW-UP',
    'PHYSICIAN DECISION',
  ] as const;
  return subjects
    .flatMap((each) => {
      const { randomised } = each;
      if (randomised === null) return row(each, addDays(each.day, 6), 'DISPOSITION EVENT', 'SCREEN FAILURE');
      const leaves = random.chance(0.16);
      const last = addDays(randomised, leaves ? random.between(20, 120) : 140);
      return [
        ...row(each, randomised, 'PROTOCOL MILESTONE', 'RANDOMIZED'),
        ...row(each, last, 'DISPOSITION EVENT', leaves ? random.pick(reasons) : 'COMPLETED'),
      ];
    })
    .sort((a, b) => (a.day + a.subject < b.day + b.subject ? -1 : 1));
};

const labRowOf = (random: Random, { subject, siteId }: TrialSubject, day: LocalDate): LabRow => {
  const [testCode, test, unit, lowerLimit, upperLimit] = random.pick(TESTS as [(typeof TESTS)[number]]);
  const high = random.chance(0.7);
  const result = high ? upperLimit * (1.05 + random.next() * 0.6) : lowerLimit * (0.7 + random.next() * 0.25);
  return {
    subject,
    siteId,
    day,
    visit: `WEEK ${2 * random.between(1, 12)}`,
    testCode,
    test,
    result: Math.round(result * 10) / 10,
    unit,
    lowerLimit,
    upperLimit,
    indicator: high ? 'HIGH' : 'LOW',
  };
};

const labRowsOf = (random: Random, subjects: readonly TrialSubject[]): LabRow[] =>
  Array.from({ length: DAYS }, (_, index) => addDays(TRIAL_START, index))
    .flatMap((day) =>
      subjects
        .filter((each) => each.day <= day && random.chance(0.028))
        .map((each) => labRowOf(random, each, day)),
    )
    .sort((a, b) => (a.day + a.subject < b.day + b.subject ? -1 : 1));

/** The site that sends nothing any more, and its last day. */
export const SILENT_SITE = { siteId: '107', lastActivity: '2026-10-28' };

const wasSent = ({ siteId, day }: { readonly siteId: string; readonly day: LocalDate }): boolean =>
  siteId !== SILENT_SITE.siteId || day <= SILENT_SITE.lastActivity;

/** The same trial for the same seed. */
export const inventTrial = (seed = 207): Trial => {
  const random = seededRandom(seed);
  const subjects = subjectsOf(random).filter(wasSent);
  return {
    subjects,
    events: eventsOf(random, subjects).filter(wasSent),
    dispositions: dispositionsOf(random, subjects).filter(wasSent),
    outOfRange: labRowsOf(random, subjects).filter(wasSent),
  };
};
