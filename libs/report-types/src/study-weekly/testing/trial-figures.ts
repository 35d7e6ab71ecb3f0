/** Figures and trends of an invented trial, so that a dataset's figures agree with its listings. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { Counts } from '@rounds/contracts/dataset';
import type { AdverseEventRow } from '../../folds/adverse-event.ts';
import type { EnrolmentCounts } from '../../folds/enrolment.ts';
import type { LabRow } from '../../folds/laboratory-row.ts';
import type { Figures, Trends } from '../dataset.ts';
import { ARMS, TRIAL_START, addDays, type Trial } from './trial.ts';

export const within =
  ({ start, end }: Period) =>
  (row: { readonly day: LocalDate }) =>
    row.day >= start && row.day < end;
const before = (end: LocalDate) => (row: { readonly day: LocalDate }) => row.day < end;
const subjectsIn = (rows: readonly { readonly subject: string }[]): number =>
  new Set(rows.map((row) => row.subject)).size;

/** Groups in the order of their keys. */
const groups = <T>(rows: readonly T[], key: (row: T) => string): [string, T[]][] => {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
};
const counts = <T>(rows: readonly T[], key: (row: T) => string): Counts =>
  Object.fromEntries(groups(rows, key).map(([name, found]) => [name, found.length]));
const eventsAndSubjects = (rows: readonly AdverseEventRow[], key: (row: AdverseEventRow) => string) =>
  Object.fromEntries(
    groups(rows, key).map(([name, found]) => [name, { events: found.length, subjects: subjectsIn(found) }]),
  );

const isEnd = (row: { readonly category: string; readonly term: string }): boolean =>
  row.category === 'DISPOSITION EVENT' && !['SCREEN FAILURE', 'COMPLETED'].includes(row.term);

const enrolmentCounts = (
  trial: Trial,
  chosen: (row: { readonly day: LocalDate }) => boolean,
): EnrolmentCounts => {
  const terms = counts(trial.dispositions.filter(chosen), ({ term }) => term);
  return {
    screened: trial.subjects.filter(chosen).length,
    randomised: terms.RANDOMIZED ?? 0,
    screenFailures: terms['SCREEN FAILURE'] ?? 0,
    completed: terms.COMPLETED ?? 0,
    discontinued: trial.dispositions.filter(chosen).filter(isEnd).length,
  };
};

const atSite = (trial: Trial, siteId: string): Trial => {
  const here = (row: { readonly siteId: string }) => row.siteId === siteId;
  return {
    subjects: trial.subjects.filter(here),
    events: trial.events.filter(here),
    dispositions: trial.dispositions.filter(here),
    outOfRange: trial.outOfRange.filter(here),
  };
};

const enrolment = (trial: Trial, period: Period): Figures['enrolment'] => {
  const toDate = enrolmentCounts(trial, before(period.end));
  const inPeriod = enrolmentCounts(trial, within(period));
  const bySite = groups(trial.subjects, ({ siteId }) => siteId).map(([siteId]) => {
    const site = atSite(trial, siteId);
    const { screened, randomised } = enrolmentCounts(site, within(period));
    const figures = enrolmentCounts(site, before(period.end));
    return [siteId, { ...figures, screenedInPeriod: screened, randomisedInPeriod: randomised }] as const;
  });
  const ongoing = ({ randomised, completed, discontinued }: EnrolmentCounts) =>
    (randomised ?? 0) - (completed ?? 0) - (discontinued ?? 0);
  return {
    toDate: { ...toDate, ongoing: ongoing(toDate), planned: 300 },
    inPeriod,
    bySite: Object.fromEntries(bySite),
    ongoingBySite: Object.fromEntries(bySite.map(([siteId, counted]) => [siteId, ongoing(counted)])),
    discontinuationReasons: counts(
      trial.dispositions.filter(before(period.end)).filter(isEnd),
      ({ term }) => term,
    ),
    outside: { screenFailures: 0, completed: 0, discontinued: 0 },
  };
};

