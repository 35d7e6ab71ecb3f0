import { PERIOD, foldRows, subjectRows, together, type Rows } from '../testing/fold-rows.ts';
import { foldEnrolment } from './enrolment.ts';
import { knownOfRows } from '../testing/known.ts';
import { asIs } from './study-row.ts';

const BEFORE = '2024-01-10';
const WITHIN = '2024-03-05';
const event = (DSDECOD: string | undefined, DSSTDTC: string) => ({
  DSCAT: 'DISPOSITION EVENT',
  DSDECOD,
  DSSTDTC,
});
const randomised = (DSSTDTC: string) => ({ DSSTDTC });

const enrolment = (...subjects: Rows[]) => {
  const rows = together(...subjects);
  return foldRows(
    foldEnrolment({ period: PERIOD, planned: 100, label: asIs, known: knownOfRows(rows) }),
    rows,
  );
};

describe('enrolment', () => {
  const subjects = [
    subjectRows('S1', {
      DM: [{ SITEID: '701', DMDTC: BEFORE }],
      DS: [randomised(BEFORE), event('COMPLETED', WITHIN)],
    }),
    subjectRows('S2', { DM: [{ SITEID: '701', DMDTC: BEFORE }], DS: [randomised(WITHIN)] }),
    subjectRows('S3', { DM: [{ SITEID: '702', DMDTC: WITHIN }], DS: [event('SCREEN FAILURE', WITHIN)] }),
    subjectRows('S4', {
      DM: [{ SITEID: '702', DMDTC: BEFORE }],
      DS: [randomised(BEFORE), event('DEATH', BEFORE)],
    }),
  ];

  it('counts subjects to date and in the period', () => {
    const { toDate, inPeriod } = enrolment(...subjects);
    expect(toDate).toEqual({
      screened: 4,
      randomised: 3,
      screenFailures: 1,
      completed: 1,
      discontinued: 1,
      ongoing: 1,
      planned: 100,
    });
    expect(inPeriod).toEqual({
      screened: 1,
      randomised: 1,
      screenFailures: 1,
      completed: 1,
      discontinued: 0,
    });
  });

  it('counts a reason once, in whatever case it came', () => {
    const left = (subject: string, reason: string | undefined) =>
      subjectRows(subject, { DM: [{}], DS: [randomised(BEFORE), event(reason, BEFORE)] });
    const { discontinuationReasons } = enrolment(
      left('S1', 'DEATH'),
      left('S2', 'Death '),
      left('S3', undefined),
    );
    expect(discontinuationReasons).toEqual({ DEATH: 2, 'NOT GIVEN': 1 });
  });

  it('counts each site to date, and who is new there', () => {
    expect(enrolment(...subjects).bySite).toEqual({
      '701': {
        screened: 2,
        randomised: 2,
        screenFailures: 0,
        completed: 1,
        discontinued: 0,
        screenedInPeriod: 0,
        randomisedInPeriod: 1,
      },
      '702': {
        screened: 2,
        randomised: 1,
        screenFailures: 1,
        completed: 0,
        discontinued: 1,
        screenedInPeriod: 1,
        randomisedInPeriod: 0,
      },
    });
  });

  it('counts a subject once, however many rows say the same', () => {
    const twice = subjectRows('S1', { DM: [{}], DS: [randomised(BEFORE), randomised(BEFORE)] });
    expect(enrolment(twice).toDate.randomised).toBe(1);
  });

  it('knows a discontinuation only in DISPOSITION EVENT, and a randomisation only in PROTOCOL MILESTONE', () => {
    const { toDate, discontinuationReasons } = enrolment(
      subjectRows('S1', {
        DM: [{}],
        DS: [
          { DSCAT: 'OTHER EVENT', DSDECOD: 'FINAL LAB VISIT' },
          { DSCAT: 'PROTOCOL MILESTONE', DSDECOD: 'INFORMED CONSENT OBTAINED' },
          { DSCAT: 'OTHER EVENT', DSDECOD: 'RANDOMIZED' },
        ],
      }),
    );
    expect(toDate).toMatchObject({ randomised: 0, discontinued: 0 });
    expect(discontinuationReasons).toEqual({});
  });

  it('gives the reason of each discontinuation, and says when there is none', () => {
    const reasons = enrolment(
      subjectRows('S1', { DM: [{}], DS: [event('ADVERSE EVENT', BEFORE)] }),
      subjectRows('S2', { DM: [{}], DS: [event('ADVERSE EVENT', BEFORE)] }),
      subjectRows('S3', { DM: [{}], DS: [event(undefined, BEFORE)] }),
    ).discontinuationReasons;
    expect(reasons).toEqual({ 'ADVERSE EVENT': 2, 'NOT GIVEN': 1 });
  });

  it('counts a subject without a row in DM in the totals, in no site', () => {
    const { toDate, bySite } = enrolment(subjectRows('S9', { DS: [randomised(BEFORE)] }));
    expect(toDate).toMatchObject({ screened: 0, randomised: 1, ongoing: 1 });
    expect(bySite).toEqual({});
  });
});
