/**
 * A valid `study-weekly` dataset with defaults for every key: 26 weeks, 8 sites, about 40 events in the week,
 * signals, texts and images. Its figures agree with its listings. Same call, same dataset.
 */
import type { Attention, Figures, StudyWeeklyDataset } from '../dataset.ts';
import { documents, fakeHash } from './trial-documents.ts';
import { figures, trends, within } from './trial-figures.ts';
import { SILENT_SITE, TRIAL_PERIOD, addDays, inventTrial, type Trial } from './trial.ts';

export { imageEntry, textEntry } from './trial-documents.ts';

const ongoingAt = ({ enrolment }: Figures, siteId: string): number => {
  return enrolment.ongoingBySite[siteId] ?? 0;
};

const attention = (figuresNow: Figures): Attention => ({
  newSeriousEvents: figuresNow.adverseEvents.inPeriod.serious,
  newDeaths: 0,
  newLabSignals: [
    {
      subject: 'RND-201-103-1044',
      siteId: '103',
      test: 'ALT',
      day: '2026-11-18',
      value: 121,
      unit: 'U/L',
      upperLimit: 34,
      ratio: 3.56,
    },
    {
      subject: 'RND-201-103-1044',
      siteId: '103',
      test: 'BILI',
      day: '2026-11-20',
      value: 44.2,
      unit: 'umol/L',
      upperLimit: 21,
      ratio: 2.1,
    },
  ],
  silentSites: [{ ...SILENT_SITE, days: 21, ongoing: ongoingAt(figuresNow, SILENT_SITE.siteId) }],
  doubts: [],
});
const manifest = (files: readonly [name: string, rows: number][]): StudyWeeklyDataset['manifest'] => ({
  cut: '3f2a91c0b7de5a6c8e1f40927bd35c6e9a10f4d2c8b7e6a5938271605f4e3d2c',
  cutAt: '2026-11-23T07:00:04.000Z',
  files: files.map(([name, rows]) => ({
    name,
    key: `cuts/sub_meridian.2026-11-23/${name}.${fakeHash(name)}.ndjson.gz`,
    sha256: fakeHash(name),
    rows,
  })),
  documents: [...documents().texts, ...documents().images].map(({ documentId, title, sha256 }, index) => ({
    documentId,
    title,
    sha256,
    bytes: 20_480 + 7_919 * index,
  })),
  template: 'study-weekly@1',
  codeVersion: '0.1.0',
});

const NOTHING_ODD: StudyWeeklyDataset['dataQuality'] = {
  ...{ partialDates: {}, undatedRows: {}, implausibleDates: {}, withoutDay: [] },
  ...{ refusedAtImport: {}, lastDelivery: {}, uncertainSites: { subjects: 0 } },
  ...{ notComputed: [], mapped: [], notUnderstood: [], unreadableCells: {}, converted: [] },
};

const datasetOf = (trial: Trial): StudyWeeklyDataset => {
  const period = TRIAL_PERIOD;
  const previousPeriod = { start: addDays(period.start, -7), end: period.start };
  const now = figures(trial, period);
  const before = figures(trial, previousPeriod);
  return {
    version: 1,
    reportType: 'study-weekly',
    study: {
      studyId: 'RND-201',
      title:
        'A randomised, double-blind, placebo-controlled study of marolimab in adults with moderate to severe plaque psoriasis',
    },
    period,
    timeZone: 'Europe/Berlin',
    scope: { sites: 'all', unblinded: true },
    ...now,
    previous: { period: previousPeriod, ...before },
    visitOrder: Object.keys({ ...before.visits.byVisit, ...now.visits.byVisit }),
    attention: attention(now),
    trends: trends(trial),
    listings: {
      adverseEvents: trial.events.filter(within(period)),
      seriousEvents: trial.events.filter(({ serious }) => serious),
      ...{ contradictions: [], fatalEvents: [], deaths: [] },
      outOfRange: trial.outOfRange.filter(within(period)),
      dispositions: trial.dispositions.filter(within(period)),
      newSubjects: trial.subjects
        .filter(within(period))
        .map(({ subject, siteId, day, sex, age }) => ({ subject, siteId, day, sex, age })),
    },
    changes: {
      first: false,
      comparedWith: { cut: fakeHash('previous'), period: previousPeriod },
      byDomain: {
        AE: { added: 44, late: 3, changed: 6, removed: 0 },
        DM: { added: 17, late: 0, changed: 0, removed: 0 },
        LB: { added: 412, late: 20, changed: 9, removed: 0 },
      },
      headline: [
        '15 rows were changed: LB 9, AE 6.',
        '473 rows were added: LB 412, AE 44, DM 17.',
        '23 added rows are late, of days before this report’s period: LB 20, AE 3.',
      ],
    },
    dataQuality: {
      ...NOTHING_ODD,
      partialDates: { 'AE.AESTDTC': trial.events.filter(({ start }) => start.length < 10).length },
      undatedRows: { CM: 3 },
      refusedAtImport: { LB: 2 },
      notComputed: [
        {
          figure: 'laboratory.toDate.bilirubin2xUln',
          code: 'results-not-comparable',
          values: { tests: 'BILI', rows: 4 },
        },
      ],
    },
    documents: documents(),
    manifest: manifest([
      ['AE', trial.events.length],
      ['DM', trial.subjects.length],
      ['DS', trial.dispositions.length],
      ['LB', 9_412],
      ['subjects', trial.subjects.length],
      ['undated', 3],
    ]),
  };
};

/** @param overrides replace whole keys. */
export const buildDataset = (overrides: Partial<StudyWeeklyDataset> = {}): StudyWeeklyDataset => ({
  ...datasetOf(inventTrial()),
  ...overrides,
});

const noTrial: Trial = { subjects: [], events: [], dispositions: [], outOfRange: [] };

/** A study that has not begun: no subject, no document, nothing to compare with. */
export const emptyDataset = (overrides: Partial<StudyWeeklyDataset> = {}): StudyWeeklyDataset => {
  const { enrolment: enrolled, adverseEvents: events, ...rest } = figures(noTrial, TRIAL_PERIOD);
  const none: Figures = {
    ...rest,
    enrolment: { ...enrolled, toDate: { ...enrolled.toDate, planned: null } },
    adverseEvents: { inPeriod: events.inPeriod, toDate: events.toDate },
    laboratory: {
      inPeriod: { results: 0, outOfRange: 0, byTest: {} },
      toDate: { altOrAst3xUln: 0, bilirubin2xUln: 0, hysLawCandidates: [] },
    },
    vitalSigns: {
      inPeriod: {
        results: 0,
        systolic: { n: 0, mean: null, atLeast160: 0, below90: 0 },
        diastolic: { n: 0, mean: null, atLeast100: 0 },
        pulse: { n: 0, mean: null, atLeast120: 0, below50: 0 },
      },
    },
  };
  const dataset = datasetOf(noTrial);
  return {
    ...dataset,
    ...none,
    scope: { sites: 'all', unblinded: false },
    previous: { period: dataset.previous.period, ...none },
    attention: { newSeriousEvents: 0, newDeaths: 0, newLabSignals: [], silentSites: [], doubts: [] },
    trends: { weeks: [] },
    changes: { first: true, byDomain: {}, headline: [] },
    dataQuality: NOTHING_ODD,
    documents: { texts: [], images: [] },
    manifest: { ...dataset.manifest, files: [], documents: [] },
    ...overrides,
  };
};