const adverseEvents = (trial: Trial, period: Period): Figures['adverseEvents'] => {
  const inPeriod = trial.events.filter(within(period));
  const toDate = trial.events.filter(before(period.end));
  const armOf = new Map(trial.subjects.map(({ subject, arm }) => [subject, arm]));
  const summary = (rows: readonly AdverseEventRow[]) => ({
    events: rows.length,
    subjects: subjectsIn(rows),
    serious: rows.filter(({ serious }) => serious).length,
    ...{ seriousByCriterion: 0, fatal: 0, possibleDeaths: 0 },
  });
  const byArm = ARMS.map((arm) => {
    const events = toDate.filter(({ subject }) => armOf.get(subject) === arm);
    const randomised = trial.subjects.filter(
      (each) => each.arm === arm && (each.randomised ?? '9') < period.end,
    );
    return [
      arm,
      { randomised: randomised.length, subjectsWithEvents: subjectsIn(events), events: events.length },
    ] as const;
  });
  return {
    inPeriod: { ...summary(inPeriod), bySeverity: counts(inPeriod, ({ severity }) => severity) },
    toDate: {
      ...summary(toDate),
      bySoc: eventsAndSubjects(toDate, ({ soc }) => soc),
      byPreferredTerm: eventsAndSubjects(toDate, ({ preferredTerm }) => preferredTerm),
      notRandomised: { bySoc: {}, byPreferredTerm: {} },
    },
    byArm: Object.fromEntries(byArm),
  };
};

const byTest = (rows: readonly LabRow[]): Figures['laboratory']['inPeriod']['byTest'] =>
  Object.fromEntries(
    groups(rows, ({ testCode }) => testCode).map(([code, found]) => {
      const { HIGH = 0, LOW = 0, ABNORMAL = 0 } = counts(found, ({ indicator }) => indicator);
      return [code, { high: HIGH, low: LOW, abnormal: ABNORMAL }];
    }),
  );

/** Results of a week: not invented one by one, only counted. */
const labResults = (trial: Trial, period: Period): number =>
  9 * trial.outOfRange.filter(within(period)).length + 41;

/** A slow wave, so that a trend can be seen: `amplitude` around `middle`. */
const wave = (day: LocalDate, middle: number, amplitude: number): number => {
  const week = (Date.parse(day) - Date.parse(TRIAL_START)) / 604_800_000;
  return (
    Math.round((middle + amplitude * Math.sin(week / 3) + (amplitude / 3) * Math.cos(week * 1.7)) * 100) / 100
  );
};

export const figures = (trial: Trial, period: Period): Figures => {
  const n = 3 * trial.subjects.filter(before(period.end)).length;
  const visits = trial.outOfRange.filter(within(period));
  return {
    enrolment: enrolment(trial, period),
    visits: { inPeriod: visits.length, byVisit: counts(visits, ({ visit }) => visit) },
    adverseEvents: adverseEvents(trial, period),
    laboratory: {
      inPeriod: { results: labResults(trial, period), outOfRange: visits.length, byTest: byTest(visits) },
      toDate: { altOrAst3xUln: 2, bilirubin2xUln: 1, hysLawCandidates: ['RND-201-103-1044'] },
    },
    vitalSigns: {
      inPeriod: {
        results: 3 * n,
        systolic: { n, mean: wave(period.start, 131, 3), atLeast160: Math.round(n / 90), below90: 1 },
        diastolic: { n, mean: wave(period.start, 78, 2), atLeast100: Math.round(n / 160) },
        pulse: { n, mean: wave(period.start, 71, 2), atLeast120: 0, below50: 2 },
      },
    },
  };
};

export const trends = (trial: Trial): Trends => ({
  weeks: Array.from({ length: 26 }, (_, index) => {
    const week = { start: addDays(TRIAL_START, 7 * index), end: addDays(TRIAL_START, 7 * index + 7) };
    const toDate = enrolmentCounts(trial, before(week.end));
    const events = trial.events.filter(within(week));
    return {
      ...week,
      screenedToDate: toDate.screened,
      randomisedToDate: toDate.randomised,
      adverseEvents: events.length,
      seriousEvents: events.filter(({ serious }) => serious).length,
      labResults: labResults(trial, week),
      labOutOfRange: trial.outOfRange.filter(within(week)).length,
      systolicMean: index === 0 ? null : wave(week.start, 131, 3),
      diastolicMean: index === 0 ? null : wave(week.start, 78, 2),
      pulseMean: index === 0 ? null : wave(week.start, 71, 2),
    };
  }),
});
