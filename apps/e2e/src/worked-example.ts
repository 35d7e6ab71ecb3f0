/**
 * The worked example of the definition (docs/study-weekly.md): CDISCPILOT01, all sites, unblinded, due 2013-09-09.
 * Written once, compared with what each format says.
 */
export const PERIOD = { start: '2013-09-02', end: '2013-09-09' };

export const WORKED_EXAMPLE = {
  enrolment: {
    toDate: {
      completed: 39,
      discontinued: 82,
      ongoing: 38,
      randomised: 159,
      screenFailures: 23,
      screened: 189,
      planned: 300,
    },
    inPeriod: { completed: 3, discontinued: 0, randomised: 1, screenFailures: 1, screened: 4 },
    bySite: {
      '701': {
        completed: 6,
        discontinued: 13,
        randomised: 25,
        randomisedInPeriod: 0,
        screenFailures: 4,
        screened: 30,
        screenedInPeriod: 2,
      },
    },
  },
  visits: {
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
  },
  adverseEvents: {
    inPeriod: {
      bySeverity: { MILD: 13, MODERATE: 4 },
      events: 17,
      subjects: 10,
      serious: 0,
      seriousByCriterion: 0,
      fatal: 0,
      possibleDeaths: 0,
    },
    toDate: {
      events: 687,
      subjects: 135,
      serious: 2,
      seriousByCriterion: 28,
      fatal: 2,
      possibleDeaths: 0,
      bySoc: { 'CARDIAC DISORDERS': { events: 61, subjects: 28 } },
      byPreferredTerm: { 'APPLICATION SITE PRURITUS': { events: 49, subjects: 32 } },
    },
    byArm: {
      Placebo: { events: 153, randomised: 51, subjectsWithEvents: 37 },
      'Xanomeline High Dose': { events: 257, randomised: 53, subjectsWithEvents: 49 },
      'Xanomeline Low Dose': { events: 277, randomised: 55, subjectsWithEvents: 49 },
    },
  },
  laboratory: {
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
    toDate: { altOrAst3xUln: 0, bilirubin2xUln: 1, hysLawCandidates: [] as readonly string[] },
  },
  vitalSigns: {
    inPeriod: {
      diastolic: { atLeast100: 3, mean: 74.11, n: 93 },
      pulse: { atLeast120: 0, below50: 1, mean: 73.28, n: 93 },
      results: 335,
      systolic: { atLeast160: 13, below90: 1, mean: 133.66, n: 93 },
    },
  },
  dataQuality: { partialDates: { 'AE.AESTDTC': 13 } },
};
export type WorkedExample = typeof WORKED_EXAMPLE;

/** Everything of the example under the path that the table of all figures names it by. */
export const figurePaths = (value: unknown, path = ''): [path: string, figure: number][] => {
  if (typeof value === 'number') return [[path, value]];
  if (Array.isArray(value)) return [[`${path}.length`, value.length]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) =>
    figurePaths(part, path === '' ? key : `${path}.${key}`),
  );
};
