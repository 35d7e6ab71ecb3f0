import { NOTHING_KNOWN } from '../../testing/known.ts';
import { PERIOD, foldRows, subjectRows, together } from '../../testing/fold-rows.ts';
import { foldListings } from './listings.ts';

describe('listings', () => {
  const listings = foldRows(
    foldListings(PERIOD, NOTHING_KNOWN),
    together(
      subjectRows('S2', {
        DM: [{ SITEID: '702', DMDTC: '2024-03-06', AGE: undefined }],
        AE: [{ AEDTC: '2024-03-06', AESTDTC: '2024-02', AESER: 'Y' }],
      }),
      subjectRows('S1', {
        DM: [{ DMDTC: '2024-01-01' }],
        AE: [{ AEDTC: '2024-03-05' }, { AEDTC: '2024-01-05', AESER: 'Y' }],
        LB: [
          { LBDTC: '2024-03-05', LBNRIND: 'HIGH', LBSTRESN: 99 },
          {
            LBDTC: '2024-03-05',
            LBNRIND: 'ABNORMAL',
            LBSTRESN: undefined,
            LBSTRESC: '2+',
            LBSTNRHI: undefined,
          },
          { LBDTC: '2024-03-05', LBNRIND: 'NORMAL' },
        ],
        DS: [
          { DSSTDTC: '2024-03-07' },
          { DSSTDTC: '2024-03-05', DSCAT: 'DISPOSITION EVENT', DSDECOD: 'DEATH' },
          { DSSTDTC: '2024-03-05', DSCAT: 'OTHER EVENT', DSDECOD: 'FINAL LAB VISIT' },
        ],
      }),
    ),
  );

  it('are sorted by day', () => {
    expect(listings.adverseEvents.map(({ subject, day }) => [subject, day])).toEqual([
      ['S1', '2024-03-05'],
      ['S2', '2024-03-06'],
    ]);
  });

  it('show an event as it was collected', () => {
    expect(listings.adverseEvents[1]).toEqual({
      subject: 'S2',
      siteId: '702',
      day: '2024-03-06',
      start: '2024-02',
      preferredTerm: 'HEADACHE',
      reportedTerm: 'headache',
      soc: 'NERVOUS SYSTEM DISORDERS',
      severity: 'MILD',
      serious: true,
      byCriterion: false,
      fatal: false,
      possibleDeath: false,
      outcome: 'RECOVERED/RESOLVED',
      relationship: 'POSSIBLE',
    });
  });

  it('keep every serious event to date', () => {
    expect(listings.seriousEvents.map(({ day }) => day)).toEqual(['2024-01-05', '2024-03-06']);
  });

  it('show a result as a number, or as text where it is none', () => {
    expect(listings.outOfRange).toMatchObject([
      { testCode: 'ALT', result: 99, lowerLimit: 6, upperLimit: 34, indicator: 'HIGH', visit: 'WEEK 2' },
      { result: '2+', upperLimit: null, indicator: 'ABNORMAL' },
    ]);
  });

  it('show the dispositions that are counted', () => {
    expect(listings.dispositions.map(({ category, term }) => [category, term])).toEqual([
      ['DISPOSITION EVENT', 'DEATH'],
      ['PROTOCOL MILESTONE', 'RANDOMIZED'],
    ]);
  });

  it('show who is new', () => {
    expect(listings.newSubjects).toEqual([
      { subject: 'S2', siteId: '702', day: '2024-03-06', sex: 'F', age: null },
    ]);
  });
});
