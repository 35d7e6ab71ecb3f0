/** The worked example of the definition, figure by figure, on the real study. */
import { DATED_DOMAINS } from '@rounds/contracts/cut';
import { readRealStudy } from '@rounds/adapters/testing/real-study';
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import { foldFigures } from '../../figures/fold.ts';
import { combine, until } from '../../folds/fold.ts';
import { foldPartialDates } from '../../folds/partial-dates.ts';
import { knownOfRows } from '../../testing/known.ts';
import { readingOf } from '../../testing/reading.ts';
import { foldStudyRows, studyRows, type Rows } from '../../testing/fold-rows.ts';
import type { Known } from '../../terms/known.ts';
import type { Figures } from '../dataset.ts';
import { foldNotComputed } from './data-quality.ts';
import { FIGURES } from './figures.ts';

const period = { start: '2013-09-02', end: '2013-09-09' };

describeWith(realStudyFolder)('CDISCPILOT01 in the week before 2013-09-09, all sites, unblinded', () => {
  let rows: ReturnType<typeof studyRows>;
  let known: Known;
  let figures: Figures;
  beforeAll(() => {
    const files: Rows = Object.fromEntries(DATED_DOMAINS.map((domain) => [domain, readRealStudy(domain)]));
    const planned = Number(readRealStudy('TS').find(({ TSPARMCD }) => TSPARMCD === 'PLANSUB')?.TSVAL);
    rows = studyRows(files);
    known = knownOfRows(files);
    figures = foldStudyRows(foldFigures(FIGURES, readingOf({ period, planned, known })), rows);
  });

  it('counts enrolment', () => {
    expect(figures.enrolment.toDate).toEqual({
      completed: 39,
      discontinued: 82,
      ongoing: 38,
      randomised: 159,
      screenFailures: 23,
      screened: 189,
      planned: 300,
    });
    expect(figures.enrolment.inPeriod).toEqual({
      completed: 3,
      discontinued: 0,
      randomised: 1,
      screenFailures: 1,
      screened: 4,
    });
    expect(figures.enrolment.bySite['701']).toEqual({
      completed: 6,
      discontinued: 13,
      randomised: 25,
      randomisedInPeriod: 0,
      screenFailures: 4,
      screened: 30,
      screenedInPeriod: 2,
    });
  });

  it('counts adverse events', () => {
    const { inPeriod, toDate, byArm } = figures.adverseEvents;
    expect(inPeriod).toEqual({
      bySeverity: { MILD: 13, MODERATE: 4 },
      events: 17,
      ...{ serious: 0, seriousByCriterion: 0, fatal: 0, possibleDeaths: 0 },
      subjects: 10,
    });
    expect(toDate).toMatchObject({
      events: 687,
      subjects: 135,
      serious: 2,
      seriousByCriterion: 28,
      fatal: 2,
    });
    expect(toDate.bySoc['CARDIAC DISORDERS']).toEqual({ events: 61, subjects: 28 });
    expect(toDate.byPreferredTerm['APPLICATION SITE PRURITUS']).toEqual({ events: 49, subjects: 32 });
    expect(byArm).toEqual({
      Placebo: { events: 153, randomised: 51, subjectsWithEvents: 37 },
      'Xanomeline High Dose': { events: 257, randomised: 53, subjectsWithEvents: 49 },
      'Xanomeline Low Dose': { events: 277, randomised: 55, subjectsWithEvents: 49 },
    });
  });

  it('counts laboratory results', () => {
    expect(figures.laboratory).toEqual({
      inPeriod: {
        byTest: {
          ALB: { abnormal: 0, high: 0, low: 1 },
          ALP: { abnormal: 0, high: 1, low: 0 },
          ANISO: { abnormal: 3, high: 0, low: 0 },
          AST: { abnormal: 0, high: 2, low: 0 },
          BUN: { abnormal: 0, high: 3, low: 0 },
          CK: { abnormal: 0, high: 2, low: 0 },
          CL: { abnormal: 0, high: 2, low: 0 },
          GGT: { abnormal: 0, high: 1, low: 1 },
          LYM: { abnormal: 0, high: 1, low: 0 },
          MCHC: { abnormal: 0, high: 0, low: 1 },
          MCV: { abnormal: 0, high: 4, low: 0 },
          MONO: { abnormal: 0, high: 1, low: 0 },
          SODIUM: { abnormal: 0, high: 1, low: 0 },
          SPGRAV: { abnormal: 0, high: 0, low: 1 },
          URATE: { abnormal: 0, high: 1, low: 0 },
          VITB12: { abnormal: 0, high: 0, low: 1 },
          WBC: { abnormal: 0, high: 1, low: 0 },
        },
        outOfRange: 28,
        results: 687,
      },
      toDate: { altOrAst3xUln: 0, bilirubin2xUln: 1, hysLawCandidates: [] },
    });
  });

  it('averages vital signs', () => {
    expect(figures.vitalSigns.inPeriod).toEqual({
      diastolic: { atLeast100: 3, mean: 74.11, n: 93 },
      pulse: { atLeast120: 0, below50: 1, mean: 73.28, n: 93 },
      results: 335,
      systolic: { atLeast160: 13, below90: 1, mean: 133.66, n: 93 },
    });
  });

  it('counts visits', () => {
    expect(figures.visits).toEqual({
      byVisit: {
        'AE FOLLOW-UP': 2,
        'AMBUL ECG PLACEMENT': 2,
        'AMBUL ECG REMOVAL': 6,
        BASELINE: 1,
        'SCREENING 1': 4,
        'SCREENING 2': 1,
        'UNSCHEDULED 5.1': 1,
        'WEEK 10 (T)': 1,
        'WEEK 12': 2,
        'WEEK 14 (T)': 1,
        'WEEK 16': 3,
        'WEEK 18 (T)': 1,
        'WEEK 2': 3,
        'WEEK 22 (T)': 2,
        'WEEK 26': 3,
        'WEEK 4': 4,
        'WEEK 6': 1,
        'WEEK 8': 2,
      },
      inPeriod: 40,
    });
  });

  it('finds the partial dates', () => {
    const { partial, notComputed } = foldStudyRows(
      until(
        period.end,
        combine({
          partial: foldPartialDates(period.end),
          notComputed: foldNotComputed(readingOf({ period, known })),
        }),
      ),
      rows,
    );
    expect(partial['AE.AESTDTC']).toBe(13);
    expect(notComputed).toEqual([
      {
        figure: 'laboratory.toDate.bilirubin2xUln',
        code: 'results-not-comparable',
        values: { tests: 'BILI', rows: 3 },
      },
    ]);
  });
});
