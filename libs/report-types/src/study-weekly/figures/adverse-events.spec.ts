import { foldFigures } from '../../figures/fold.ts';
import { knownOf } from '../../terms/known.ts';
import { readingOf, type Given } from '../../testing/reading.ts';
import { PERIOD, foldRows, subjectRows, together, type Rows } from '../../testing/fold-rows.ts';
import { ADVERSE_EVENTS } from './adverse-events.ts';
import { foldByArm } from './by-arm.ts';

const adverseEvents = (rows: Rows, reading: Given = {}) =>
  foldRows(foldFigures(ADVERSE_EVENTS, readingOf(reading)), rows).adverseEvents;

const BEFORE = '2024-02-01';
const WITHIN = '2024-03-04';

describe('adverse events', () => {
  const rows = together(
    subjectRows('S1', {
      DM: [{}],
      AE: [
        { AEDTC: WITHIN, AESER: 'Y', AESEV: 'SEVERE', AEOUT: 'FATAL' },
        { AEDTC: WITHIN, AEDECOD: 'NAUSEA', AESOC: 'GASTROINTESTINAL DISORDERS' },
        { AEDTC: BEFORE, AESER: 'Y' },
      ],
    }),
    subjectRows('S2', { DM: [{}], AE: [{ AEDTC: undefined, AESTDTC: WITHIN, AESEV: undefined }] }),
  );
  const { inPeriod, toDate } = adverseEvents(rows);

  it('counts the period, by AEDTC or else AESTDTC', () => {
    expect(inPeriod).toEqual({
      events: 3,
      subjects: 2,
      ...{ serious: 1, seriousByCriterion: 0, fatal: 1, possibleDeaths: 0 },
      bySeverity: { MILD: 1, 'NOT GIVEN': 1, SEVERE: 1 },
    });
  });

  it('counts to date, by system organ class and preferred term', () => {
    expect(toDate).toEqual({
      events: 4,
      subjects: 2,
      ...{ serious: 2, seriousByCriterion: 0, fatal: 1, possibleDeaths: 0 },
      notRandomised: {
        bySoc: { 'GASTROINTESTINAL DISORDERS': 1, 'NERVOUS SYSTEM DISORDERS': 2 },
        byPreferredTerm: { HEADACHE: 2, NAUSEA: 1 },
      },
      bySoc: {
        'GASTROINTESTINAL DISORDERS': { events: 1, subjects: 1 },
        'NERVOUS SYSTEM DISORDERS': { events: 3, subjects: 2 },
      },
      byPreferredTerm: { HEADACHE: { events: 3, subjects: 2 }, NAUSEA: { events: 1, subjects: 1 } },
    });
  });

  it('counts under one key what is shown under one, each subject once', () => {
    const label = (value: string) => (value === 'NAUSEA' ? 'HEADACHE' : value);
    const shown = adverseEvents(rows, { label });
    expect(shown.toDate.byPreferredTerm).toEqual({ HEADACHE: { events: 4, subjects: 2 } });
  });
});

describe('events that are serious by a criterion alone', () => {
  const counted = (...filled: string[]) => {
    const known = knownOf({ columns: { AE: { filled, numericFlags: [] } }, latestDay: PERIOD.end });
    const rows = subjectRows('S1', { AE: [{ AEDTC: WITHIN, AESER: 'N', AESCAN: 'Y' }] });
    return adverseEvents(rows, { known }).toDate.seriousByCriterion;
  };

  it('are counted where the study fills a criterion', () => {
    expect(counted('AESER', 'AESCAN')).toBe(1);
  });

  it('are not known of a study that fills none, or not AESER', () => {
    expect([counted('AESER'), counted('AESCAN')]).toEqual([null, null]);
  });
});

describe('adverse events by arm', () => {
  const byArm = (...subjects: Rows[]) => foldRows(foldByArm(readingOf({})), together(...subjects)).byArm;

  it('counts the randomised subjects of each arm and their events', () => {
    const counts = byArm(
      subjectRows('S1', { DM: [{ ARM: 'Placebo' }], DS: [{}], AE: [{}, {}] }),
      subjectRows('S2', { DM: [{ ARM: 'Placebo' }], DS: [{}] }),
      subjectRows('S3', { DM: [{ ARM: 'Active', ACTARM: 'Placebo' }], DS: [{}], AE: [{}] }),
    );
    expect(counts).toEqual({
      Active: { randomised: 1, subjectsWithEvents: 1, events: 1 },
      Placebo: { randomised: 2, subjectsWithEvents: 1, events: 2 },
    });
  });

  it('knows no arm of a subject who is not randomised', () => {
    const counts = byArm(
      subjectRows('S1', { DM: [{ ARM: 'Placebo' }], AE: [{}] }),
      subjectRows('S2', { DM: [{ ARM: 'Screen Failure' }], AE: [{}] }),
    );
    expect(counts).toEqual({});
  });

  it('says when a randomised subject has no arm', () => {
    const counts = byArm(subjectRows('S1', { DM: [{ ARM: undefined }], DS: [{}], AE: [{}] }));
    expect(counts).toEqual({ 'NOT GIVEN': { randomised: 1, subjectsWithEvents: 1, events: 1 } });
  });

  it.each(['DM.ARM', 'DS.DSCAT', 'DS.DSDECOD'])('is not known of a study without %s', (variable) => {
    const filled = (dataset: string, ...names: string[]) => ({
      filled: names.filter((name) => `${dataset}.${name}` !== variable),
      numericFlags: [],
    });
    const columns = { DM: filled('DM', 'ARM', 'SITEID'), DS: filled('DS', 'DSCAT', 'DSDECOD') };
    const rows = subjectRows('S1', { DM: [{}], DS: [{}], AE: [{}] });
    const known = knownOf({ columns, latestDay: PERIOD.end });
    expect(foldRows(foldByArm(readingOf({ known })), rows).byArm).toBeNull();
  });
});
