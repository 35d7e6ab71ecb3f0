/** What holds between the figures, whatever the rows. */
import fc from 'fast-check';
import type { SdtmRow } from '@rounds/contracts/received';
import { sdtmRow } from '@rounds/adapters/testing/rows';
import { foldFigures } from '../../figures/fold.ts';
import { addDays } from '../../folds/days.ts';
import { combine, until } from '../../folds/fold.ts';
import { NOTHING_KNOWN } from '../../testing/known.ts';
import { readingOf } from '../../testing/reading.ts';
import { PERIOD, foldRows, type Rows } from '../../testing/fold-rows.ts';
import { FIGURES } from './figures.ts';
import { foldListings } from './listings.ts';
import { foldTrends } from './trends.ts';

const day = fc.integer({ min: -60, max: 20 }).map((days) => addDays(PERIOD.start, days));
const subject = fc.constantFrom('S1', 'S2', 'S3', 'S4', 'S5');

const rowsOf = (
  domain: Parameters<typeof sdtmRow>[0],
  date: string,
  variables: Record<string, fc.Arbitrary<unknown>>,
) =>
  fc.array(
    fc
      .record({ USUBJID: subject, [date]: day, ...variables })
      .map((values): SdtmRow => sdtmRow(domain, values as Record<string, string | number>)),
    { maxLength: 25 },
  );

const study: fc.Arbitrary<Rows> = fc.record({
  DM: fc.uniqueArray(
    fc
      .record({ USUBJID: subject, DMDTC: day, SITEID: fc.constantFrom('701', '702') })
      .map((values) => sdtmRow('DM', values)),
    { selector: (row) => row.USUBJID, maxLength: 5 },
  ),
  DS: rowsOf('DS', 'DSSTDTC', {
    DSCAT: fc.constantFrom('PROTOCOL MILESTONE', 'DISPOSITION EVENT', 'OTHER EVENT'),
    DSDECOD: fc.constantFrom('RANDOMIZED', 'COMPLETED', 'SCREEN FAILURE', 'ADVERSE EVENT', 'DEATH'),
  }),
  AE: rowsOf('AE', 'AEDTC', {
    AESER: fc.constantFrom('Y', 'N'),
    AESEV: fc.constantFrom('MILD', 'SEVERE'),
    AEDECOD: fc.constantFrom('HEADACHE', 'NAUSEA'),
  }),
  LB: rowsOf('LB', 'LBDTC', {
    LBTESTCD: fc.constantFrom('ALT', 'AST', 'BILI'),
    LBNRIND: fc.constantFrom('HIGH', 'LOW', 'ABNORMAL', 'NORMAL'),
    LBSTRESN: fc.integer({ min: 1, max: 200 }),
  }),
  VS: rowsOf('VS', 'VSDTC', { VSSTRESN: fc.integer({ min: 60, max: 200 }) }),
  SV: rowsOf('SV', 'SVSTDTC', {}),
});

const figuresOf = (rows: Rows, period = PERIOD) =>
  foldRows(foldFigures(FIGURES, readingOf({ period })), rows);
const sum = (counts: Readonly<Record<string, number>> | readonly number[]): number =>
  Object.values<number>(counts).reduce((total, count) => total + count, 0);

describe('figures', () => {
  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(study, (rows) => {
        const reversed = Object.fromEntries(
          Object.entries(rows).map(([domain, list]) => [domain, [...list].reverse()]),
        );
        expect(figuresOf(reversed)).toEqual(figuresOf(rows));
      }),
    );
  });

  it('of two adjacent periods add up to those of both, where rows are counted', () => {
    const middle = addDays(PERIOD.start, 3);
    fc.assert(
      fc.property(study, (rows) => {
        const first = figuresOf(rows, { start: PERIOD.start, end: middle });
        const second = figuresOf(rows, { start: middle, end: PERIOD.end });
        const both = figuresOf(rows);
        const countsOf = (figures: typeof both) => [
          figures.visits.inPeriod,
          figures.adverseEvents.inPeriod.events,
          figures.laboratory.inPeriod.results,
          figures.laboratory.inPeriod.outOfRange ?? NaN,
          figures.vitalSigns.inPeriod.results,
        ];
        expect(countsOf(both)).toEqual(
          countsOf(first).map((count, index) => count + (countsOf(second)[index] ?? 0)),
        );
        expect(both.adverseEvents.toDate).toEqual(second.adverseEvents.toDate);
      }),
    );
  });

  it('agree with one another', () => {
    fc.assert(
      fc.property(study, (rows) => {
        const { enrolment, visits, adverseEvents, laboratory } = figuresOf(rows);
        expect(sum(visits.byVisit)).toBe(visits.inPeriod);
        expect(sum(adverseEvents.inPeriod.bySeverity)).toBe(adverseEvents.inPeriod.events);
        expect(sum(Object.values(laboratory.inPeriod.byTest).map(sum))).toBe(laboratory.inPeriod.outOfRange);
        const bySite = Object.values(enrolment.bySite);
        expect(sum(bySite.map(({ screened }) => screened))).toBe(enrolment.toDate.screened);
        for (const { randomised, subjectsWithEvents } of Object.values(adverseEvents.byArm ?? {}))
          expect(subjectsWithEvents).toBeLessThanOrEqual(randomised);
      }),
    );
  });

  it('agree with the listings and with the last week of the trends', () => {
    const both = () =>
      until(
        PERIOD.end,
        combine({
          listings: foldListings(PERIOD, NOTHING_KNOWN),
          trends: foldTrends(PERIOD.end, NOTHING_KNOWN),
        }),
      );
    fc.assert(
      fc.property(study, (rows) => {
        const figures = figuresOf(rows);
        const { listings, trends } = foldRows(both(), rows);
        expect(listings.adverseEvents).toHaveLength(figures.adverseEvents.inPeriod.events);
        expect(listings.seriousEvents).toHaveLength(figures.adverseEvents.toDate.serious ?? NaN);
        expect(listings.outOfRange).toHaveLength(figures.laboratory.inPeriod.outOfRange ?? NaN);
        expect(listings.newSubjects).toHaveLength(figures.enrolment.inPeriod.screened);
        expect(trends.weeks.at(-1)).toEqual({
          ...PERIOD,
          screenedToDate: figures.enrolment.toDate.screened,
          randomisedToDate: figures.enrolment.toDate.randomised,
          adverseEvents: figures.adverseEvents.inPeriod.events,
          seriousEvents: figures.adverseEvents.inPeriod.serious,
          labResults: figures.laboratory.inPeriod.results,
          labOutOfRange: figures.laboratory.inPeriod.outOfRange,
          systolicMean: figures.vitalSigns.inPeriod.systolic.mean,
          diastolicMean: figures.vitalSigns.inPeriod.diastolic.mean,
          pulseMean: figures.vitalSigns.inPeriod.pulse.mean,
        });
      }),
    );
  });

  it('are not moved by rows from the end of the period on', () => {
    const later = {
      AE: [sdtmRow('AE', { AEDTC: PERIOD.end, AESER: 'Y' })],
      SV: [sdtmRow('SV', { SVSTDTC: PERIOD.end })],
    };
    expect(figuresOf(later)).toEqual(figuresOf({}));
  });
});
